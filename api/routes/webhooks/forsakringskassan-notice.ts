import { z } from 'zod';
import { type Said, translator } from './translation';

const decision = { beslutsdag: z.string(), delgivningsdag: z.string() };
const refusal = { ...decision, motivering: z.string() };

const Beslut = z.discriminatedUnion('utfall', [
  z.object({
    utfall: z.literal('BEVILJAD'),
    ...decision,
    fromDag: z.string().optional(),
    forstaUtbetalning: z.string().optional(),
  }),
  z.object({ utfall: z.literal('FORSAKRAD'), ...decision, fromDag: z.string() }),
  z.object({ utfall: z.literal('AVSLAG'), ...refusal }),
  z.object({ utfall: z.literal('EJ_FORSAKRAD'), ...refusal }),
  z.object({ utfall: z.literal('AVVISAD'), ...refusal }),
]);

/** Försäkringskassan's messages about a förmånsärende, in its own words. Fields that it adds are passed over. */
const Notice = z.discriminatedUnion('meddelandetyp', [
  z.object({
    meddelandetyp: z.literal('KOMPLETTERINGSBEGARAN'),
    komplettering: z.object({ skickad: z.string(), sistaSvarsdag: z.string() }),
  }),
  z.object({ meddelandetyp: z.literal('BESLUT'), beslut: Beslut }),
]);
const Reference = z.object({ arendereferens: z.string() }).transform(({ arendereferens }) => arendereferens);

/** Försäkringskassan's notice in our words. */
export const translateForsakringskassan = translator(Reference, Notice, outcomeOf);

function outcomeOf(notice: z.output<typeof Notice>): Said {
  if (notice.meddelandetyp === 'BESLUT') return decisionOf(notice.beslut);
  const { skickad: on, sistaSvarsdag: by } = notice.komplettering;
  return { outcome: 'completionRequested', on, fields: { by } };
}

function decisionOf(beslut: z.output<typeof Beslut>): Said {
  const days = { on: beslut.beslutsdag, servedOn: beslut.delgivningsdag };
  switch (beslut.utfall) {
    case 'BEVILJAD': {
      const { fromDag: from, forstaUtbetalning: firstPayment } = beslut;
      return {
        outcome: 'granted',
        ...days,
        fields: { ...(from && { from }), ...(firstPayment && { firstPayment }) },
      };
    }
    case 'FORSAKRAD':
      return { outcome: 'registered', ...days, fields: { from: beslut.fromDag } };
    case 'AVSLAG':
      return { outcome: 'denied', ...days, fields: { grounds: beslut.motivering } };
    case 'EJ_FORSAKRAD':
      return { outcome: 'notInsured', ...days, fields: { grounds: beslut.motivering } };
    case 'AVVISAD':
      return { outcome: 'avvisad', ...days, fields: { why: beslut.motivering } };
  }
}
