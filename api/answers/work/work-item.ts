import { z } from 'zod';
import { CaseId, HouseholdId, KommunCode, StepId } from '../../../domain/model/ids';
import { PlainDate } from '../../../domain/model/plain-date';
import { StandingProposalAnswer } from '../proposal';
import { DueAnswer, WaitingForAnswer } from '../status';

/** An open step in a queue: no names. */
export const WorkItemAnswer = z
  .object({
    caseId: CaseId,
    stepId: StepId,
    householdId: HouseholdId,
    kommun: KommunCode.nullable(),
    waitingFor: WaitingForAnswer,
    why: z.string(),
    since: PlainDate,
    due: DueAnswer.nullable(),
    lossOn: PlainDate.nullable().describe(
      'The nearest day on which the person loses something over this step',
    ),
    assignee: z.string().nullable(),
    onBehalfOf: z
      .string()
      .nullable()
      .describe('The colleague who is away and whom the assignee stands in for'),
    proposal: StandingProposalAnswer.nullable(),
    warning: z.enum(['sekretessmarkering', 'skyddadFolkbokforing']).nullable(),
    followUpOn: PlainDate.nullable().describe("The caller's own"),
    unread: z.boolean(),
    cursor: z.string().describe('The list goes on after this step with it'),
  })
  .meta({ id: 'WorkItem' });
