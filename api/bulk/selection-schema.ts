import { z } from 'zod';
import { AgencyId } from '../../domain/model/agency';
import { CaseId, HouseholdId, KommunCode, StepId } from '../../domain/model/ids';
import { PlainDate } from '../../domain/model/plain-date';
import { MilestoneAnswer } from '../answers/case';
import { WaitingForAnswer } from '../answers/listed-case';
import { REASON_KINDS } from '../answers/work/stuck';

/** Most cases that a request may name: its body has a limit. */
const NAMED_AT_MOST = 5_000;

const Filters = z
  .strictObject({
    agency: AgencyId.optional().describe('With a step of this agency'),
    step: StepId.optional().describe('In which this step applies'),
    stepStatus: z.enum(['notApplicable', 'blocked', 'open', 'paused', 'done', 'cancelled']).optional(),
    waitingFor: WaitingForAnswer.optional(),
    dueBefore: PlainDate.optional().describe('With a step whose most important date is before this day'),
    openSince: PlainDate.optional().describe('With a step that has been open since this day or longer'),
    kommun: KommunCode.optional().describe('Kommun of stay'),
    milestone: MilestoneAnswer.optional(),
    householdId: HouseholdId.optional(),
    assignee: z.string().max(200).optional().describe('With a step under way of this colleague’s'),
    stuck: z.enum(REASON_KINDS).optional().describe('Stuck today for this reason'),
    rootStep: StepId.optional().describe('Stuck today with this step at the root'),
    rootAgency: AgencyId.optional().describe('Stuck today with a step of this agency at the root'),
    rulesVersionBefore: PlainDate.optional().describe('Planned by rules older than those of this day'),
  })
  .refine((filters) => Object.values(filters).some((value) => value !== undefined), {
    error: 'must hold one filter at least',
  })
  .meta({ id: 'BulkFilters', description: 'Those about a step are all to hold of one and the same step' });

/** Which cases an action is for: open ones that filters find, or these. */
export const Selection = z
  .union([
    z.strictObject({ filters: Filters }),
    z.strictObject({
      caseIds: z
        .array(CaseId)
        .min(1)
        .max(NAMED_AT_MOST)
        .refine((ids) => new Set(ids).size === ids.length, 'names a case twice'),
    }),
  ])
  .meta({ id: 'Selection' });
