import type { Circumstances, PlannedAnswer } from '../kernel/agency';
import { dayOf } from '../kernel/calendar';
import type { AgencyState, Matter } from '../kernel/dossiers';
import { logNormalDays } from '../kernel/timetable';
import { DECISION, hasBeenCompleted, requestsFor } from '../procedure/completion';
import { decision, drawnDays, type DecisionDays } from '../procedure/decision';
import { numberFor } from './published-test-numbers';
import { Arende, dayOfBirth } from './words';

/** Lead times, in days. Median and 90th percentile of the decision: Skatteverket says 4 to 18 weeks. */
const DECISION_LEAD = { median: 28, p90: 126 };
const AFTER_COMPLETION = { first: 7, last: 28 };

const REGISTERED = 'BESLUT_REGISTRERAD';
const SKAL = 'Det har inte visats att du kommer att ha din dygnsvila i Sverige under minst ett år.';
const ORSAK = 'Anmälan saknar uppgifter som behövs för att den ska kunna prövas.';

/**
 * The course of a notification: as many requests for completion as are asked for, each answered before the next, then
 * one decision. The decision is sent on the day that it is served.
 */
export function courseOfFolkbokforing(
  matter: Matter,
  circumstances: Circumstances,
): readonly PlannedAnswer[] {
  if (matter.type !== 'folkbokforing') return [];
  const { requests, since } = requestsFor(matter, circumstances, (id, { on, by }) => ({
    ...envelope(matter, id, 'KOMPLETTERING_BEGARD', on),
    komplettering: { begardDatum: on, svarSenast: by, avser: ['handling som styrker civilstånd'] },
  }));
  if (!since) return requests;
  const days = usualLead(matter, circumstances);
  return [
    ...requests,
    decision(matter, circumstances, { since, days }, (id, on) => beslut(matter, circumstances, id, on)),
  ];
}

/** Returns the registration in the form in which it was reported; undefined when none has been reported. */
export function announcedRegistration(matter: Matter): object | undefined {
  const { body } = matter.outgoing[DECISION] ?? {};
  if (body === undefined) return undefined;
  const notice = JSON.parse(body) as { handelse: string; arendenummer: string; beslut: object };
  if (notice.handelse !== REGISTERED) return undefined;
  return { avsandarreferens: matter.reference, arendenummer: notice.arendenummer, ...notice.beslut };
}

function beslut(
  matter: Matter,
  { behaviour, state }: Circumstances,
  id: string,
  { decided, served }: DecisionDays,
): object {
  const write = (handelse: string, content: object): object => ({
    ...envelope(matter, id, handelse, served),
    beslut: { beslutsdatum: decided, delgivenDatum: served, ...content },
  });
  if (behaviour.avvisad) return write('BESLUT_AVVISAD', { orsak: ORSAK });
  if (behaviour.avslag) return write('BESLUT_AVSLAG', { skal: SKAL });
  return write(REGISTERED, registration(matter, state));
}

function usualLead(matter: Matter, circumstances: Circumstances): number {
  if (hasBeenCompleted(matter)) return drawnDays(circumstances, AFTER_COMPLETION, 'beslut/komplett');
  const { share } = circumstances.timetable;
  return logNormalDays(DECISION_LEAD.median, DECISION_LEAD.p90, [share('beslut/1'), share('beslut/2')]);
}

/** FOL 35 §: registered from the day the notification came in. */
function registration(matter: Matter, state: AgencyState): object {
  const { person, kommunkod } = Arende.parse(matter.content);
  matter.personnummer ??= taken(state, dayOfBirth(person.fodelsetid));
  return { personnummer: matter.personnummer, kommunkod, folkbokfordFran: dayOf(matter.came.at) };
}

function taken(state: AgencyState, bornOn: string): string {
  const personnummer = numberFor(bornOn, (number) => state.issued.includes(number));
  state.issued.push(personnummer);
  return personnummer;
}

function envelope(matter: Matter, handelseId: string, handelse: string, handelsedatum: string): object {
  const { arendenummer } = matter.receipt as { arendenummer: string };
  return { handelseId, handelse, avsandarreferens: matter.reference, arendenummer, handelsedatum };
}
