import type { Circumstances, PlannedAnswer } from '../kernel/agency';
import { dayOf, plusDays, type Day } from '../kernel/calendar';
import type { Matter } from '../kernel/dossiers';
import { requestsFor } from '../procedure/completion';
import { decision, drawnDays } from '../procedure/decision';

/** Days to the decision, of our own making: no public figure. */
const LEAD = { first: 30, last: 90 };
/** SFB 74:8: äldreförsörjningsstöd is granted for twelve months at most. */
const MONTHS_OF_SUPPORT = 12;
const DAYS_OF_A_MONTH_AT_MOST = 31;

const SKAL = 'Dina inkomster är högre än vad som ger rätt till förmånerna.';
const ORSAK = 'Ansökan är inte undertecknad.';

/** The course of an application: requests for completion, then one decision, sent on the day that it is served. */
export function courseOfPension(matter: Matter, circumstances: Circumstances): readonly PlannedAnswer[] {
  const { requests, since } = requestsFor(matter, circumstances, (handelse_id, { on, by }) => ({
    ...envelope(matter, handelse_id),
    begaran: { sand: on, svar_senast: by, galler: 'hyresavi' },
  }));
  if (!since) return requests;
  const days = drawnDays(circumstances, LEAD, 'beslut');
  const beslut = decision(matter, circumstances, { since, days }, (handelse_id, on) => ({
    ...envelope(matter, handelse_id),
    beslut: { fattat: on.decided, delgivet: on.served, ...slag(matter, circumstances) },
  }));
  return [...requests, beslut];
}

function slag(matter: Matter, { behaviour }: Circumstances): object {
  if (behaviour.avvisad) return { slag: 'avvisning', skal: ORSAK };
  if (behaviour.avslag) return { slag: 'avslag', skal: SKAL };
  const fran_och_med = firstDay(matter);
  return { slag: 'bifall', fran_och_med, stod_till_och_med: lastDayOfSupport(fran_och_med) };
}

/** SFB 74:7: from the month of the application; of a renewal, from the month that it is for. */
function firstDay({ content, came }: Matter): Day {
  const month = typeof content.fornyas_fran === 'string' ? content.fornyas_fran : dayOf(came.at).slice(0, 7);
  return `${month}-01`;
}

function lastDayOfSupport(first: Day): Day {
  let month = first;
  for (let count = 0; count < MONTHS_OF_SUPPORT; count += 1) {
    month = `${plusDays(month, DAYS_OF_A_MONTH_AT_MOST).slice(0, 7)}-01`;
  }
  return plusDays(month, -1);
}

function envelope(matter: Matter, handelse_id: string): object {
  const { diarienummer } = matter.receipt as { diarienummer: string };
  return { handelse_id, klient_referens: matter.reference, diarienummer };
}
