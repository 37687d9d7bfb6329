import { setTimeout as pause } from 'node:timers/promises';
import type { Answer } from '../http/client';
import { EXIT, Failure } from '../failure';
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
    const answer = await lookAgain(run, () => run.api.get<T>(path));
    const now = answer ? line(answer.body) : shown;
    if (now !== shown) run.note(now);
    shown = now;
    if (answer && rests(answer.body)) return answer;
    await pause(LOOK_EVERY);
  }
}

/** One look of several: an API that goes away for a while ends nothing that has begun, it is told and undefined given. */
export async function lookAgain<T>({ note }: Run<object>, look: () => Promise<T>): Promise<T | undefined> {
  try {
    return await look();
  } catch (failure) {
    if (!(failure instanceof Failure) || !isPassing(failure)) throw failure;
    note(`${failure.message.replace(/\.$/, '')}; trying again`);
    return undefined;
  }
}

/** Nobody answered, or the API said that it is away or has too much to do. */
function isPassing({ exitCode, status = 0 }: Failure): boolean {
  return exitCode === EXIT.unreachable || [429, 503].includes(status);
}

/** `waiting 31000, opened 14000`: every count that is not nothing. */
export function someCounts(counts: Readonly<Record<string, number>>): string {
  const some = Object.entries(counts).filter(([, count]) => count > 0);
  return some.map(([name, count]) => `${name} ${count}`).join(', ');
}
