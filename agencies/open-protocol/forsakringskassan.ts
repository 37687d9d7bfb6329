import { z } from 'zod';
import type { Circumstances } from '../kernel/agency';
import { dayOf, plusDays, workday, type Day } from '../kernel/calendar';
import type { Matter } from '../kernel/dossiers';
import { dossierNumber, identity, openAgency, personnummer, type OpenStep } from './app';
import { applicationCourse, type Outcome } from './report';

/** Applied for by the 7th, paid on the 26th; later, on the 26th of the month after. */
const LAST_DAY_OF_ROUND = 7;
const PAYMENT_DAY = 26;

const DENIED = 'Du uppfyller inte villkoren för ersättningen under den tid som ansökan avser.';
const DISMISSED = 'Ansökan saknar uppgifter som behövs för att den ska kunna prövas.';
const NOT_INSURED = 'Du anses inte vara bosatt i Sverige enligt 5 kap. socialförsäkringsbalken.';

const application = {
  person: z
    .strictObject({
      ...identity,
      dossierNumber: dossierNumber.optional(),
      personnummer: personnummer.optional(),
      arrivedOn: z.iso.date().optional(),
    })
    .refine((person) => person.dossierNumber ?? person.personnummer),
  number: ({ year, number }) => `FK-${number}/${year.slice(2)}`,
} as const satisfies OpenStep;

/**
 * Försäkringskassan: etableringsersättning for the kartläggning and month by month, and whether a person is insured.
 * Days to the decision are of our own making: no agency publishes them.
 */
export const forsakringskassan = openAgency({
  id: 'forsakringskassan',
  errandPrefix: 'FKH-',
  takesDemands: true,
  steps: {
    // The aid for the kartläggning is bound to no month and no round (2017:819 10:9).
    etableringsersattningKartlaggning: {
      ...application,
      course: applicationCourse({ first: 10, last: 45 }, (_, circumstances) => aid(circumstances, {})),
    },
    etableringsersattning: {
      ...application,
      course: applicationCourse({ first: 7, last: 28 }, (matter, circumstances, { served }) =>
        aid(circumstances, { from: firstOfMonth(matter), firstPayment: roundAfter(matter, served) }),
      ),
    },
    socialforsakring: {
      ...application,
      course: applicationCourse({ first: 30, last: 120 }, insurance),
    },
  },
});

function aid({ behaviour }: Circumstances, granted: Outcome['fields']): Outcome {
  if (behaviour.avvisad) return { outcome: 'avvisad', fields: { why: DISMISSED } };
  if (behaviour.avslag) return { outcome: 'denied', fields: { grounds: DENIED } };
  return { outcome: 'granted', fields: granted };
}

function insurance(matter: Matter, { behaviour }: Circumstances): Outcome {
  if (behaviour.avvisad) return { outcome: 'avvisad', fields: { why: DISMISSED } };
  if (behaviour.avslag) return { outcome: 'notInsured', fields: { grounds: NOT_INSURED } };
  return { outcome: 'registered', fields: { from: dayOf(matter.came.at) } };
}

/** The month applied for: the one named, else the one before the application, which is made when it has ended. */
function firstOfMonth({ key, came }: Matter): Day {
  const [, month] = key.stepId.split(':');
  if (month) return `${month}-01`;
  const applied = dayOf(came.at);
  return `${plusDays(`${applied.slice(0, 8)}01`, -1).slice(0, 8)}01`;
}

/** The first round that the application was in time for and that comes after the decision. */
function roundAfter({ came }: Matter, served: Day): Day {
  const applied = dayOf(came.at);
  const isInTime = Number(applied.slice(8)) <= LAST_DAY_OF_ROUND;
  let round = paymentIn(isInTime ? applied : nextMonth(applied));
  while (round <= served) round = paymentIn(nextMonth(round));
  return round;
}

/** The 26th of a day's month; on a Saturday the day before, on a Sunday the day after. */
function paymentIn(day: Day): Day {
  const payment = `${day.slice(0, 8)}${PAYMENT_DAY}`;
  const open = workday(payment);
  return open === plusDays(payment, 2) ? plusDays(payment, -1) : open;
}

function nextMonth(day: Day): Day {
  return plusDays(`${day.slice(0, 8)}28`, 4);
}
