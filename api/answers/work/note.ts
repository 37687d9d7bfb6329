import { z } from 'zod';
import { CaseId, MessageId, StepId } from '../../../domain/model/ids';
import { Instant } from '../../../domain/model/plain-date';

/** Something that a colleague wrote about a case. */
export const NoteAnswer = z
  .object({
    noteId: MessageId,
    caseId: CaseId,
    stepId: StepId.nullable(),
    author: z.string(),
    text: z.string(),
    mentions: z.array(z.string()),
    at: Instant,
  })
  .meta({ id: 'Note' });
