import { setTimeout as pause } from 'node:timers/promises';
import type { Answer } from '../http/client';
import type { Run } from '../run';

/** An import as far as this command reads it; whatever else it says is shown as it stands. */
export type Import = {
  readonly importId: string;
  readonly state: string;
  readonly rows?: number;
  readonly counts?: Readonly<Record<string, number>>;
};

/** States in which an import goes no further by itself. */
const AT_REST = ['awaitingDecisions', 'stopped', 'ended'];
const LOOK_EVERY = 1_000;

/** Looks until the import rests; a line for each change on the way. */
export async function followed(run: Run<object>, started: Answer<Import>): Promise<Answer<Import>> {
  const path = `/imports/${started.body.importId}`;
  let shown = '';
  for (;;) {
    const answer = await run.api.get<Import>(path);
    const line = progressLine(answer.body);
    if (line !== shown) run.note(line);
    shown = line;
    if (AT_REST.includes(answer.body.state)) return answer;
    await pause(LOOK_EVERY);
  }
}

/** `opening: 45000 rows, waiting 31000, opened 14000`: the state, and every count that is not nothing. */
function progressLine({ state, rows, counts = {} }: Import): string {
  const some = Object.entries(counts).filter(([, count]) => count > 0);
  return `${state}: ${[`${rows ?? 0} rows`, ...some.map(([name, count]) => `${name} ${count}`)].join(', ')}`;
}
