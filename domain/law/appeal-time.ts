/** FL (2017:900) 43-44 §§: who hears an appeal, how long the time is and from when; with the statutes that differ. */
import type { PlainDate } from '../model/plain-date';
import { addWeeks, movedToWorkingDay } from './calendar';

const WEEKS = 3;

/** Where a decision is appealed, or that it may not be. */
export type AppealRoute =
  | {
      readonly kind: 'appealable';
      readonly body: 'forvaltningsratt' | 'overklagandenamnd';
      readonly law: string;
    }
  | { readonly kind: 'notAppealable'; readonly law: string };

/** Every decision that the catalogue knows, by step id; `personnummersiffror` is the one that may not be appealed. */
export const APPEAL_ROUTES: { readonly [decision: string]: AppealRoute } = {
  // An avvisning is a decision under FL and not FOL 3-22 §§: FL 44 § gives it the same three weeks.
  personnummer: { kind: 'appealable', body: 'forvaltningsratt', law: 'FOL 38, 40 §§; FL 44 §' },
  personnummersiffror: { kind: 'notAppealable', law: 'FOL 39 § 3' },
  sfi: { kind: 'appealable', body: 'overklagandenamnd', law: 'skollagen 28:12; FL 44 §' },
};

/** The route of a decision; one that the table does not know may not be appealed here. */
export function appealRouteOf(decision: string): AppealRoute {
  const route = Object.hasOwn(APPEAL_ROUTES, decision) ? APPEAL_ROUTES[decision] : undefined;
  return route ?? { kind: 'notAppealable', law: 'FL 41 §' };
}

/** When an appeal must have come in, or that its time has not begun to run. */
export type AppealTime =
  | { readonly kind: 'notStarted' }
  | { readonly kind: 'runs'; readonly lastDay: PlainDate; readonly movedBy?: string };

/**
 * Three weeks from the day the party was *served* (FL 44 § first paragraph); for a party that stands for the general
 * public from the day of the decision (second paragraph, FOL 40 § third). Not started while the party is unserved.
 */
export function appealTime(
  decision: { readonly decidedOn: PlainDate; readonly servedOn?: PlainDate },
  party: 'individual' | 'generalPublic' = 'individual',
): AppealTime {
  const from = party === 'individual' ? decision.servedOn : decision.decidedOn;
  if (from === undefined) return { kind: 'notStarted' };
  const { date, movedBy } = movedToWorkingDay(addWeeks(from, WEEKS));
  return { kind: 'runs', lastDay: date, ...(movedBy === undefined ? {} : { movedBy }) };
}
