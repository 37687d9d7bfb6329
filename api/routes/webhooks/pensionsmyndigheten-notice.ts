import { z } from 'zod';
import { type Said, translator } from './translation';

const decided = { fattat: z.string(), delgivet: z.string() };

const Beslut = z.discriminatedUnion('slag', [
  z.object({
    slag: z.literal('bifall'),
    ...decided,
    fran_och_med: z.string(),
    stod_till_och_med: z.string().optional(),
  }),
  z.object({ slag: z.enum(['avslag', 'avvisning']), ...decided, skal: z.string() }),
]);

/** Pensionsmyndigheten's events about an application, told apart by what they hold. Others fields are passed over. */
const Notice = z.union([
  z.object({ beslut: Beslut }),
  z.object({ begaran: z.object({ sand: z.string(), svar_senast: z.string() }) }),
]);
const Reference = z
  .object({ klient_referens: z.string() })
  .transform(({ klient_referens }) => klient_referens);

/** Pensionsmyndigheten's notice in our words: all are about the application for pension benefits. */
export const translatePensionsmyndigheten = translator(Reference, Notice, outcomeOf);

function outcomeOf(notice: z.output<typeof Notice>): Said {
  if ('beslut' in notice) return decisionOf(notice.beslut);
  const { sand: on, svar_senast: by } = notice.begaran;
  return { outcome: 'completionRequested', on, fields: { by } };
}

function decisionOf(beslut: z.output<typeof Beslut>): Said {
  const days = { on: beslut.fattat, servedOn: beslut.delgivet };
  switch (beslut.slag) {
    case 'bifall': {
      const { fran_och_med: from, stod_till_och_med: supportUntil } = beslut;
      return { outcome: 'granted', ...days, fields: { from, ...(supportUntil && { supportUntil }) } };
    }
    case 'avslag':
      return { outcome: 'denied', ...days, fields: { grounds: beslut.skal } };
    case 'avvisning':
      return { outcome: 'avvisad', ...days, fields: { why: beslut.skal } };
  }
}
