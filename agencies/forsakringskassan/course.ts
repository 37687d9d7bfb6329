import type { Circumstances, PlannedAnswer } from '../kernel/agency';
import { dayOf, plusDays, workday, type Day } from '../kernel/calendar';
import type { Matter } from '../kernel/dossiers';
import { requestsFor } from '../procedure/completion';
import { decision, drawnDays, type DecisionDays } from '../procedure/decision';

/** What may be applied for; the aid for the kartläggning is bound to no month and no round (2017:819 10:9). */
export const FORMANSKODER = ['EE_KARTLAGGNING', 'EE', 'FORSAKRINGSTILLHORIGHET'] as const;

/** Days to the decision, of our own making: no agency publishes them. */
const LEAD = {
  EE_KARTLAGGNING: { first: 10, last: 45 },
  EE: { first: 7, last: 28 },
  FORSAKRINGSTILLHORIGHET: { first: 30, last: 120 },
} as const satisfies Record<(typeof FORMANSKODER)[number], { first: number; last: number }>;

/** Applied for by the 7th, paid on the 26th; later, on the 26th of the month after. */
const LAST_DAY_OF_ROUND = 7;
const PAYMENT_DAY = 26;

const AVSLAG = 'Du uppfyller inte villkoren för ersättningen under den tid som ansökan avser.';
const AVVISNING = 'Ansökan saknar uppgifter som behövs för att den ska kunna prövas.';
const EJ_FORSAKRAD = 'Du anses inte vara bosatt i Sverige enligt 5 kap. socialförsäkringsbalken.';

/** The course of an application: requests for completion, then one decision, sent on the day that it is served. */
export function courseOfAnsokan(matter: Matter, circumstances: Circumstances): readonly PlannedAnswer[] {
  const formanskod = matter.type as (typeof FORMANSKODER)[number];
  const { requests, since } = requestsFor(matter, circumstances, (meddelandeId, { on, by }) => ({
    ...envelope(matter, meddelandeId, 'KOMPLETTERINGSBEGARAN'),
    komplettering: { skickad: on, sistaSvarsdag: by, handlingar: ['kontouppgift'] },
  }));
  if (!since) return requests;
  const days = drawnDays(circumstances, LEAD[formanskod], 'beslut');
  const beslut = decision(matter, circumstances, { since, days }, (meddelandeId, on) => ({
    ...envelope(matter, meddelandeId, 'BESLUT'),
    beslut: {
      beslutsdag: on.decided,
      delgivningsdag: on.served,
      ...utfall(matter, formanskod, circumstances, on),
    },
  }));
  return [...requests, beslut];
}

function utfall(
  matter: Matter,
  formanskod: (typeof FORMANSKODER)[number],
  { behaviour }: Circumstances,
  on: DecisionDays,
): object {
  const isTillhorighet = formanskod === 'FORSAKRINGSTILLHORIGHET';
  if (behaviour.avvisad) return { utfall: 'AVVISAD', motivering: AVVISNING };
  if (behaviour.avslag) {
    return isTillhorighet
      ? { utfall: 'EJ_FORSAKRAD', motivering: EJ_FORSAKRAD }
      : { utfall: 'AVSLAG', motivering: AVSLAG };
  }
  if (isTillhorighet) return { utfall: 'FORSAKRAD', fromDag: dayOf(matter.came.at) };
  if (formanskod === 'EE_KARTLAGGNING') return { utfall: 'BEVILJAD' };
  return {
    utfall: 'BEVILJAD',
    fromDag: firstOfMonth(matter),
    forstaUtbetalning: roundAfter(matter, on.served),
  };
}

/** The month applied for: the one named, else the one before the application, which is made when it is over. */
function firstOfMonth({ content, came }: Matter): Day {
  if (typeof content.avserManad === 'string') return `${content.avserManad}-01`;
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

function envelope(matter: Matter, meddelandeId: string, meddelandetyp: string): object {
  const { arendeId } = matter.receipt as { arendeId: string };
  return { meddelandeId, meddelandetyp, arendereferens: matter.reference, arendeId };
}
