import type { Circumstances, PlannedAnswer } from '../kernel/agency';
import type { Matter } from '../kernel/dossiers';
import { requestsFor } from '../procedure/completion';
import { decision, drawnDays } from '../procedure/decision';

/** Days from a complete application: 80 on average in 2019, two to five months in 2021. */
const LEAD = { first: 60, last: 150 };

const NIVAER = ['gymnasieexamen', 'högskoleexamen', 'kandidatexamen', 'masterexamen'];
const AVSKRIVEN = 'Begärda handlingar har inte kommit in.';

/** The course of an application: the originals asked for, then the statement; or it is written off. */
export function courseOfUtlatande(matter: Matter, circumstances: Circumstances): readonly PlannedAnswer[] {
  const { requests, since } = requestsFor(matter, circumstances, (id, { on, by }) => ({
    ...envelope(matter, id),
    lage: 'vantar-pa-handlingar',
    datum: on,
    senast: by,
    handlingar: 'Betyget i original, skannat i färg',
  }));
  if (!since) return requests;
  const days = drawnDays(circumstances, LEAD, 'beslut');
  const statement = decision(matter, circumstances, { since, days }, (id, { decided }) => ({
    ...envelope(matter, id),
    datum: decided,
    ...result(circumstances),
  }));
  return [...requests, statement];
}

function result({ behaviour, timetable }: Circumstances): object {
  if (behaviour.avvisad) return { lage: 'avskriven', orsak: AVSKRIVEN };
  if (behaviour.avslag) return { lage: 'klar', motsvarar: null };
  return { lage: 'klar', motsvarar: NIVAER[Math.floor(timetable.share('nivå') * NIVAER.length)] };
}

function envelope(matter: Matter, id: string): object {
  return { id, uhrReferens: matter.reference, ...matter.receipt };
}
