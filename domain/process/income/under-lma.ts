import { addDays } from '../../law/calendar';
import { lmaAidUntil } from '../../law/lma';
import type { StepId } from '../../model/ids';
import type { PlainDate } from '../../model/plain-date';
import { doneOn, programmePeriod } from '../steps/arbetsformedlingen/programme';
import type { StepContext } from '../steps/step-definition';

const UTSKRIVNING = 'utskrivningLma' as StepId;
const MOTTAGANDE = 'mottagande' as StepId;

/** Aid under LMA of one person: never had, to a last day, or without a known end. */
export type LmaAid =
  | { readonly kind: 'none' }
  | { readonly kind: 'until'; readonly lastDay: PlainDate }
  | { readonly kind: 'goesOn' };

/** What an answer about aid under LMA is read from: the facts, the day and the steps planned so far. */
export type LmaContext = Pick<StepContext, 'facts' | 'planned' | 'today'>;

/**
 * How long Migrationsverket's aid lasts: what has been paid, else the earliest of the day by law, the discharge and
 * the day before the programme began (LMA 8 §).
 */
export function lmaAidOf(context: LmaContext): LmaAid {
  const { facts } = context;
  const byLaw = lmaAidUntil(facts, placedOn(context), context.today);
  const discharge = dischargedOn(context);
  const isKnown = byLaw !== undefined || discharge !== undefined;
  if (!isKnown && facts.lma?.registered !== true) return { kind: 'none' };
  if (facts.lmaAid !== undefined && byLaw !== undefined) return { kind: 'until', lastDay: byLaw };
  const programmeFrom = programmePeriod(context)?.from;
  const ends = [byLaw, discharge, programmeFrom && addDays(programmeFrom, -1)];
  const [lastDay] = ends.filter((day) => day !== undefined).sort();
  return lastDay === undefined ? { kind: 'goesOn' } : { kind: 'until', lastDay };
}

/** The day an assigned place could be used. */
function placedOn({ planned }: LmaContext): PlainDate | undefined {
  const mottagande = planned(MOTTAGANDE)?.status;
  return doneOn(mottagande, 'received') ?? doneOn(mottagande, 'declined');
}

/** Whether Migrationsverket carries the person under LMA on a day: from the day of the discharge no longer. */
export function isUnderLma(context: LmaContext): boolean {
  if (context.facts.lma?.registered !== true || dischargedOn(context) !== undefined) return false;
  const aid = lmaAidOf(context);
  return aid.kind === 'goesOn' || (aid.kind === 'until' && context.today <= aid.lastDay);
}

function dischargedOn({ planned }: LmaContext): PlainDate | undefined {
  return doneOn(planned(UTSKRIVNING)?.status, 'discharged');
}
