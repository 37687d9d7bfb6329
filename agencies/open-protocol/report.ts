/** The reports of the open protocol, and the course of an application that ends in a decision. */
import type { Circumstances, PlannedAnswer } from '../kernel/agency';
import type { Day } from '../kernel/calendar';
import type { Matter } from '../kernel/dossiers';
import { requestsFor } from '../procedure/completion';
import { decision, drawnDays, type DecisionDays, type Days } from '../procedure/decision';
import type { Course } from './app';

/** An outcome of a step and what belongs to it, in the words of the catalogue. */
export type Outcome = { readonly outcome: string; readonly fields?: Readonly<Record<string, string>> };

/** The body of a report about a filing. */
export function report(
  matter: Matter,
  id: string,
  days: { readonly on: Day; readonly servedOn?: Day },
  { outcome, fields = {} }: Outcome,
): object {
  return { id, filing: matter.reference, outcome, ...days, fields };
}

/** The requests for completion that a filing gets; `since` is undefined while an answer to one is waited for. */
export function completionRequests(
  matter: Matter,
  circumstances: Circumstances,
): ReturnType<typeof requestsFor> {
  return requestsFor(matter, circumstances, (id, { on, by }) =>
    report(matter, id, { on }, { outcome: 'completionRequested', fields: { by } }),
  );
}

/**
 * Requests for completion, then one decision after a number of days of `lead`, sent on the day that the person receives
 * it; a decision that is not formally served names the day it was made only.
 */
export function applicationCourse(
  lead: Days,
  decide: (matter: Matter, circumstances: Circumstances, days: DecisionDays) => Outcome,
  isServed = true,
): Course {
  return (matter, circumstances): readonly PlannedAnswer[] => {
    const { requests, since } = completionRequests(matter, circumstances);
    if (!since) return requests;
    const days = drawnDays(circumstances, lead, 'beslut');
    const decided = decision(matter, circumstances, { since, days }, (id, on) =>
      report(
        matter,
        id,
        { on: on.decided, ...(isServed && { servedOn: on.served }) },
        decide(matter, circumstances, on),
      ),
    );
    return [...requests, decided];
  };
}
