import type { Command } from 'commander';
import { randomUUID } from 'node:crypto';
import { UnknownResult } from '../failure';
import type { Run } from '../run';
import type { Answer, Upload } from './client';

/** Options of every command that changes something. */
export type ChangeOptions = { readonly key?: string; readonly ifMatch?: string };

/** A change before it is sent. `spelled`: what the command filled in itself, to be typed when it is repeated. */
export type Change = {
  readonly path: string;
  readonly body?: unknown;
  readonly upload?: Upload;
  readonly what?: string;
  readonly spelled?: readonly string[];
};

/** Adds the options of a change. */
export function changing(command: Command): Command {
  return command
    .option('--key <key>', 'Idempotency-Key of an earlier try, to learn what became of it')
    .option('--if-match <etag>', 'only if the case has not changed since it was read with this ETag');
}

/**
 * Sends a change under a key of its own. Where nobody can tell what became of it, the line to repeat it with goes beside
 * the failure: the same key makes the second try safe.
 */
export async function sendChange<T>(run: Run<ChangeOptions>, change: Change): Promise<Answer<T>> {
  const { key = randomUUID(), ifMatch } = run.options;
  const { path, body, upload, what } = change;
  const under = { key, ...(ifMatch && { ifMatch }), ...(what && { what }) };
  try {
    const answer = await (upload
      ? run.api.upload<T>(path, upload, under)
      : run.api.post<T>(path, body, under));
    if (isUnderWay(answer)) run.note(repeatLine(run, change, key));
    return answer;
  } catch (failure) {
    if (failure instanceof UnknownResult) run.note(repeatLine(run, change, key));
    throw failure;
  }
}

/** The API has stored the change, and its case has not taken it yet; other answers of 202 are results. */
function isUnderWay({ status, body }: Answer<unknown>): boolean {
  return status === 202 && (Object(body) as { state?: unknown }).state === 'received';
}

function repeatLine({ typed, options }: Run<ChangeOptions>, { spelled = [] }: Change, key: string): string {
  const words = [...typed, ...spelled, ...(options.key === undefined ? ['--key', key] : [])];
  return `The result is not known yet. Repeat safely: etablering ${words.map(quoted).join(' ')}`;
}

/** A word as a shell takes it. */
function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
