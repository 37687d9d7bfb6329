import { readFileSync, realpathSync, rmSync } from 'node:fs';
import path from 'node:path';
import { commandOf, endProcess, until } from './processes';
import { StartFailed } from './server';

/**
 * Ends the server that still holds this data folder, for instance after `kill -9` of its parent, and removes the
 * lock of one that is gone. A lock whose pid is another program by now is stale. Throws `StartFailed` when the server
 * does not end.
 */
export async function endPostgresOrphan(cluster: string): Promise<void> {
  const lock = path.join(cluster, 'postmaster.pid');
  const [pid, folder] = linesOf(lock);
  if (!pid) return;
  const isOurs = () => sameFolder(folder, cluster) && isPostgres(Number(pid));
  if (isOurs()) {
    await endProcess(Number(pid), 'SIGINT', 5000);
    // Its children let go of the folder a moment after it.
    if (!(await until(() => !isOurs(), 3000))) {
      throw new StartFailed(`PostgreSQL ${pid} holds ${cluster} (DATA_DIR) and does not end`);
    }
  }
  rmSync(lock, { force: true });
}

function linesOf(file: string): readonly string[] {
  try {
    return readFileSync(file, 'utf8').split('\n');
  } catch {
    return [];
  }
}

function isPostgres(pid: number): boolean {
  return /\bpostgres\b/.test(commandOf(pid)?.split(' -D ')[0] ?? '');
}

function sameFolder(one: string | undefined, other: string): boolean {
  try {
    return one !== undefined && realpathSync(one) === realpathSync(other);
  } catch {
    return false;
  }
}
