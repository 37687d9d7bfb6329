import { z } from 'zod';
import { CaseId, StepId } from '../../../domain/model/ids';
import { Instant } from '../../../domain/model/plain-date';
import { RowNumber } from '../../parameters';
import { INBOX_KINDS } from '../../../register/work/inbox';

/** Number of an entry in an inbox; later ones are greater. */
export const EntryId = RowNumber;

/** Something that a colleague has been told. */
export const InboxEntry = z
  .object({
    entryId: EntryId,
    kind: z.enum(INBOX_KINDS),
    caseId: CaseId.nullable(),
    stepId: StepId.nullable(),
    content: z.record(z.string(), z.unknown()),
    at: Instant,
    readAt: Instant.nullable(),
  })
  .meta({ id: 'InboxEntry' });
