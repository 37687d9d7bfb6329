import { addDays, addMonths } from '../law/calendar';
import type { Span } from '../law/coverage';
import type { PlainDate } from '../model/plain-date';
import type { StepPlanned } from './step-in-hand';

const GRANTS = ['granted', 'partly'];
const DAY = /^(19|2[01])\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/** The days that bistånd was granted for, in whole or in part, month by month. */
export function bistandSpans(occurrences: readonly StepPlanned[]): readonly Span[] {
  return occurrences.flatMap(grantedFor);
}

/** From the first day of its period, or from the decision where that is earlier, to the day that the decision names. */
function grantedFor({ planned: { status }, answers, context: { periodFrom } }: StepPlanned): readonly Span[] {
  if (status.kind !== 'done' || status.refusal || !GRANTS.includes(status.outcome)) return [];
  const from = periodFrom !== undefined && periodFrom < status.on ? periodFrom : status.on;
  const to = answers.findLast(({ outcome }) => outcome === status.outcome)?.fields?.to;
  return [{ from, until: dayIn(to) ?? monthEnd(periodFrom ?? status.on) }];
}

function dayIn(text: string | undefined): PlainDate | undefined {
  return text !== undefined && DAY.test(text) ? (text as PlainDate) : undefined;
}

function monthEnd(day: PlainDate): PlainDate {
  return addDays(addMonths(`${day.slice(0, 7)}-01` as PlainDate, 1), -1);
}
