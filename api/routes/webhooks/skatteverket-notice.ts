import { z } from 'zod';
import { type Said, translator } from './translation';

const decision = { beslutsdatum: z.string(), delgivenDatum: z.string() };

/** Skatteverket's notices about a notification. Unknown fields are ignored. */
const Notice = z.discriminatedUnion('handelse', [
  z.object({
    handelse: z.literal('KOMPLETTERING_BEGARD'),
    komplettering: z.object({ begardDatum: z.string(), svarSenast: z.string() }),
  }),
  z.object({
    handelse: z.literal('BESLUT_REGISTRERAD'),
    beslut: z.object({
      ...decision,
      personnummer: z.string(),
      kommunkod: z.string(),
      folkbokfordFran: z.string(),
    }),
  }),
  z.object({ handelse: z.literal('BESLUT_AVSLAG'), beslut: z.object({ ...decision, skal: z.string() }) }),
  z.object({ handelse: z.literal('BESLUT_AVVISAD'), beslut: z.object({ ...decision, orsak: z.string() }) }),
]);
const Reference = z
  .object({ avsandarreferens: z.string() })
  .transform(({ avsandarreferens }) => avsandarreferens);

/** Translates Skatteverket's notice; all are about the decision on folkbokföring. */
export const translateSkatteverket = translator(Reference, Notice, outcomeOf);

function outcomeOf(notice: z.output<typeof Notice>): Said {
  switch (notice.handelse) {
    case 'KOMPLETTERING_BEGARD': {
      const { begardDatum: on, svarSenast: by } = notice.komplettering;
      return { outcome: 'completionRequested', on, fields: { by } };
    }
    case 'BESLUT_REGISTRERAD': {
      const { personnummer, kommunkod: kommun, folkbokfordFran: from } = notice.beslut;
      return { outcome: 'registered', ...days(notice.beslut), fields: { personnummer, kommun, from } };
    }
    case 'BESLUT_AVSLAG':
      return { outcome: 'avslag', ...days(notice.beslut), fields: { grounds: notice.beslut.skal } };
    case 'BESLUT_AVVISAD':
      return { outcome: 'avvisad', ...days(notice.beslut), fields: { why: notice.beslut.orsak } };
  }
}

function days(beslut: { readonly beslutsdatum: string; readonly delgivenDatum: string }) {
  return { on: beslut.beslutsdatum, servedOn: beslut.delgivenDatum };
}
