/**
 * How an authority asks an applicant for more papers, and what a message about a matter affects: the same procedure
 * (förvaltningslagen) at every authority, each in its own words.
 */
import type { Circumstances, Letter, PlannedAnswer } from '../kernel/agency';
import { plusDays, workday, type Day } from '../kernel/calendar';
import type { Matter, Occasion } from '../kernel/dossiers';
import type { ErrandKind } from '../kernel/reference';
import { daysBetween } from '../kernel/timetable';

/** Name of the answer that is a decision; a demand hastens the answer of this name. */
export const DECISION = 'beslut';

const ASKED_AFTER = { first: 5, last: 15 };
const ANSWERED_WITHIN = 21;

/** The day papers are requested, and the last day to send them. */
export type Asked = { readonly on: Day; readonly by: Day };

/** Returns the request that a completion received now answers; undefined when there is no unanswered one. */
export function openRequest(matter: Matter): string | undefined {
  return asked(matter).find((name) => !completionOf(matter, name));
}

/** Returns whether papers have been requested in the matter, answered or not. */
export function hasBeenCompleted(matter: Matter): boolean {
  return asked(matter).length > 0;
}

/**
 * Returns as many requests for completion as the behaviour sets, each answered before the next, and in `since` the event
 * from which the time to the decision counts; undefined while a request is unanswered.
 */
export function requestsFor(
  matter: Matter,
  circumstances: Circumstances,
  write: (id: string, asked: Asked) => object,
): { readonly requests: readonly PlannedAnswer[]; readonly since: Occasion | undefined } {
  const requests: PlannedAnswer[] = [];
  let since: Occasion | undefined = matter.came;
  const wanted = Math.max(circumstances.behaviour.completions ?? 0, asked(matter).length);
  for (let n = 1; n <= wanted && since; n += 1) {
    requests.push(request(circumstances, since, requestName(n), write));
    since = completionOf(matter, requestName(n));
  }
  return { requests, since };
}

/** What a message of a kind affects: a completion the open request, a demand that is not refused the decision. */
export function effectOf(kind: ErrandKind): NonNullable<Letter['answers']> {
  return (matter, behaviour) => {
    if (kind === 'completion') return openRequest(matter);
    const isTaken = kind === 'demand' && !behaviour.refuseDemand && openRequest(matter) === undefined;
    return isTaken ? DECISION : undefined;
  };
}

function request(
  { timetable }: Circumstances,
  since: Occasion,
  name: string,
  write: (id: string, asked: Asked) => object,
): PlannedAnswer {
  const lead = daysBetween(ASKED_AFTER.first, ASKED_AFTER.last, timetable.share(name));
  const coming = timetable.after(since, lead, name);
  return {
    name,
    due: coming.due,
    write: (id, today) => {
      const on = today ?? coming.day;
      return write(id, { on, by: workday(plusDays(on, ANSWERED_WITHIN)) });
    },
  };
}

function asked(matter: Matter): string[] {
  return Object.keys(matter.outgoing).filter((name) => name.startsWith('komplettering/'));
}

function requestName(n: number): string {
  return `komplettering/${n}`;
}

function completionOf(matter: Matter, name: string): Occasion | undefined {
  return Object.values(matter.errands).find(({ answers }) => answers === name)?.came;
}
