import type { Circumstances, PlannedAnswer } from '../kernel/agency';
import { dayOf, plusDays, workday } from '../kernel/calendar';
import type { AgencyState, Matter, Occasion } from '../kernel/dossiers';
import { daysBetween, logNormalDays, occasionOf, type Coming } from '../kernel/timetable';
import { numberFor } from './published-test-numbers';
import { Arende, dayOfBirth } from './words';

/** Lead times, in days. Median and 90th percentile of the decision: Skatteverket says 4 to 18 weeks. */
const DECISION = { median: 28, p90: 126 };
const DECISION_AFTER_COMPLETION = { first: 7, last: 28 };
const COMPLETION_ASKED = { first: 5, last: 15 };
const COMPLETION_WITHIN = 21;
/** FL (2017:900) 12 §: within four weeks of the demand. */
const DECISION_AFTER_DEMAND = { first: 5, last: 25 };
const SERVED_AFTER = { first: 2, last: 5 };

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
  const requests: PlannedAnswer[] = [];
  let since: Occasion | undefined = matter.came;
  const wanted = Math.max(circumstances.behaviour.completions ?? 0, asked(matter).length);
  for (let n = 1; n <= wanted && since; n += 1) {
    requests.push(requestForCompletion(matter, circumstances, since, n));
    since = completionOf(matter, requestName(n));
  }
  return since ? [...requests, decision(matter, circumstances, since)] : requests;
}

/** The request that a completion coming in now answers; undefined when nothing has been asked, or all is answered. */
export function openRequest(matter: Matter): string | undefined {
  return asked(matter).find((name) => !completionOf(matter, name));
}

/** Whether the matter waits for papers, so that a demand for a decision is refused. */
export function waitsForPapers(matter: Matter): boolean {
  return openRequest(matter) !== undefined;
}

function asked(matter: Matter): string[] {
  return Object.keys(matter.outgoing).filter((name) => name.startsWith('komplettering/'));
}

function requestName(n: number): string {
  return `komplettering/${n}`;
}

function completionOf(matter: Matter, request: string): Occasion | undefined {
  return Object.values(matter.errands).find(({ answers }) => answers === request)?.came;
}

function requestForCompletion(
  matter: Matter,
  { timetable }: Circumstances,
  since: Occasion,
  n: number,
): PlannedAnswer {
  const name = requestName(n);
  const lead = daysBetween(COMPLETION_ASKED.first, COMPLETION_ASKED.last, timetable.share(name));
  const coming = timetable.after(since, lead, name);
  return {
    name,
    due: coming.due,
    write: (id, today) => {
      const begardDatum = today ?? coming.day;
      const svarSenast = workday(plusDays(begardDatum, COMPLETION_WITHIN));
      return {
        ...envelope(matter, id, 'KOMPLETTERING_BEGARD', begardDatum),
        komplettering: { begardDatum, svarSenast, avser: ['handling som styrker civilstånd'] },
      };
    },
  };
}

function decision(matter: Matter, circumstances: Circumstances, since: Occasion): PlannedAnswer {
  const { timetable, behaviour, state } = circumstances;
  const decided = decidedOn(matter, circumstances, since);
  const toService = daysBetween(SERVED_AFTER.first, SERVED_AFTER.last, timetable.share('delgivning'));
  const served = timetable.after(occasionOf(decided), toService, 'delgivning');
  return {
    name: 'beslut',
    due: served.due,
    write: (id, today) => {
      const days = { beslutsdatum: today ?? decided.day, delgivenDatum: today ?? served.day };
      const write = (handelse: string, content: object): object => ({
        ...envelope(matter, id, handelse, days.delgivenDatum),
        beslut: { ...days, ...content },
      });
      if (behaviour.avvisad) return write('BESLUT_AVVISAD', { orsak: ORSAK });
      if (behaviour.avslag) return write('BESLUT_AVSLAG', { skal: SKAL });
      return write('BESLUT_REGISTRERAD', registration(matter, state));
    },
  };
}

function decidedOn(matter: Matter, { timetable, behaviour }: Circumstances, since: Occasion): Coming {
  const usual = timetable.after(since, behaviour.leadDays ?? usualLead(matter, timetable.share), 'beslut');
  const demand = Object.values(matter.errands).find(({ kind, answers }) => kind === 'demand' && answers);
  if (!demand) return usual;
  const { first, last } = DECISION_AFTER_DEMAND;
  const demanded = timetable.after(
    demand.came,
    daysBetween(first, last, timetable.share('begaran')),
    'begaran',
  );
  return demanded.due < usual.due ? demanded : usual;
}

function usualLead(matter: Matter, share: (name: string) => number): number {
  const { first, last } = DECISION_AFTER_COMPLETION;
  if (asked(matter).length > 0) return daysBetween(first, last, share('beslut/komplett'));
  return logNormalDays(DECISION.median, DECISION.p90, [share('beslut/1'), share('beslut/2')]);
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
