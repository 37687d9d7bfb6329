import { z } from 'zod';
import { type Said, translator } from './translation';

/** The kommun's events about a place at SFI, in the kommun's own words. Fields that it adds are passed over. */
const Notice = z.discriminatedUnion('status', [
  z.object({ status: z.literal('mottagen'), datum: z.string() }),
  z.object({
    status: z.literal('ej mottagen'),
    beslut: z.object({ fattat: z.string(), delgivet: z.string(), motivering: z.string() }),
  }),
  z.object({ status: z.literal('påbörjad'), datum: z.string(), kurs: z.string() }),
]);
const Reference = z
  .object({ arende: z.object({ externReferens: z.string() }) })
  .transform(({ arende }) => arende.externReferens);

/** The kommun's notice in our words: all are about SFI. */
export const translateKommun = translator(Reference, Notice, outcomeOf);

function outcomeOf(notice: z.output<typeof Notice>): Said {
  switch (notice.status) {
    case 'mottagen':
      return { outcome: 'received', on: notice.datum, fields: {} };
    case 'ej mottagen': {
      const { fattat: on, delgivet: servedOn, motivering: why } = notice.beslut;
      return { outcome: 'notReceived', on, servedOn, fields: { why } };
    }
    case 'påbörjad':
      return { outcome: 'started', on: notice.datum, fields: { course: notice.kurs } };
  }
}
