import type { Circumstances, PlannedAnswer } from '../kernel/agency';
import type { Matter } from '../kernel/dossiers';
import { daysBetween, occasionOf } from '../kernel/timetable';

/** Lead times, in days from the application. */
const RECEIVED = { first: 2, last: 10 };
const STARTED = { first: 30, last: 90 };
const DENIAL_SERVED_AFTER = { first: 2, last: 4 };

const COURSES = ['sfi A', 'sfi B', 'sfi C'];
const MOTIVERING = 'Sökanden har redan grundläggande kunskaper i svenska språket.';

/** The course of an application for SFI: received within days, begun after weeks; or not received, and why. */
export function courseOfSfi(matter: Matter, circumstances: Circumstances): readonly PlannedAnswer[] {
  if (matter.type !== 'sfi') return [];
  return circumstances.behaviour.avslag
    ? [notReceived(matter, circumstances)]
    : [received(matter, circumstances), started(matter, circumstances)];
}

function received(matter: Matter, { timetable, behaviour }: Circumstances): PlannedAnswer {
  const lead = daysBetween(RECEIVED.first, RECEIVED.last, timetable.share('mottagen'));
  const coming = timetable.after(matter.came, Math.min(lead, behaviour.leadDays ?? lead), 'mottagen');
  return {
    name: 'mottagen',
    due: coming.due,
    write: (id, today) => ({ ...envelope(matter, id), status: 'mottagen', datum: today ?? coming.day }),
  };
}

function started(matter: Matter, { timetable, behaviour }: Circumstances): PlannedAnswer {
  const lead = behaviour.leadDays ?? daysBetween(STARTED.first, STARTED.last, timetable.share('påbörjad'));
  const coming = timetable.after(matter.came, lead, 'påbörjad');
  const kurs = COURSES[Math.floor(timetable.share('kurs') * COURSES.length)];
  return {
    name: 'påbörjad',
    due: coming.due,
    write: (id, today) => ({ ...envelope(matter, id), status: 'påbörjad', datum: today ?? coming.day, kurs }),
  };
}

function notReceived(matter: Matter, { timetable, behaviour }: Circumstances): PlannedAnswer {
  const lead = behaviour.leadDays ?? daysBetween(RECEIVED.first, RECEIVED.last, timetable.share('mottagen'));
  const decided = timetable.after(matter.came, lead, 'mottagen');
  const toService = daysBetween(
    DENIAL_SERVED_AFTER.first,
    DENIAL_SERVED_AFTER.last,
    timetable.share('delgivet'),
  );
  const served = timetable.after(occasionOf(decided), toService, 'delgivet');
  return {
    name: 'ej mottagen',
    due: served.due,
    write: (id, today) => {
      const delgivet = today ?? served.day;
      const beslut = { fattat: today ?? decided.day, delgivet, motivering: MOTIVERING };
      return { ...envelope(matter, id), status: 'ej mottagen', datum: delgivet, beslut };
    },
  };
}

function envelope(matter: Matter, id: string): object {
  const { arende } = matter.receipt as { arende: object };
  return { id, arende };
}
