import { z } from 'zod';
import { KommunCode, StepId } from '../../../domain/model/ids';
import { PlainDate } from '../../../domain/model/plain-date';
import { WaitingForAnswer } from '../../answers/listed-case';

/** What a queue is filtered and sorted by: the worklist's own parameters, and what a saved view keeps. */
export const WorklistFilterQuery = z.strictObject({
  sort: z
    .enum(['due', 'waiting', 'priority'])
    .optional()
    .describe('By the date that matters most, by how long it is open, or by the nearest loss to the person'),
  waitingFor: WaitingForAnswer.optional(),
  step: StepId.optional(),
  kommun: KommunCode.optional().describe('Kommun of stay'),
  assignee: z.string().max(200).optional().describe('`me`, `none`, or the subject of a colleague'),
  dueBefore: PlainDate.optional(),
  followUpBefore: PlainDate.optional().describe("With the caller's own follow-up day before this day"),
  unread: z
    .enum(['true'])
    .optional()
    .describe('With something entered by others since the caller last read the case'),
});
export type WorklistFilterQuery = z.output<typeof WorklistFilterQuery>;
