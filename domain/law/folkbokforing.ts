/** Folkbokföringslagen (1991:481) 3-4, 26 and 35 §§: who is to notify the move to Sweden, and by when. */
import type { CaseFacts } from '../model/facts';
import type { Due } from '../model/plan';
import type { PlainDate } from '../model/plain-date';
import { addMonths, addWeeks, latest, movedToWorkingDay } from './calendar';
import { temporaryProtectionRegistration } from './temporary-protection';

/**
 * The day the conditions of FOL 3-4 §§ are met: in the country, with a permit decided and begun; with temporary
 * protection the day lag 2024:691 names. Undefined while the permit is unknown or where they never are.
 */
export function conditionsMetOn(facts: CaseFacts, today: PlainDate): PlainDate | undefined {
  const { permit, arrival } = facts;
  if (permit === undefined) return undefined;
  const inSweden = arrival?.arrivedOn ?? permit.decidedOn;
  const met = latest(inSweden, permit.decidedOn, permit.validFrom);
  if (permit.ground !== 'temporaryProtection') return met;
  const registration = temporaryProtectionRegistration(permit, today);
  return registration.kind === 'from' ? latest(met, registration.day) : undefined;
}

/**
 * Last day to notify (26 §): a week after three months in the country; but where someone who needs a permit had been
 * here for more than three months without meeting 4 §, four weeks from the day the conditions were met.
 */
export function notificationDue(facts: CaseFacts, today: PlainDate): Due | undefined {
  const met = conditionsMetOn(facts, today);
  if (facts.arrival === undefined || met === undefined) return undefined;
  const threeMonths = addMonths(facts.arrival.arrivedOn, 3);
  const lastDay = met > threeMonths ? addWeeks(met, 4) : addWeeks(threeMonths, 1);
  const moved = movedToWorkingDay(lastDay);
  return { ...moved, kind: 'duty', rule: 'folkbokforingAnmalan', law: 'FOL 26 §', whose: 'newcomer' };
}

/**
 * The hint of 35 §: registered from the day of moving in if the notice comes within a week of it, else from the day it
 * comes in. Only while that day is still to come, and only where the conditions can be met by then.
 */
export function moveInHint(facts: CaseFacts, today: PlainDate): Due | undefined {
  const movedInOn = facts.stay?.movedInOn;
  const met = conditionsMetOn(facts, today);
  if (movedInOn === undefined || met === undefined) return undefined;
  const moved = movedToWorkingDay(addWeeks(movedInOn, 1));
  if (moved.date < today || moved.date < met) return undefined;
  return { ...moved, kind: 'right', rule: 'registeredFromMovingIn', law: 'FOL 35 §', whose: 'newcomer' };
}
