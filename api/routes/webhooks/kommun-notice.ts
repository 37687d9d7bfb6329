import { z } from 'zod';
import type { Translate, Translated } from './notice';

/** The kommun's events about a place at SFI, in the kommun's own words. Fields that it adds are passed over. */
const Notice = z.discriminatedUnion('status', [
  z.object({ status: z.literal('mottagen'), datum: z.string() }),
  z.object({
    status: z.literal('ej mottagen'),
    beslut: z.object({ fattat: z.string(), delgivet: z.string(), motivering: z.string() }),
  }),
  z.object({ status: z.literal('påbörjad'), datum: z.string(), kurs: z.string() }),
]);
const Referred = z.object({ arende: z.object({ externReferens: z.string() }) });

/** The kommun's notice in our words: all are about SFI. */
export const translateKommun: Translate = (notice) => {
  const referred = Referred.safeParse(notice);
  if (!referred.success) return undefined;
  const reference = referred.data.arende.externReferens;
  const read = Notice.safeParse(notice);
  return read.success ? { reference, ...outcomeOf(read.data) } : { reference };
};

function outcomeOf(notice: z.output<typeof Notice>): Omit<Translated, 'reference'> {
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
