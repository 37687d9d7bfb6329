import { type Cell, table } from './table';

/** A page of a list as the API answers it. */
export type Page<T> = { readonly items: readonly T[]; readonly nextCursor?: string | null };

/** A page as a table, with how to get the next. */
export function pageOf<T>(
  { items, nextCursor }: Page<T>,
  head: readonly string[],
  row: (item: T) => readonly Cell[],
): string {
  if (items.length === 0) return 'nothing';
  const more = nextCursor ? `\n\nmore: --cursor ${nextCursor}` : '';
  return `${table(head, items.map(row))}${more}`;
}
