import { z } from 'zod';
import { AgencyId } from '../../domain/model/agency';
import { StepId } from '../../domain/model/ids';
import { PlainDate } from '../../domain/model/plain-date';
import type { StepStatus } from '../../domain/model/plan';

const code = z.string();

/** Whose move it is in an open step. */
export const WaitingForAnswer = z
  .enum(['agency', 'caseworker', 'newcomer', 'date'])
  .meta({ id: 'WaitingFor' });

/** Where a step stands, as the API answers it. */
export const StatusAnswer = z
  .discriminatedUnion('kind', [
    z
      .object({
        kind: z.literal('notApplicable'),
        why: code,
        because: StepId.optional(),
        law: z.string().optional(),
      })
      .meta({ id: 'NotApplicable' }),
    z
      .object({
        kind: z.literal('blocked'),
        by: z.array(StepId).describe('Steps that must be done first'),
        facts: z.array(z.string()).describe('Kinds of facts that are missing'),
        until: PlainDate.optional(),
        rule: code.optional(),
      })
      .meta({ id: 'Blocked' }),
    z
      .object({
        kind: z.literal('open'),
        waitingFor: WaitingForAnswer,
        since: PlainDate,
        why: code,
      })
      .meta({ id: 'Open' }),
    z
      .object({ kind: z.literal('paused'), why: code, since: PlainDate, until: PlainDate.optional() })
      .meta({ id: 'Paused' }),
    z
      .object({
        kind: z.literal('done'),
        outcome: code,
        on: PlainDate,
        refusal: z
          .literal(true)
          .optional()
          .describe('A refusal that stands; what depends on it does not apply'),
        review: z
          .literal(true)
          .optional()
          .describe('A prerequisite was reopened afterwards: somebody should look'),
      })
      .meta({ id: 'Done' }),
    z.object({ kind: z.literal('cancelled'), why: code, on: PlainDate }).meta({ id: 'Cancelled' }),
  ])
  .meta({ id: 'StepStatus' });

/** Whose act it is: the newcomer's, an agency's or a court's. */
export const WhoseAnswer = z.enum([
  'newcomer',
  ...AgencyId.options,
  'forvaltningsratt',
  'migrationsdomstol',
  'overklagandenamnd',
]);

/** A day that something is to have happened by, with its statute. */
export const DueAnswer = z
  .object({
    date: PlainDate,
    kind: z.enum(['duty', 'right', 'target', 'expectation']),
    rule: code,
    law: z.string().meta({ example: 'FL (2017:900) 12 §' }),
    whose: WhoseAnswer,
    movedBy: z
      .string()
      .optional()
      .describe('The rule that moved the date: lördag → måndag, lag 1930:173 2 §'),
  })
  .meta({ id: 'Due' });

/** A status as it is answered; a variant that the schema does not know breaks the build here. */
export function statusAnswer(status: StepStatus): z.input<typeof StatusAnswer> {
  return status.kind === 'blocked' ? { ...status, by: [...status.by], facts: [...status.facts] } : status;
}
