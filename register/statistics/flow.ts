import { sql } from 'kysely';
import type { KommunCode, StepId } from '../../domain/model/ids';
import type { PlainDate } from '../../domain/model/plain-date';
import type { CountMeasure } from '../../domain/statistics/span-counts';
import type { Register } from '../database';
import { inKommuner } from './lead-times';

/** The dimensions of flow besides the week. */
export type FlowSide = 'step' | 'kommun';

/** Steps to count (unset: cases), in these kommuner (unset: everywhere), in the weeks between two Mondays. */
export type FlowQuestion = {
  readonly steps?: readonly StepId[];
  readonly kommuner?: readonly KommunCode[];
  readonly from: PlainDate;
  readonly to: PlainDate;
};

/** Number opened, ended, stopped or closed in one week at one place. */
export type PlacedFlow = {
  readonly measure: Exclude<CountMeasure, 'open' | 'done' | 'stopped'>;
  /** The Monday of the week. */
  readonly week: PlainDate;
  readonly step: StepId | null;
  readonly kommun: KommunCode | null;
  readonly count: number;
};

const STEP_MEASURES = ['stepsOpened', 'stepsEnded', 'stepsStopped'];
const CASE_MEASURES = ['casesOpened', 'casesClosed'];

/** Returns work in and out by week, grouped by `sides` (the others are null); cases have no step. */
export async function readFlow(
  register: Register,
  { steps, kommuner, from, to }: FlowQuestion,
  sides: readonly FlowSide[],
): Promise<PlacedFlow[]> {
  const { rows } = await sql<PlacedFlow>`
    select measure, period as week,
      ${sides.includes('step') ? sql`step` : sql`null`} as step,
      ${sides.includes('kommun') ? sql`kommun` : sql`null`} as kommun,
      sum(change)::int as count
    from work_counts
    where measure = any(${steps ? STEP_MEASURES : CASE_MEASURES}::text[])
      and ${steps ? sql`step = any(${steps}::text[])` : sql`step is null`}
      and ${inKommuner(kommuner, sides.includes('kommun'))} and period between ${from} and ${to}
    group by 1, 2, 3, 4
    having sum(change) <> 0`.execute(register);
  return rows;
}
