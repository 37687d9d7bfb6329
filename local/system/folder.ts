import { accessSync, constants, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { PART_NAMES } from '../../platform/config/setting';
import { compiled } from '../../platform/root';
import { isStartCommand, readFacts, removeRunning } from '../running';
import { commandOf, endProcess } from '../servers/processes';
import { StartFailed } from '../servers/server';
import { PARTS } from './parts';

/**
 * Locks the data folder until the returned function is called. Throws `StartFailed` where it cannot be
 * written, or where another `npm start` has it. The lock of one that was killed is taken over.
 */
export function takeFolder(dataDir: string): () => void {
  try {
    makeFolder(dataDir);
    accessSync(dataDir, constants.W_OK | constants.X_OK);
    const lock = path.join(dataDir, 'start.pid');
    refuseIfTaken(dataDir, lock);
    rmSync(lock, { force: true });
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return () => {
      removeRunning(dataDir);
      rmSync(lock, { force: true });
    };
  } catch (error) {
    if (error instanceof StartFailed) throw error;
    throw new StartFailed(`${dataDir} (DATA_DIR) cannot be written: ${(error as Error).message}`);
  }
}

/** Folder by folder: Node 20's own `recursive` never ends where a parent exists and yet cannot hold the folder. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(path.dirname(folder));
  mkdirSync(folder, { mode: 0o700 });
}

function refuseIfTaken(dataDir: string, lock: string): void {
  const holder = Number(readIfThere(lock));
  if (!holder || holder === process.pid || !isStartCommand(holder)) return;
  const where = readFacts(dataDir)?.apiUrl;
  throw new StartFailed(
    `Etablering already runs on ${dataDir} (DATA_DIR), process ${holder}${where ? `, ${where}` : ''}: ` +
      'stop it with Ctrl-C, or set another DATA_DIR and other ports',
  );
}

/** Ends the parts of a killed `npm start` that have not ended by themselves: they would hold the ports. */
export async function endLeftovers(dataDir: string): Promise<void> {
  const left = Object.entries(readFacts(dataDir)?.pids ?? {}).filter(([part, pid]) =>
    PART_NAMES.some((name) => name === part && commandOf(pid)?.includes(compiled(PARTS[name].main))),
  );
  await Promise.all(left.map(([, pid]) => endProcess(pid, 'SIGTERM', 4000)));
  removeRunning(dataDir);
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
