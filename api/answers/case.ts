import { z } from 'zod';
import { AgencyId } from '../../domain/model/agency';
import { CaseId, HouseholdId, KommunCode, PersonId, StepId } from '../../domain/model/ids';
import { Instant, PlainDate } from '../../domain/model/plain-date';
import type { CaseView, StepView } from '../../register/reading/case';
import { caseWorkflowId } from '../../workflows/messages';
import { StandingProposalAnswer, standingProposalAnswer } from './proposal';
import { DueAnswer, StatusAnswer, statusAnswer } from './status';
import { StuckOfCase } from './work/stuck';

export const MilestoneAnswer = z
  .enum(['inskriven', 'folkbokford', 'iProgrammet', 'avslutad'])
  .meta({ id: 'Milestone', description: 'inskriven is shown to people as "mottagen hos alla"' });

export const ResponsibleAnswer = z.enum([...AgencyId.options, 'socialnamnden']);

const StepAnswer = z
  .object({
    stepId: StepId,
    agency: AgencyId,
    kind: z.enum(['meeting', 'filing', 'decision', 'payment', 'enrolment', 'notice', 'clock']),
    law: z.string(),
    unit: z.string().optional().describe("The agency's unit that handles it, where one is named"),
    filing: z
      .number()
      .int()
      .describe('Counts the hand-overs of the step to its agency; an answer means this one'),
    status: StatusAnswer,
    pausedBecause: z.string().optional().describe('Of a paused step: the reason that was given'),
    due: DueAnswer.optional().describe('The date that matters most'),
    dues: z.array(DueAnswer).describe('All dates of the step, the one that matters most first'),
    allowedOutcomes: z.array(z.string()).optional().describe('What may be told about the step now'),
    assignee: z.string().optional().describe('The colleague whose step it is'),
    onBehalfOf: z
      .string()
      .optional()
      .describe('The colleague who is away and whom the assignee stands in for'),
    proposal: StandingProposalAnswer.optional(),
  })
  .meta({ id: 'Step' });

/** A case as every endpoint answers it. */
export const CaseAnswer = z
  .object({
    caseId: CaseId,
    householdId: HouseholdId,
    personId: PersonId,
    workflowId: z.string().meta({ description: "The case's workflow in Temporal" }),
    openedOn: PlainDate,
    state: z.enum(['open', 'closed']),
    closedOn: PlainDate.optional(),
    finishOn: PlainDate.optional().describe('The day on which the case ends if nothing is reopened'),
    kommun: KommunCode.nullable().describe('Kommun of stay'),
    milestone: MilestoneAnswer.nullable().describe('The latest one reached'),
    milestones: z.array(
      z
        .object({ kind: MilestoneAnswer, on: PlainDate, result: z.string().optional() })
        .meta({ id: 'MilestoneReached' }),
    ),
    mainResponsibility: ResponsibleAnswer,
    gap: z
      .object({ from: PlainDate, to: PlainDate.optional() })
      .meta({
        id: 'Gap',
        description: 'Days that no aid, allowance, pension, wage or granted bistånd covers',
      })
      .optional(),
    protection: z
      .object({
        queue: z.enum(['ordinary', 'protected']),
        warning: z.enum(['sekretessmarkering', 'skyddadFolkbokforing']).optional(),
      })
      .meta({
        id: 'Protection',
        description: 'Whose queue the case belongs in, and the warning to show with it',
      }),
    representative: z
      .object({
        kind: z.enum(['guardian', 'godMan', 'vardnadshavare', 'noneAppointed']),
        since: PlainDate.optional(),
        until: PlainDate,
      })
      .meta({
        id: 'Representative',
        description: 'Who acts for a minor; `until` the last day before the 18th birthday',
      })
      .optional(),
    revision: z.number().int().nonnegative(),
    caseTime: Instant.describe("The case's own time when it was last assessed"),
    nextWakeAt: Instant.nullable().describe('When the plan next changes by itself'),
    technical: z.string().optional().describe('Why the case is technically stuck, where it is'),
    stuck: StuckOfCase.optional(),
    steps: z.array(StepAnswer),
    next: z
      .array(z.object({ stepId: StepId, expectedOn: PlainDate }))
      .describe('Steps that are blocked now, with the day each may be expected to open'),
  })
  .meta({ id: 'Case' });
export type CaseAnswer = z.input<typeof CaseAnswer>;

/** The entity tag of a case: the workflow's revision and the register's own version. */
export function caseTag(view: Pick<CaseView, 'revision' | 'registerVersion'>): string {
  return `"${view.revision}.${view.registerVersion}"`;
}

/** The case as the API answers it. */
export function caseAnswer(view: CaseView): CaseAnswer {
  const { closedOn, finishOn, technical, registerVersion: _version, assessedAt, nextWakeAt, ...more } = view;
  const { gap, representative, protection, ...rest } = more;
  return {
    ...rest,
    milestones: [...view.milestones],
    workflowId: caseWorkflowId(view.caseId),
    caseTime: assessedAt.toISOString(),
    nextWakeAt: nextWakeAt?.toISOString() ?? null,
    ...(closedOn && { closedOn }),
    ...(finishOn && { finishOn }),
    protection: protection ?? { queue: 'protected' },
    ...(gap && { gap }),
    ...(representative && { representative }),
    ...(technical && { technical: technical.kind }),
    steps: view.steps.map(stepAnswer),
    next: [...view.next],
  };
}

function stepAnswer(view: StepView): CaseAnswer['steps'][number] {
  const { allowed, dues, unit, assignee, onBehalfOf, proposal, ...step } = view;
  return {
    ...step,
    ...(unit && { unit }),
    ...(assignee && { assignee }),
    ...(onBehalfOf && { onBehalfOf }),
    ...(proposal && { proposal: standingProposalAnswer(proposal) }),
    status: statusAnswer(step.status),
    ...(dues[0] && { due: dues[0] }),
    dues: [...dues],
    ...(allowed.length > 0 && { allowedOutcomes: [...allowed] }),
  };
}
