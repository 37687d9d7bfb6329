import { workingDayAfter } from '../law/working-days';
import { latest } from '../law/calendar';
import type { AgencyId } from '../model/agency';
import type { KommunCode, StepId } from '../model/ids';
import type { Plan, PlannedStep } from '../model/plan';
import type { PlainDate } from '../model/plain-date';
import type { StepRecord } from '../model/step-record';

/**
 * One wait for one step: what lead times, caseload and flow are counted from. A recurring step has one for each
 * occurrence.
 *
 * It *opens* on the day a plan first shows the step open; a step that is reopened, applied for anew, or made anew with
 * another kommun after a move begins another wait that day. Filing again after a refusal by a system, and a new call
 * after a missed meeting, do not: the person has been waiting all along.
 *
 * It *ends* with an outcome on the day that the outcome is of (for a refusal, the day from which it stands). It *stops*,
 * without one, when the case is withdrawn, the step no longer applies or is held back again, or another wait begins. A
 * pause ends nothing. An end that is reported with an earlier day than the opening counts on the day of opening.
 */
export type StepSpan = {
  readonly stepId: StepId;
  readonly agency: AgencyId;
  readonly openedOn: PlainDate;
  readonly end?: SpanEnd;
  /** Where it is counted: the kommun of stay; unset where that is unknown or the person is protected. */
  readonly kommun?: KommunCode;
  /**
   * The first working day after the earliest duty or target: overdue from then on, as a stuck case's reason is. Of an
   * ended wait the last that was known.
   */
  readonly overdueFrom?: PlainDate;
};

/** Without an outcome the wait stopped. */
export type SpanEnd = { readonly on: PlainDate; readonly outcome?: string };

/**
 * The kommun that a case is counted in. A protected person is counted in the whole country only, so that no number of
 * a small kommun is theirs; a person whose protection is not known is treated as protected. Fingerade personuppgifter are
 * counted as anybody's: one case fewer than the list of cases shows would reveal them.
 */
export function countedIn({ protection, kommun }: Plan): KommunCode | undefined {
  return protection.queue === 'ordinary' ? kommun : undefined;
}

/** The wait that a plan shows for a step; `undefined` for one that has never opened. `asOf` is the day of the plan. */
export function presentSpan(step: PlannedStep, record: StepRecord, asOf: PlainDate): StepSpan | undefined {
  const openedOn = openingOf(record);
  if (openedOn === undefined) return undefined;
  const end = endOf(step, asOf);
  const { stepId, agency } = step;
  if (end) return { stepId, agency, openedOn, end: { ...end, on: latest(openedOn, end.on) } };
  const overdueFrom = overdueDay(step);
  return { stepId, agency, openedOn, ...(overdueFrom ? { overdueFrom } : {}) };
}

/** The first opening, the last reopening or the last move, whichever came last. A move has no message of its own. */
function openingOf({ openedOn, reopenings, resubmissions }: StepRecord): PlainDate | undefined {
  if (openedOn === undefined) return undefined;
  const moves = resubmissions.filter(({ messageId }) => messageId === undefined);
  return latest(openedOn, ...[...reopenings, ...moves].map(({ on }) => on));
}

function endOf({ status }: PlannedStep, asOf: PlainDate): SpanEnd | undefined {
  switch (status.kind) {
    case 'open':
    case 'paused':
      return undefined;
    case 'done':
      return { on: status.on, outcome: status.outcome };
    case 'cancelled':
      return { on: status.on };
    case 'blocked':
    case 'notApplicable':
      return { on: asOf };
  }
}

function overdueDay({ dues }: PlannedStep): PlainDate | undefined {
  const [first] = dues
    .filter(({ kind }) => kind === 'duty' || kind === 'target')
    .map(({ date }) => date)
    .sort();
  return first && workingDayAfter(first, 1);
}
