import Table from 'cli-table3';
import { printable } from './printable';

/** What a cell holds; nothing is shown as a dash. */
export type Cell = string | number | null | undefined;

const LINES =
  'top top-mid top-left top-right bottom bottom-mid bottom-left bottom-right left left-mid mid mid-mid right right-mid middle';
const NO_LINES = Object.fromEntries(LINES.split(' ').map((name) => [name, '']));

/** Rows under their heads, for people: no lines, no colours, numbers to the right. */
export function table(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const isNumber = head.map((_, column) => rows.every((row) => typeof row[column] === 'number'));
  const drawn = new Table({
    head: [...head],
    chars: NO_LINES,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 2 },
    colAligns: isNumber.map((numeric) => (numeric ? 'right' : 'left')),
  });
  drawn.push(...rows.map((row) => row.map((cell) => written(cell))));
  return drawn
    .toString()
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');
}

/** `name: value`, one a line, a value's own parts indented below it: for what has no table of its own. */
export function outline(value: unknown, indent = ''): string {
  const parts = Object.entries(Object(value) as Record<string, unknown>);
  return parts.map(([name, part]) => outlined(name, part, indent)).join('\n');
}

function outlined(name: string, part: unknown, indent: string): string {
  const head = `${indent}${Array.isArray(part) ? `${name} (${part.length})` : name}:`;
  if (typeof part !== 'object' || part === null) return `${head} ${written(part as Cell)}`;
  const isSimple = Array.isArray(part) && part.every((each) => typeof each !== 'object');
  if (isSimple) return `${head} ${part.map((each) => written(each as Cell)).join(', ') || '–'}`;
  return `${head}\n${outline(part, `${indent}  `)}`;
}

function written(cell: Cell | boolean): string {
  return cell === null || cell === undefined || cell === '' ? '–' : printable(String(cell));
}
