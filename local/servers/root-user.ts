import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, lstatSync } from 'node:fs';
import { StartFailed } from './server';

/** How PostgreSQL's programs are started so that they do not run as root, which they refuse. */
export type Runner = {
  /** Put before the program. */
  readonly prefix: readonly string[];
  readonly uid?: number;
  readonly gid?: number;
  /** Who must own the data folder, as seen from outside. */
  readonly owner: number;
};

const IN_USER_NAMESPACE = ['unshare', '--user', '--map-user=1000', '--map-group=1000', '--'];

/**
 * Any user but root runs the programs as they are. Root runs them in a user namespace, where it is an ordinary user
 * that still owns its files; else as `nobody` with the right to pass folders of mode 700; else as `nobody` where
 * others may enter. Throws `StartFailed` when none of them reaches `program` and `folder`.
 */
export function chooseRunner(program: string, folder: string): Runner {
  const own = process.getuid?.() ?? -1;
  if (own !== 0) return { prefix: [], owner: own };
  const runner = [{ prefix: IN_USER_NAMESPACE, owner: 0 }, ...asNobody()].find((one) =>
    works(one, program, folder),
  );
  if (runner) return runner;
  throw new StartFailed(
    `PostgreSQL does not run as root, and no other user may enter ${folder}: ` +
      'run as an ordinary user, set DATA_DIR to a folder that others may enter, or set DATABASE_URL',
  );
}

/** Makes the user that the runner runs as the owner of the data folder, where an earlier start ran as another. */
export function giveFolder(runner: Runner, folder: string): void {
  if (process.getuid?.() !== 0 || lstatSync(folder).uid === runner.owner) return;
  execFileSync('chown', ['-R', String(runner.owner), folder]);
}

function asNobody(): readonly Runner[] {
  const [uid, gid] = ['-u', '-g'].map((which) => Number(idOfNobody(which)));
  if (!uid || !gid) return [];
  const rights = ['--inh-caps=+dac_override', '--ambient-caps=+dac_override'];
  const prefix = ['setpriv', `--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', ...rights, '--'];
  return [
    { prefix, owner: uid },
    { prefix: [], uid, gid, owner: uid },
  ];
}

function idOfNobody(which: string): string {
  return spawnSync('id', [which, 'nobody'], { encoding: 'utf8' }).stdout ?? '';
}

function works({ prefix, uid, gid }: Runner, program: string, folder: string): boolean {
  // The folder is ours alone until a user besides us has to pass it; the files in it stay closed to others.
  if (uid !== undefined) chmodSync(folder, 0o711);
  const probe = '"$0" --version && test -x "$1"';
  const [command, ...args] = [...prefix, '/bin/sh', '-c', probe, program, folder];
  return spawnSync(command, args, { uid, gid, timeout: 10_000 }).status === 0;
}
