import { z } from 'zod';
import { KommunCode, StepId } from '../../../domain/model/ids';
import { PlainDate } from '../../../domain/model/plain-date';
import { AssigneeQuery } from '../../auth/colleague';
import { KnownStep } from '../../parameters';
import { WaitingForAnswer } from '../../answers/status';

/** What a queue is filtered and sorted by: the worklist's own parameters, and what a saved view keeps. */
export const WorklistFilterQuery = z.strictObject({
  sort: z
    .enum(['due', 'waiting', 'priority'])
    .optional()
    .describe('By the date that matters most, by how long it is open, or by the nearest loss to the person'),
  waitingFor: WaitingForAnswer.optional(),
  step: StepId.optional(),
  kommun: KommunCode.optional().describe('Kommun of stay'),
  assignee: AssigneeQuery,
  dueBefore: PlainDate.optional(),
  followUpBefore: PlainDate.optional().describe("With the caller's own follow-up day before this day"),
  unread: z
    .enum(['true'])
    .optional()
    .describe('With something entered by others since the caller last read the case'),
});
export type WorklistFilterQuery = z.output<typeof WorklistFilterQuery>;

/** The same as it is asked for or saved now; what was saved earlier may name a step that is no longer there. */
export const AskedFilterQuery = WorklistFilterQuery.extend({ step: KnownStep.optional() });
