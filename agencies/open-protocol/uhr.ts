import { z } from 'zod';
import type { Circumstances } from '../kernel/agency';
import type { Matter } from '../kernel/dossiers';
import { dossierNumber, identity, openAgency, personnummer } from './app';
import { applicationCourse, type Outcome } from './report';

/** Days from a complete application: 80 on average in 2019, two to five months in 2021. */
const LEAD = { first: 60, last: 150 };

const LEVELS = ['gymnasieexamen', 'högskoleexamen', 'kandidatexamen', 'masterexamen'];
const WRITTEN_OFF = 'Begärda handlingar har inte kommit in.';

/** UHR: a statement on grades from abroad. The person sends the grades. */
export const uhr = openAgency({
  id: 'uhr',
  errandPrefix: '',
  takesDemands: true,
  steps: {
    betygsbedomning: {
      person: z.strictObject({ ...identity, dossierNumber, personnummer: personnummer.optional() }),
      number: ({ year, number }) => `UHR-${year}/${number}`,
      course: applicationCourse(LEAD, state, false),
    },
  },
});

function state(_matter: Matter, { behaviour, timetable }: Circumstances): Outcome {
  if (behaviour.avvisad) return { outcome: 'avskriven', fields: { why: WRITTEN_OFF } };
  if (behaviour.avslag) return { outcome: 'noEquivalent' };
  const level = LEVELS[Math.floor(timetable.share('nivå') * LEVELS.length)] ?? '';
  return { outcome: 'assessed', fields: { level } };
}
