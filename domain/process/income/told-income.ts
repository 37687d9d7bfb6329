import type { Span } from '../../law/coverage';
import type { CaseFacts } from '../../model/facts';
import type { PlainDate } from '../../model/plain-date';
import { doneOn, PROGRAMUPPFOLJNING } from '../steps/arbetsformedlingen/programme';
import type { StepContext } from '../steps/step-definition';

/** What full-time occupations are paid by: a wage, full föräldrapenning, full sjukpenning (2017:820 5 §). */
const PAID = ['work', 'parentalLeave', 'sickLeave'];

/**
 * The days covered by income from outside the path, as it was told: the income itself; and where nothing newer was told
 * of that, the occupation that pays, or the work or the studies that the programme ended with.
 */
export function toldIncome(context: Pick<StepContext, 'facts' | 'planned'>): readonly Span[] {
  const { income } = context.facts;
  const from = impliedFrom(context);
  const implied = from === undefined || (income && income.since >= from) ? [] : [{ from }];
  return income ? [...implied, spanOf(income)] : implied;
}

function impliedFrom({ facts, planned }: Pick<StepContext, 'facts' | 'planned'>): PlainDate | undefined {
  const { occupation } = facts;
  const followUp = planned(PROGRAMUPPFOLJNING)?.status;
  const leftFor = doneOn(followUp, 'work') ?? doneOn(followUp, 'studies');
  if (leftFor !== undefined && (occupation === undefined || occupation.since <= leftFor)) return leftFor;
  if (occupation?.extent !== 'full' || !PAID.includes(occupation.activity)) return undefined;
  return occupation.since;
}

function spanOf({ from, until }: NonNullable<CaseFacts['income']>): Span {
  return { from, ...(until ? { until } : {}) };
}
