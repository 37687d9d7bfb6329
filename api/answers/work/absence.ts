import { z } from 'zod';
import { MessageId } from '../../../domain/model/ids';
import { Instant, PlainDate } from '../../../domain/model/plain-date';
import { type Absence, absenceStateOn } from '../../../register/absences/absence';

/** Days on which somebody is away and a colleague stands in. */
export const AbsenceAnswer = z
  .object({
    absenceId: MessageId,
    subject: z.string().describe('Who is away'),
    substitute: z.string(),
    from: PlainDate,
    to: PlainDate.describe('The last day'),
    state: z
      .enum(['coming', 'underWay', 'over'])
      .describe('Over once the last day has gone, or it was ended or cancelled'),
    createdBy: z.string(),
    endedBy: z.string().nullable().describe('Who ended it before its time'),
    endedAt: Instant.nullable(),
  })
  .meta({ id: 'Absence' });

/** An absence as it stands on a day. */
export function absenceAnswer(absence: Absence, today: PlainDate): z.input<typeof AbsenceAnswer> {
  const { id: absenceId, endedAt, ...more } = absence;
  const state = absenceStateOn(absence, today);
  return { absenceId, ...more, state, endedAt: endedAt?.toISOString() ?? null };
}
