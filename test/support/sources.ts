import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { repositoryRoot } from '../../platform/root';

export type Import = {
  /** The file that imports, from the root, without its ending: `api/app`. */
  readonly from: string;
  /** A file of the project, named the same way, or a package or Node module: `zod`, `node:fs`. */
  readonly to: string;
  /** Whether something of it is there when the program runs, not types alone. */
  readonly isValue: boolean;
};

/** The folders that hold sources. */
export const ROOMS =
  'domain workflows activities register rules worker api web cli agencies platform engine local process-docs test bench'.split(
    ' ',
  );

/** Every TypeScript file of the project, from the root. */
export function sourceFiles(): readonly string[] {
  return ROOMS.flatMap((room) => filesIn(room)).filter((file) => file.endsWith('.ts'));
}

/** Every file of a folder of the project, from the root; none when there is no such folder. */
export function filesIn(folder: string): readonly string[] {
  const root = repositoryRoot();
  try {
    return readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)));
  } catch {
    return [];
  }
}

/** What a file imports, by any of the ways to import: statement, re-export, `import()`, `require`. */
export function importsOf(file: string): readonly Import[] {
  const text = readFileSync(path.join(repositoryRoot(), file), 'utf8');
  const statements = [...text.matchAll(/^(?:import|export)\s([^'";]*?)\s*from\s+'([^']+)'/gm)];
  const calls = [...text.matchAll(/(?:\bimport\s+|\b(?:import|require)\s*\(\s*)'([^']+)'/gm)];
  return [
    ...statements.map(([, clause = '', source = '']) => ({ isValue: bringsValue(clause), source })),
    ...calls.map(([, source = '']) => ({ isValue: true, source })),
  ].map(({ isValue, source }) => ({ from: withoutEnding(file), to: target(file, source), isValue }));
}

function bringsValue(clause: string): boolean {
  if (clause.startsWith('type ')) return false;
  const names = /\{([^}]*)\}/.exec(clause)?.[1];
  if (names === undefined) return true;
  const bringsDefault = clause.trim().startsWith('{') === false;
  const each = names.split(',').map((name) => name.trim());
  return bringsDefault || each.some((name) => name !== '' && !name.startsWith('type '));
}

function target(file: string, source: string): string {
  return source.startsWith('.') ? path.join(path.dirname(file), source) : source;
}

function withoutEnding(file: string): string {
  return file.replace(/\.ts$/, '');
}
