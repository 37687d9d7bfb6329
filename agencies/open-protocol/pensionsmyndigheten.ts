import { z } from 'zod';
import type { Circumstances } from '../kernel/agency';
import { dayOf, plusDays, type Day } from '../kernel/calendar';
import type { Matter } from '../kernel/dossiers';
import { dossierNumber, identity, kommunCode, openAgency, personnummer } from './app';
import { applicationCourse, type Outcome } from './report';

/** Days to the decision, of our own making: no public figure. */
const LEAD = { first: 30, last: 90 };
/** SFB 74:8: äldreförsörjningsstöd is granted for twelve months at most. */
const MONTHS_OF_SUPPORT = 12;
const DAYS_OF_A_MONTH_AT_MOST = 31;

const DENIED = 'Dina inkomster är högre än vad som ger rätt till förmånerna.';
const DISMISSED = 'Ansökan är inte undertecknad.';

/** Pensionsmyndigheten: garantipension, bostadstillägg and äldreförsörjningsstöd on one application, and its renewal. */
export const pensionsmyndigheten = openAgency({
  id: 'pensionsmyndigheten',
  errandPrefix: 'PMB-',
  takesDemands: true,
  steps: {
    pensionsformaner: {
      person: z.strictObject({
        ...identity,
        dossierNumber,
        personnummer: personnummer.optional(),
        kommun: kommunCode.optional(),
      }),
      number: ({ year, number }) => `VER ${year}-${number}`,
      course: applicationCourse(LEAD, decide),
    },
  },
});

function decide(matter: Matter, { behaviour }: Circumstances): Outcome {
  if (behaviour.avvisad) return { outcome: 'avvisad', fields: { why: DISMISSED } };
  if (behaviour.avslag) return { outcome: 'denied', fields: { grounds: DENIED } };
  const from = firstDay(matter);
  return { outcome: 'granted', fields: { from, supportUntil: lastDayOfSupport(from) } };
}

/** SFB 74:7: from the month of the application; of a renewal, from the month that it is for. */
function firstDay({ key, came }: Matter): Day {
  const [, month = dayOf(came.at).slice(0, 7)] = key.stepId.split(':');
  return `${month}-01`;
}

function lastDayOfSupport(first: Day): Day {
  let month = first;
  for (let count = 0; count < MONTHS_OF_SUPPORT; count += 1) {
    month = `${plusDays(month, DAYS_OF_A_MONTH_AT_MOST).slice(0, 7)}-01`;
  }
  return plusDays(month, -1);
}
