/** How a matter is decided and the decision served: lead times by the draw, hastened by a demand (FL 12 §). */
import type { Circumstances, PlannedAnswer } from '../kernel/agency';
import type { Day } from '../kernel/calendar';
import type { Matter, Occasion } from '../kernel/dossiers';
import { daysBetween, occasionOf, type Coming } from '../kernel/timetable';
import { DECISION } from './completion';

/** FL (2017:900) 12 §: within four weeks of the demand. */
const AFTER_DEMAND = { first: 5, last: 25 };
const SERVED_AFTER = { first: 2, last: 5 };

/** A range of days, both included. */
export type Days = { readonly first: number; readonly last: number };

/** The day a decision was made, and the later one on which the person received it. */
export type DecisionDays = { readonly decided: Day; readonly served: Day };

/** Returns the decision of a matter, `days` days after `since`; it is sent on the day that it is served. */
export function decision(
  matter: Matter,
  circumstances: Circumstances,
  { since, days }: { readonly since: Occasion; readonly days: number },
  write: (id: string, days: DecisionDays) => object,
): PlannedAnswer {
  const { timetable } = circumstances;
  const decided = decidedOn(matter, circumstances, since, days);
  const toService = daysBetween(SERVED_AFTER.first, SERVED_AFTER.last, timetable.share('delgivning'));
  const served = timetable.after(occasionOf(decided), toService, 'delgivning');
  return {
    name: DECISION,
    due: served.due,
    write: (id, today) => write(id, { decided: today ?? decided.day, served: today ?? served.day }),
  };
}

/** Returns days within a range, by the matter's own draw of that name. */
export function drawnDays({ timetable }: Circumstances, { first, last }: Days, name: string): number {
  return daysBetween(first, last, timetable.share(name));
}

function decidedOn(matter: Matter, circumstances: Circumstances, since: Occasion, days: number): Coming {
  const { timetable, behaviour } = circumstances;
  const usual = timetable.after(since, behaviour.leadDays ?? days, DECISION);
  const demand = Object.values(matter.errands).find(({ kind, answers }) => kind === 'demand' && answers);
  if (!demand) return usual;
  const demanded = timetable.after(demand.came, drawnDays(circumstances, AFTER_DEMAND, 'begaran'), 'begaran');
  return demanded.due < usual.due ? demanded : usual;
}
