import { setTimeout as pause } from 'node:timers/promises';
import type { Answer } from '../http/client';
import type { Run } from '../run';

/** How something long goes on: the line that says how far it has come, and whether it goes no further by itself. */
export type Progress<T> = { readonly line: (body: T) => string; readonly rests: (body: T) => boolean };

const LOOK_EVERY = 1_000;

/** Looks at `path` until what is there rests; a line beside the answer for each change on the way. Gives the last answer. */
export async function followed<T>(
  run: Run<object>,
  path: string,
  { line, rests }: Progress<T>,
): Promise<Answer<T>> {
  let shown = '';
  for (;;) {
    const answer = await run.api.get<T>(path);
    const now = line(answer.body);
    if (now !== shown) run.note(now);
    shown = now;
    if (rests(answer.body)) return answer;
    await pause(LOOK_EVERY);
  }
}

/** `waiting 31000, opened 14000`: every count that is not nothing. */
export function someCounts(counts: Readonly<Record<string, number>>): string {
  const some = Object.entries(counts).filter(([, count]) => count > 0);
  return some.map(([name, count]) => `${name} ${count}`).join(', ');
}
