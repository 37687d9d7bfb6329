import { addDays } from '../../law/calendar';
import type { Span } from '../../law/coverage';
import { isMaintainedByParents, maintainedByParentsUntil } from '../../law/parents-maintenance';
import type { StepId } from '../../model/ids';
import type { PlainDate } from '../../model/plain-date';
import { etableringsersattningSpans } from './etableringsersattning-spans';
import { doneOn } from '../steps/arbetsformedlingen/programme';
import { inProgrammeUntil, planMadeOn } from './programme-aid';
import { toldIncome } from './told-income';
import { lmaAidOf, type LmaContext } from './under-lma';

const KARTLAGGNING = 'etableringsersattningKartlaggning' as StepId;
const PENSION = 'pensionsformaner' as StepId;

/** A day before any case: where an income goes further back than anyone asks. */
const LONG_AGO = '1890-01-01' as PlainDate;

/**
 * The days that the income of a person covers, past and coming, as far as it has been decided or told: what is only
 * expected covers nothing. Bistånd is left out.
 */
export function incomeSpans(context: LmaContext): readonly Span[] {
  return [
    ...lma(context),
    ...toldIncome(context),
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
