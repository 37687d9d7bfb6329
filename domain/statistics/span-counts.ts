import { daysBetween } from '../law/calendar';
import type { KommunCode, StepId } from '../model/ids';
import type { PlainDate } from '../model/plain-date';
import { baseOf } from '../process/planner/recurrence';
import { monthOf, weekOf } from './periods';
import type { StepSpan } from './span';
import type { SpanChange } from './span-changes';

/** SCB's code of the whole country. */
export const WHOLE_COUNTRY = '00';

/**
 * What is counted, and by which period: waits going on by their day of opening; waits that ended or stopped by the month
 * of their opening and their days; waits opened, ended and stopped, cases opened and closed, by the week (its Monday).
 */
export type CountMeasure =
  'open' | 'done' | 'stopped' | 'stepsOpened' | 'stepsEnded' | 'stepsStopped' | 'casesOpened' | 'casesClosed';

/** How many more (or fewer) of something there are since a change; a number is the sum of its changes. */
export type CountChange = {
  readonly measure: CountMeasure;
  /** Absent where cases are counted; of an occurrence the step that it is of. */
  readonly step?: StepId;
  /** Null for those that are counted in no kommun, only in the whole country. */
  readonly kommun: KommunCode | typeof WHOLE_COUNTRY | null;
  readonly period: PlainDate;
  readonly days?: number;
  readonly by: number;
};

/** A case as it is counted. */
export type CaseSpan = {
  readonly openedOn: PlainDate;
  readonly closedOn?: PlainDate;
  readonly kommun?: KommunCode;
};

type Counted = Omit<CountChange, 'kommun' | 'by'>;

/** What changes of waits change in the counts. */
export function stepCounts(changes: readonly SpanChange[]): CountChange[] {
  return summed(
    changes.flatMap(({ before, after }) => [
      ...(before ? twice(countedStep(before), before.kommun, -1) : []),
      ...(after ? twice(countedStep(after), after.kommun, 1) : []),
    ]),
  );
}

/** What a change of a case changes in the counts. */
export function caseCounts(before: CaseSpan | undefined, after: CaseSpan): CountChange[] {
  return summed([
    ...(before ? twice(countedCase(before), before.kommun, -1) : []),
    ...twice(countedCase(after), after.kommun, 1),
  ]);
}

function countedStep({ stepId, openedOn, end }: StepSpan): readonly Counted[] {
  const step = baseOf(stepId) as StepId;
  const opened: Counted = { measure: 'stepsOpened', step, period: weekOf(openedOn) };
  if (!end) return [opened, { measure: 'open', step, period: openedOn }];
  const isDone = end.outcome !== undefined;
  const length = { step, period: monthOf(openedOn), days: daysBetween(openedOn, end.on) };
  return [
    opened,
    { measure: isDone ? 'done' : 'stopped', ...length },
    { measure: isDone ? 'stepsEnded' : 'stepsStopped', step, period: weekOf(end.on) },
  ];
}

function countedCase({ openedOn, closedOn }: CaseSpan): readonly Counted[] {
  const opened: Counted = { measure: 'casesOpened', period: weekOf(openedOn) };
  return closedOn ? [opened, { measure: 'casesClosed', period: weekOf(closedOn) }] : [opened];
}

/** Once for the whole country and once for the kommun: neither is to be added up from the other. */
function twice(counted: readonly Counted[], kommun: KommunCode | undefined, by: number): CountChange[] {
  return counted.flatMap((each) => [
    { ...each, kommun: WHOLE_COUNTRY, by },
    { ...each, kommun: kommun ?? null, by },
  ]);
}

/** One change for each count, and none for those that stay as they are. */
function summed(changes: readonly CountChange[]): CountChange[] {
  const sums = new Map<string, CountChange>();
  for (const change of changes) {
    const { measure, step, kommun, period, days } = change;
    const name = [measure, step, kommun, period, days].join(' ');
    sums.set(name, { ...change, by: change.by + (sums.get(name)?.by ?? 0) });
  }
  return [...sums.values()].filter(({ by }) => by !== 0);
}
