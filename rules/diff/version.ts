import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { promisify } from 'node:util';
import { repositoryRoot } from '../../platform/root';

/** A version of `domain/`, compiled: its name for people, and the folder of the compiled files. */
export type Version = { readonly name: string; readonly folder: string };

/** A version cannot be planned with; the message is one line that names it. */
export class BadVersion extends Error {
  override readonly name = 'BadVersion';
}

const run = promisify(execFile);
const PLANNER = path.join('domain', 'process', 'plan.ts');
/** Compiled beside the domain of each version. */
const HOST = path.join('rules', 'diff', 'host.ts');

/** `domain/` of a commit of the repository at `root`, compiled in `folder`. Throws `BadVersion`. */
export async function versionOfCommit(root: string, ref: string, folder: string): Promise<Version> {
  const commit = await commitOf(root, ref);
  const name = `${ref} (${commit.slice(0, 7)})`;
  mkdirSync(folder, { recursive: true });
  const archive = path.join(folder, 'domain.tar');
  await run('git', ['-C', root, 'archive', `--output=${archive}`, commit, 'domain']).catch(() => {
    throw new BadVersion(`${name} has no domain/`);
  });
  await run('tar', ['-xf', archive, '-C', folder]);
  return compiledVersion(name, folder);
}

/** `domain/` of the working tree at `root` as it stands, compiled in `folder`. Throws `BadVersion`. */
export async function versionOfWorkingTree(root: string, folder: string): Promise<Version> {
  mkdirSync(folder, { recursive: true });
  cpSync(path.join(root, 'domain'), path.join(folder, 'domain'), { recursive: true });
  return compiledVersion('the working tree', folder);
}

/** The full id of the commit that a ref names. Nothing that begins with a dash reaches git as an option. */
async function commitOf(root: string, ref: string): Promise<string> {
  const args = ['-C', root, 'rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`];
  const answer = await run('git', args).catch((fault: NodeJS.ErrnoException) => {
    if (fault.code === 'ENOENT') throw new BadVersion('git is not installed: no commit can be read');
    throw new BadVersion(`"${ref}" names no commit of ${root}`);
  });
  return answer.stdout.trim();
}

/**
 * Compiles the domain in `folder` and the host beside it by this tree's settings and packages. Types are not checked:
 * an old commit need not agree with the host's.
 */
async function compiledVersion(name: string, folder: string): Promise<Version> {
  if (!existsSync(path.join(folder, PLANNER))) throw new BadVersion(`${name} has no ${PLANNER}`);
  const home = repositoryRoot();
  cpSync(path.join(home, HOST), path.join(folder, HOST));
  symlinkSync(path.join(home, 'node_modules'), path.join(folder, 'node_modules'), 'dir');
  writeFileSync(path.join(folder, 'package.json'), '{ "type": "commonjs" }');
  const settings = {
    extends: path.join(home, 'tsconfig.json'),
    compilerOptions: { rootDir: '.', outDir: 'compiled', types: [], noCheck: true, sourceMap: false },
    include: ['domain', 'rules'],
  };
  writeFileSync(path.join(folder, 'tsconfig.json'), JSON.stringify(settings));
  const compiler = createRequire(path.join(home, 'package.json')).resolve('typescript/package.json');
  const tsc = path.join(path.dirname(compiler), 'bin', 'tsc');
  await run(process.execPath, [tsc, '-p', '.'], { cwd: folder }).catch(({ stdout }: { stdout?: string }) => {
    throw new BadVersion(`${name} does not compile: ${stdout?.split('\n')[0] ?? ''}`);
  });
  return { name, folder: path.join(folder, 'compiled') };
}
