import { spawnSync } from 'node:child_process';
import { chownSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import type { Runner } from './root-user';
import { StartFailed } from './server';

export type NewCluster = {
  readonly initdb: string;
  readonly cluster: string;
  readonly runner: Runner;
  readonly password: string;
};

/** PostgreSQL's own locale, not the system's: the same order of letters wherever the cluster is made. */
const LOCALE = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];

/**
 * Makes a data folder for PostgreSQL with one user, `postgres`, and passwords by scram. It is made beside and renamed
 * when whole, so that one that was interrupted is never taken for a cluster. Throws `StartFailed`.
 */
export function createCluster({ initdb, cluster, runner, password }: NewCluster): void {
  const fresh = `${cluster}.new`;
  const passwordFile = `${cluster}.password`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  try {
    if (process.getuid?.() === 0) [fresh, passwordFile].forEach((one) => chownSync(one, runner.owner, 0));
    const flags = [
      '--username=postgres',
      '--auth=scram-sha-256',
      `--pwfile=${passwordFile}`,
      '--no-instructions',
    ];
    const [command = '', ...args] = [...runner.prefix, initdb, `--pgdata=${fresh}`, ...LOCALE, ...flags];
    const { uid, gid } = runner;
    const made = spawnSync(command, args, {
      encoding: 'utf8',
      uid,
      gid,
      env: { PATH: '/usr/bin:/bin', LC_ALL: 'C' },
    });
    if (made.status !== 0) {
      const reason = made.error?.message ?? made.stderr.trim().split('\n').slice(-3).join('\n');
      throw new StartFailed(`PostgreSQL's data folder ${cluster} (DATA_DIR) could not be made: ${reason}`);
    }
    renameSync(fresh, cluster);
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(fresh, { recursive: true, force: true });
  }
}
