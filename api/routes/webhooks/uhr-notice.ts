import { z } from 'zod';
import { type Said, translator } from './translation';

/** UHR's messages about an application, in its own words. Fields that it adds are passed over. */
const Notice = z.discriminatedUnion('lage', [
  z.object({ lage: z.literal('vantar-pa-handlingar'), datum: z.string(), senast: z.string() }),
  z.object({ lage: z.literal('klar'), datum: z.string(), motsvarar: z.string().nullable() }),
  z.object({ lage: z.literal('avskriven'), datum: z.string(), orsak: z.string() }),
]);
const Reference = z.object({ uhrReferens: z.string() }).transform(({ uhrReferens }) => uhrReferens);

/** UHR's notice in our words: all are about the assessment of grades. */
export const translateUhr = translator(Reference, Notice, outcomeOf);

function outcomeOf(notice: z.output<typeof Notice>): Said {
  const on = notice.datum;
  switch (notice.lage) {
    case 'vantar-pa-handlingar':
      return { outcome: 'completionRequested', on, fields: { by: notice.senast } };
    case 'klar':
      return notice.motsvarar === null
        ? { outcome: 'noEquivalent', on, fields: {} }
        : { outcome: 'assessed', on, fields: { level: notice.motsvarar } };
    case 'avskriven':
      return { outcome: 'avskriven', on, fields: { why: notice.orsak } };
  }
}
