import { z } from 'zod';
import { type Said, translator } from './translation';

/** A region's Appointment after the visit; other parts of the resource are ignored. */
const Appointment = z.object({ meta: z.object({ lastUpdated: z.string() }) }).and(
  z.discriminatedUnion('status', [
    z.object({ status: z.literal('fulfilled') }),
    z.object({
      status: z.literal('cancelled'),
      cancellationReason: z.enum(['patient-declined', 'examined-before']),
    }),
  ]),
);
const Reference = z
  .object({ identifier: z.object({ value: z.string() }) })
  .transform(({ identifier }) => identifier.value);

/** Translates a region's notice; all are about the health examination. */
export const translateRegion = translator(Reference, Appointment, outcomeOf);

function outcomeOf(appointment: z.output<typeof Appointment>): Said {
  const on = appointment.meta.lastUpdated;
  if (appointment.status === 'fulfilled') return { outcome: 'done', on, fields: {} };
  const wasExamined = appointment.cancellationReason === 'examined-before';
  return { outcome: wasExamined ? 'doneBefore' : 'declined', on, fields: {} };
}
