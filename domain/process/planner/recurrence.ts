import { firstOfMonthAfter } from '../../law/calendar';
import type { StepId } from '../../model/ids';
import type { PlainDate } from '../../model/plain-date';
import type { StepRecords } from '../../model/step-record';
import type { Recurrence, StepContext, StepDefinition } from '../steps/step-definition';

/** More occurrences than any rule of the path has: a bound, so that no dates can make a plan endless. */
const MOST = 60;

/** One occurrence of a step; one that does not recur has a single one, without a period. */
export type Occurrence = { readonly stepId: StepId; readonly periodFrom?: PlainDate };

/** The step that an occurrence is of: `handlingsplan` of `handlingsplan:2027-08`. */
export function baseOf(id: string): string {
  const colon = id.indexOf(':');
  return colon === -1 ? id : id.slice(0, colon);
}

/** The later occurrences on record, by the step that they are of. */
export type LaterIds = ReadonlyMap<string, readonly StepId[]>;

/** Finds them among the records once for all steps. */
export function laterIdsOf(records: StepRecords): LaterIds {
  const later = new Map<string, StepId[]>();
  for (const id of Object.keys(records)) {
    const base = baseOf(id);
    if (base !== id) later.set(base, [...(later.get(base) ?? []), id as StepId]);
  }
  return later;
}

/** Whether a name is that of a later occurrence: with the month in which its period begins. */
export function isLaterId(id: string): boolean {
  return /:\d{4}-(0[1-9]|1[0-2])$/.test(id);
}

/**
 * The occurrences whose period has begun, in order, and those that have a record: the first under the bare id.
 * While it is not known when the first begins there is that one alone.
 */
export function occurrencesOf(
  { id, recurs }: StepDefinition,
  context: StepContext,
  laterIds: LaterIds,
): readonly Occurrence[] {
  if (recurs === undefined) return [{ stepId: id }];
  const from = recurs.from(context);
  if (from === undefined) return [{ stepId: id }];
  const ahead = recurs.opensAhead?.(context);
  const begun = laterPeriods(recurs, context, from)
    .filter((start) => start <= context.today || start === ahead)
    .map((periodFrom): Occurrence => ({ stepId: occurrenceId(id, periodFrom), periodFrom }));
  const names = new Set(begun.map(({ stepId }) => stepId));
  const others = (laterIds.get(id) ?? []).filter((known) => !names.has(known));
  const first = { stepId: id, periodFrom: from };
  if (others.length === 0) return [first, ...begun];
  const known = others.map((stepId) => ({ stepId, periodFrom: `${stepId.slice(-7)}-01` as PlainDate }));
  return [first, ...[...begun, ...known].toSorted((a, b) => a.stepId.localeCompare(b.stepId))];
}

/** The day on which the next occurrence begins, if one is to come. */
export function nextPeriod({ recurs }: StepDefinition, context: StepContext): PlainDate | undefined {
  const from = recurs?.from(context);
  if (recurs === undefined || from === undefined) return undefined;
  return [from, ...laterPeriods(recurs, context, from)].find((start) => start > context.today);
}

/** The first days of the periods after the first, up to the first that has not begun. */
function laterPeriods(recurs: Recurrence, context: StepContext, from: PlainDate): readonly PlainDate[] {
  const until = recurs.until(context);
  const starts: PlainDate[] = [];
  for (let n = 1; n < MOST; n += 1) {
    const start = firstOfMonthAfter(from, n * recurs.everyMonths);
    if (until !== undefined && start >= until) break;
    starts.push(start);
    if (start > context.today) break;
  }
  return starts;
}

function occurrenceId(id: StepId, start: PlainDate): StepId {
  return `${id}:${start.slice(0, 7)}` as StepId;
}
