/**
 * A planner in a process of its own: it reads cases as JSON lines and writes plans in the same order. `npm run rules` compiles
 * this file once more beside the `domain/` of each version, so that what it imports there is that version's.
 */
import { createInterface } from 'node:readline';
import type { DatedFact } from '../../domain/model/facts';
import type { Plan } from '../../domain/model/plan';
import type { Instant, PlainDate } from '../../domain/model/plain-date';
import type { StepRecords } from '../../domain/model/step-record';
import { factsAsOf } from '../../domain/process/facts-as-of';
import { planCase } from '../../domain/process/plan';

/** What both planners are asked about one case; one JSON line. */
export type Question = {
  readonly facts: readonly DatedFact[];
  readonly records: StepRecords;
  readonly day: PlainDate;
  readonly now: Instant;
};

/** A plan, which another version may have shaped otherwise; or the kind of error that the planner threw. */
export type Answer = { readonly plan: Partial<Plan> } | { readonly failed: string };

const settings = JSON.parse(process.argv[2] ?? '{}') as Parameters<typeof planCase>[3];

createInterface({ input: process.stdin }).on('line', (line) => {
  process.stdout.write(`${JSON.stringify(answerTo(line))}\n`);
});

function answerTo(line: string): Answer {
  try {
    const { facts, records, day, now } = JSON.parse(line) as Question;
    return { plan: planCase(factsAsOf(facts, day), records, now, settings) };
  } catch (defect) {
    return { failed: nameOf(defect) };
  }
}

/** The kind of an error and its place in the domain, without its message, which may quote a person. */
function nameOf(defect: unknown): string {
  if (!(defect instanceof Error)) return 'unknown';
  const place = /\/(domain\/[\w./-]+:\d+)/.exec(defect.stack ?? '')?.[1];
  return place ? `${defect.name} at ${place}` : defect.name;
}
