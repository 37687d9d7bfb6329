import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { repositoryRoot } from '../../../platform/root';
import { runRules, type Surroundings } from '../../../rules/command';

/** One edit of a file of `domain/`; the text must be there. */
export type Edit = { readonly file: string; readonly from: string | RegExp; readonly to: string };

/** A repository whose one commit has the present domain, and whose working tree has some edits besides. */
export type ChangedDomain = {
  readonly root: string;
  /** Runs `npm run rules` there. */
  readonly rules: (args: readonly string[], more?: Partial<Surroundings>) => Promise<Told>;
  readonly edit: (edit: Edit) => void;
  readonly git: (...args: readonly string[]) => void;
};

/** What a command wrote, and its exit code; of a refusal the reason. */
export type Told = { readonly out: string; readonly warned: string; readonly code: number };

const roots: string[] = [];

afterAll(() => {
  for (const root of roots) rmSync(root, { recursive: true, force: true });
});

/** Makes such a repository; it is removed after the file's tests. */
export function changedDomain(...edits: readonly Edit[]): ChangedDomain {
  const root = mkdtempSync(path.join(os.tmpdir(), 'etablering-changed-'));
  roots.push(root);
  const git = (...args: readonly string[]): void => {
    execFileSync('git', ['-C', root, '-c', 'user.name=test', '-c', 'user.email=test@localhost', ...args]);
  };
  const edit = ({ file, from, to }: Edit): void => {
    const name = path.join(root, 'domain', file);
    const text = readFileSync(name, 'utf8');
    if (text.replace(from, to) === text) throw new Error(`${file} has no ${from}`);
    writeFileSync(name, text.replace(from, to));
  };
  cpSync(path.join(repositoryRoot(), 'domain'), path.join(root, 'domain'), { recursive: true });
  git('init', '--quiet');
  git('add', '.');
  git('commit', '--quiet', '--message=the domain');
  edits.forEach(edit);
  return { root, git, edit, rules: ranIn(root) };
}

function ranIn(root: string): ChangedDomain['rules'] {
  return async (args, more = {}) => {
    let out = '';
    let warned = '';
    const surroundings: Surroundings = {
      root,
      dataDir: path.join(root, '.data'),
      settings: {},
      out: (text) => {
        out += text;
      },
      warn: (line) => {
        warned += line;
      },
      ...more,
    };
    const code = await runRules(args, surroundings);
    return { out, warned, code };
  };
}
