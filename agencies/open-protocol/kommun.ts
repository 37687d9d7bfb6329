import { z } from 'zod';
import type { Circumstances, PlannedAnswer } from '../kernel/agency';
import type { Day } from '../kernel/calendar';
import type { Matter } from '../kernel/dossiers';
import { occasionOf, type Coming } from '../kernel/timetable';
import { drawnDays } from '../procedure/decision';
import { dossierNumber, identity, kommunCode, openAgency, personnummer } from './app';
import { report, type Outcome } from './report';

/** Lead times, in days from the application. */
const RECEIVED = { first: 2, last: 10 };
const STARTED = { first: 30, last: 90 };
const DENIAL_SERVED_AFTER = { first: 2, last: 4 };

const COURSES = ['sfi A', 'sfi B', 'sfi C'];
const WHY = 'Sökanden har redan grundläggande kunskaper i svenska språket.';

const Person = z.strictObject({
  ...identity,
  dossierNumber,
  personnummer: personnummer.optional(),
  kommun: kommunCode,
});

/** A kommun: books the first meeting, at the last desk of the day (a caseworker records it), and takes SFI applications. */
export const kommun = openAgency({
  id: 'kommun',
  errandPrefix: 'KV ',
  steps: {
    kommunmote: {
      person: Person.partial({ kommun: true }),
      number: ({ number }) => `MÖTE ${number}`,
      appointment: { hour: 13, place: 'Kommunens kontaktcenter' },
    },
    sfi: { person: Person, number: ({ year, number }) => `VUX-${year}-${number}`, course: sfiCourse },
  },
});

/** The course of an application for SFI: received within days, begun after weeks; or not received, and why. */
function sfiCourse(matter: Matter, circumstances: Circumstances): readonly PlannedAnswer[] {
  const { timetable, behaviour } = circumstances;
  const toReceipt = drawnDays(circumstances, RECEIVED, 'mottagen');
  if (behaviour.avslag) {
    const decided = timetable.after(matter.came, behaviour.leadDays ?? toReceipt, 'mottagen');
    const toService = drawnDays(circumstances, DENIAL_SERVED_AFTER, 'delgivet');
    const served = timetable.after(occasionOf(decided), toService, 'delgivet');
    return [notReceived(matter, decided, served)];
  }
  const received = Math.min(toReceipt, behaviour.leadDays ?? toReceipt);
  const started = behaviour.leadDays ?? drawnDays(circumstances, STARTED, 'påbörjad');
  const course = COURSES[Math.floor(timetable.share('kurs') * COURSES.length)] ?? '';
  return [
    event(matter, 'mottagen', timetable.after(matter.came, received, 'mottagen'), { outcome: 'received' }),
    event(matter, 'påbörjad', timetable.after(matter.came, started, 'påbörjad'), {
      outcome: 'started',
      fields: { course },
    }),
  ];
}

function event(matter: Matter, name: string, { due, day }: Coming, outcome: Outcome): PlannedAnswer {
  return { name, due, write: (id, today) => report(matter, id, { on: today ?? day }, outcome) };
}

function notReceived(matter: Matter, decided: Coming, served: Coming): PlannedAnswer {
  const days = (today: Day | undefined) => ({ on: today ?? decided.day, servedOn: today ?? served.day });
  return {
    name: 'ej mottagen',
    due: served.due,
    write: (id, today) => report(matter, id, days(today), { outcome: 'notReceived', fields: { why: WHY } }),
  };
}
