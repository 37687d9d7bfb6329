import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** The texts that pages are written from besides the catalogue itself. */
export type Sources = {
  /** `docs/glossary.md`, where codes are explained by hand. */
  readonly glossary: string;
  /** The comment above each step in its file, by step id. */
  readonly descriptions: ReadonlyMap<string, string>;
};

type Explained = readonly [code: string, meaning: string];

/** The file of the glossary, from the root. */
export const GLOSSARY = 'docs/glossary.md';
/** Where the pages of the process lie, from the root. */
export const PROCESS_PAGES = 'docs/process';

/** Reads the sources of the repository at `root`. */
export function readSources(root: string): Sources {
  const folder = path.join(root, 'domain', 'process');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );
  const texts = files.map((name) => readFileSync(path.join(folder, name), 'utf8'));
  return {
    glossary: readFileSync(path.join(root, GLOSSARY), 'utf8'),
    descriptions: new Map(texts.flatMap(describedIn)),
  };
}

/** The comment above every exported step of a file, as one paragraph. */
function describedIn(text: string): readonly (readonly [string, string])[] {
  const found = text.matchAll(/\/\*\*((?:(?!\*\/)[^])*)\*\/\s*export const (\w+): StepDefinition\b/g);
  return [...found].map(([, comment = '', name = '']) => {
    const lines = comment.split('\n').map((one) => one.replace(/^\s*\*/, '').trim());
    return [name, lines.join(' ').trim()];
  });
}

/**
 * What the hand-written tables of the glossary say of each code: codes in one cell are explained in the next, several of
 * them part by part. A row that begins with steps explains outcomes of those alone, under `<step> <outcome>`.
 */
export function meaningsIn(glossary: string): ReadonlyMap<string, string> {
  const rows = glossary.split('\n').filter((row) => row.startsWith('| '));
  return new Map(rows.flatMap((row) => explainedIn(row.split('|').map((cell) => cell.trim()))));
}

function explainedIn([, first = '', second = '', third = '']: readonly string[]): readonly Explained[] {
  if (codesIn(second).length === 0) return pairs(first, second);
  const steps = codesIn(first);
  const outcomes = pairs(second, third);
  if (steps.length === 0) return outcomes;
  return steps.flatMap((step) => outcomes.map(([name, meaning]): Explained => [`${step} ${name}`, meaning]));
}

function pairs(names: string, meanings: string): readonly Explained[] {
  const codes = codesIn(names);
  const parts = meanings.split(' · ');
  return codes.length === parts.length ? codes.map((name, at) => [name, parts[at] ?? '']) : [];
}

function codesIn(cell: string): readonly string[] {
  const names = cell.split(/ · |, /).map((name) => /^`(\w+)`$/.exec(name)?.[1]);
  return names.every((name) => name !== undefined) ? names : [];
}
