import type { Generated } from 'kysely';
import type { AgencyId } from '../../domain/model/agency';
import type { CaseId, KommunCode, StepId } from '../../domain/model/ids';
import type { PlainDate } from '../../domain/model/plain-date';
import type { CountChange, CountMeasure } from '../../domain/statistics/span-counts';

/** A case as it is counted: the kommun is null where it is unknown or the person is protected. */
type CaseSpansTable = {
  case_id: CaseId;
  opened_on: PlainDate;
  closed_on: PlainDate | null;
  kommun: KommunCode | null;
};

/** One wait for one step (`domain/statistics/span.ts`); ended without an outcome it stopped. */
type StepSpansTable = {
  case_id: CaseId;
  step_id: StepId;
  agency: AgencyId;
  opened_on: PlainDate;
  ended_on: PlainDate | null;
  outcome: string | null;
  kommun: KommunCode | null;
  overdue_from: PlainDate | null;
};

/** Changes of counts (`domain/statistics/span-counts.ts`): a count is the sum of its rows. */
type WorkCountsTable = {
  measure: CountMeasure;
  step: StepId | null;
  /** `00` is the whole country, null whoever is counted in no kommun. */
  kommun: CountChange['kommun'];
  period: PlainDate;
  days: number | null;
  /** The day of the case on which it changed; null for what changed before the days that are kept apart. */
  recorded_on: PlainDate | null;
  change: number;
};

/**
 * What the nightly counts hold of a day, by kommun: steps by agency and step, cases by agency or as a whole; stuck cases,
 * the steps behind them and the days of the oldest by the agency and step of the root.
 */
export type DailyMeasure =
  'openSteps' | 'overdueSteps' | 'openCases' | 'stuckCases' | 'stuckStepsBehind' | 'stuckOldestDays';

type DailyCountsTable = {
  day: PlainDate;
  measure: DailyMeasure;
  /** Null for those that are counted in no kommun: the whole country is the sum of all rows. */
  kommun: KommunCode | null;
  agency: AgencyId | null;
  step: StepId | null;
  value: number;
};

/** A day whose counts are there, also when they are all 0; `with_stuck` where stuck cases are among them. */
type CountedDaysTable = { day: PlainDate; counted_at: Generated<Date>; with_stuck: boolean };

/** The tables that statistics are told from. */
export type StatisticsTables = {
  case_spans: CaseSpansTable;
  step_spans: StepSpansTable;
  work_counts: WorkCountsTable;
  daily_counts: DailyCountsTable;
  counted_days: CountedDaysTable;
};
