import { z } from 'zod';
import { type Said, translator } from './translation';

/** A bank's events about an order, in its own words. Fields that it adds are passed over. */
const Notice = z.discriminatedUnion('event', [
  z.object({
    event: z.literal('order.documents_requested'),
    requested_on: z.string(),
    answer_by: z.string(),
  }),
  z.object({ event: z.literal('order.opened'), opened_on: z.string() }),
  z.object({ event: z.literal('order.refused'), refused_on: z.string(), reason: z.string() }),
]);
const Reference = z
  .object({ client_order_id: z.string() })
  .transform(({ client_order_id }) => client_order_id);

/** A bank's notice in our words. */
export const translateBank = translator(Reference, Notice, outcomeOf);

function outcomeOf(notice: z.output<typeof Notice>): Said {
  switch (notice.event) {
    case 'order.documents_requested': {
      const { requested_on: on, answer_by: by } = notice;
      return { outcome: 'completionRequested', on, fields: { by } };
    }
    case 'order.opened':
      return { outcome: 'opened', on: notice.opened_on, fields: {} };
    case 'order.refused':
      return { outcome: 'refused', on: notice.refused_on, fields: { why: notice.reason } };
  }
}
