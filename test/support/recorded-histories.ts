import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { WorkflowHandle } from '@temporalio/client';
import { Worker } from '@temporalio/worker';
import { createCaseCodec } from '../../engine/codec';
import { repositoryRoot } from '../../platform/root';
import { historyOf, parseHistory } from './engine/history';
import './engine/quiet-runtime';
import { localServers } from './local-servers';

const FOLDER = path.join(repositoryRoot(), 'test', 'replay', 'histories');

/** Whether this run is to keep what it plays: `npm run histories`. */
export function isRecording(): boolean {
  return process.env.RECORD_HISTORIES === '1';
}

/** The recorded histories by the name of their file; those of a former version are in a folder named after it. */
export function recordedHistories(): string[] {
  return readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json'));
}

/** One recorded history as JSON text. */
export function readHistory(name: string): string {
  return readFileSync(path.join(FOLDER, name), 'utf8');
}

/** Fetches the history of a workflow's present run and, when recording, keeps it under a name. */
export async function fetchHistory(handle: WorkflowHandle, name: string): Promise<string> {
  const history = await historyOf(handle);
  if (isRecording()) {
    mkdirSync(FOLDER, { recursive: true });
    writeFileSync(path.join(FOLDER, `${name}.json`), `${withoutPlace(history)}\n`);
  }
  return history;
}

/** Removes the name of the recording machine from every worker's identity, and its folders from every stack. */
function withoutPlace(history: string): string {
  return history.replaceAll(`@${os.hostname()}`, '@recorder').replaceAll(repositoryRoot(), '');
}

/** Runs a history through the present workflow code. Rejects with `DeterminismViolationError` when they part. */
export async function replay(history: string): Promise<void> {
  const codec = createCaseCodec(async () => 'replay');
  await Worker.runReplayHistory(
    {
      workflowBundle: { codePath: localServers().workflowBundle },
      dataConverter: { payloadCodecs: [codec] },
    },
    parseHistory(history),
  );
}
