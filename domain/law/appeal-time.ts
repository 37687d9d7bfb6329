/** FL (2017:900) 43-44 §§: who hears an appeal, how long the time is and from when; with the statutes that differ. */
import type { PlainDate } from '../model/plain-date';
import { addMonths, addWeeks, movedToWorkingDay } from './calendar';

const THREE_WEEKS = { weeks: 3 } as const;

/** A time of whole weeks or of whole months, counted by lag 1930:173. */
export type LegalTime = { readonly weeks: number } | { readonly months: number };

/** Who hears an appeal. */
export type AppealBody = 'forvaltningsratt' | 'migrationsdomstol' | 'overklagandenamnd';

/** Where a decision is appealed and within what time, whether omprövning comes first, or that it may not be appealed. */
export type AppealRoute =
  | {
      readonly kind: 'appealable';
      readonly body: AppealBody;
      readonly law: string;
      readonly time: LegalTime;
      /** The agency must first review it itself, when asked within this time. */
      readonly reviewFirst?: { readonly time: LegalTime; readonly law: string };
    }
  /** The agency reviews it when asked within this time, and that is the end of it. */
  | { readonly kind: 'reviewOnly'; readonly time: LegalTime; readonly law: string }
  | { readonly kind: 'notAppealable'; readonly law: string };

/** When an appeal must have come in, or that its time has not begun to run. */
export type AppealTime =
  | { readonly kind: 'notStarted' }
  | { readonly kind: 'runs'; readonly lastDay: PlainDate; readonly movedBy?: string };

/**
 * The time counted from the day the party was *served* (FL 44 § first paragraph); for a party that stands for the
 * general public from the day of the decision (second paragraph, FOL 40 § third). Not started while the party is
 * unserved. Three weeks unless the route says otherwise.
 */
export function appealTime(
  decision: { readonly decidedOn: PlainDate; readonly servedOn?: PlainDate },
  party: 'individual' | 'generalPublic' = 'individual',
  time: LegalTime = THREE_WEEKS,
): AppealTime {
  const from = party === 'individual' ? decision.servedOn : decision.decidedOn;
  if (from === undefined) return { kind: 'notStarted' };
  const last = 'weeks' in time ? addWeeks(from, time.weeks) : addMonths(from, time.months);
  const { date, movedBy } = movedToWorkingDay(last);
  return { kind: 'runs', lastDay: date, ...(movedBy === undefined ? {} : { movedBy }) };
}

/** What a refused party may ask for, within what time, by which statute. */
export type Remedy = {
  readonly rule: 'review' | 'appeal';
  readonly time: LegalTime;
  readonly law: string;
};

/** The remedy that comes next: omprövning where there is one and it has not been made, else an appeal; none left. */
export function remedyOf(route: AppealRoute, isReviewed: boolean): Remedy | undefined {
  switch (route.kind) {
    case 'notAppealable':
      return undefined;
    case 'reviewOnly':
      return isReviewed ? undefined : { rule: 'review', time: route.time, law: route.law };
    case 'appealable':
      return route.reviewFirst && !isReviewed
        ? { rule: 'review', ...route.reviewFirst }
        : { rule: 'appeal', time: route.time, law: route.law };
  }
}
