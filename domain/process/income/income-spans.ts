import { addDays, monthEnd } from '../../law/calendar';
import type { Span } from '../../law/coverage';
import { isMaintainedByParents, maintainedByParentsUntil } from '../../law/parents-maintenance';
import type { CaseFacts } from '../../model/facts';
import type { StepId } from '../../model/ids';
import type { PlainDate } from '../../model/plain-date';
import { dayIn } from '../filings/answers';
import type { PlacedStep } from '../planner/prepared-step';
import {
  doneOn,
  inProgrammeUntil,
  planMadeOn,
  PROGRAMUPPFOLJNING,
} from '../steps/arbetsformedlingen/programme';
import type { StepContext } from '../steps/step-definition';
import { etableringsersattningSpans } from './etableringsersattning-spans';
import { lmaAidOf, type LmaContext } from './under-lma';

const KARTLAGGNING = 'etableringsersattningKartlaggning' as StepId;
const PENSION = 'pensionsformaner' as StepId;

const GRANTS = ['granted', 'partly'];
/** What full-time occupations are paid by: a wage, full föräldrapenning, full sjukpenning (2017:820 5 §). */
const PAID = ['work', 'parentalLeave', 'sickLeave'];

/** A day before any case: where an income goes further back than any case. */
const LONG_AGO = '1890-01-01' as PlainDate;

/**
 * The days that the income of a person covers, past and coming, as far as it has been decided or reported: what is only
 * expected covers nothing. Bistånd is left out.
 */
export function incomeSpans(context: LmaContext): readonly Span[] {
  return [
    ...lma(context),
    ...reportedIncome(context),
    ...fromParents(context),
    ...kartlaggning(context),
    ...etableringsersattningSpans(context),
    ...pension(context),
  ];
}

function lma(context: LmaContext): readonly Span[] {
  const aid = lmaAidOf(context);
  if (aid.kind === 'none') return [];
  return [aid.kind === 'goesOn' ? { from: LONG_AGO } : { from: LONG_AGO, until: aid.lastDay }];
}

function fromParents({ facts }: LmaContext): readonly Span[] {
  if (facts.birth === undefined || !isMaintainedByParents(facts)) return [];
  return [{ from: LONG_AGO, until: maintainedByParentsUntil(facts.birth.bornOn) }];
}

/** From its grant until a plan is made: from then the full aid is due, which comes a month in arrears. */
function kartlaggning(context: LmaContext): readonly Span[] {
  const from = doneOn(context.planned(KARTLAGGNING)?.status, 'granted');
  const madeOn = planMadeOn(context);
  const until = madeOn ? addDays(madeOn, -1) : inProgrammeUntil(context);
  return from === undefined || until === undefined ? [] : [{ from, until }];
}

/** The support that is granted a year at a time is only a part of it, so that a renewal does not matter here. */
function pension({ planned }: LmaContext): readonly Span[] {
  const from = doneOn(planned(PENSION)?.status, 'granted');
  return from ? [{ from }] : [];
}

/**
 * The days covered by income from outside the path, as it was reported: the income itself; and where nothing newer
 * is known of that, the occupation that pays, or the work or the studies that the programme ended with.
 */
function reportedIncome(context: Pick<StepContext, 'facts' | 'planned'>): readonly Span[] {
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

/** The days that bistånd was granted for, in whole or in part, month by month. */
export function bistandSpans(occurrences: readonly PlacedStep[]): readonly Span[] {
  return occurrences.flatMap(grantedFor);
}

/** From the first day of its period, or from the decision where that is earlier, to the day that the decision names. */
function grantedFor({ planned: { status }, answers, context: { periodFrom } }: PlacedStep): readonly Span[] {
  if (status.kind !== 'done' || status.refusal || !GRANTS.includes(status.outcome)) return [];
  const from = periodFrom !== undefined && periodFrom < status.on ? periodFrom : status.on;
  const decision = answers.findLast(({ outcome }) => outcome === status.outcome);
  return [{ from, until: dayIn(decision, 'to') ?? monthEnd(periodFrom ?? status.on) }];
}
