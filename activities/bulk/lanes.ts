import { setTimeout as pause } from 'node:timers/promises';

/** How many are under way at a time: the cases of the same worker need the rest of its connections to the register. */
const LANES = 8;

/** When each is to begin: the first after so many milliseconds, each other so many after the one before. */
export type Tempo = { readonly wait: number; readonly gap: number };

/**
 * Does something with each of a list, none before its time and a few at once. After a fault no further one begins; those
 * under way end first, then it is thrown.
 */
export async function atTempo<T>(
  list: readonly T[],
  { wait, gap }: Tempo,
  act: (one: T) => Promise<void>,
): Promise<void> {
  const underWay = new Set<Promise<void>>();
  const faults: unknown[] = [];
  const start = Date.now() + wait;
  for (const [place, one] of list.entries()) {
    await pause(Math.max(start + place * gap - Date.now(), 0));
    if (underWay.size >= LANES) await Promise.race(underWay);
    if (faults.length > 0) break;
    const lane: Promise<void> = act(one)
      .catch((fault: unknown) => void faults.push(fault))
      .finally(() => underWay.delete(lane));
    underWay.add(lane);
  }
  await Promise.all(underWay);
  if (faults.length > 0) throw faults[0];
}
