import { z } from 'zod';
import { stockholmDayAt } from '../../../domain/law/stockholm-day';
import { AgencyId } from '../../../domain/model/agency';
import { CaseId, HouseholdId, KommunCode } from '../../../domain/model/ids';
import { PlainDate } from '../../../domain/model/plain-date';
import type { CaseFilters } from '../../../register/reading/case-filters';
import { MilestoneAnswer } from '../../answers/case';
import { WaitingForAnswer } from '../../answers/status';
import { REASON_KINDS } from '../../answers/work/stuck';
import type { Caller } from '../../auth/caller';
import { AssigneeQuery, assigneeAsked } from '../../auth/colleague';
import { cursorOf, Limit } from '../../paging';
import { KnownStep } from '../../parameters';

/** What cases are found by, in a list and for an action on many. */
export const CASE_FILTERS = {
  agency: AgencyId.optional().describe('With a step of this agency'),
  step: KnownStep.optional().describe('In which this step applies'),
  stepStatus: z.enum(['notApplicable', 'blocked', 'open', 'paused', 'done', 'cancelled']).optional(),
  waitingFor: WaitingForAnswer.optional(),
  dueBefore: PlainDate.optional().describe('With a step whose most important date is before this day'),
  openSince: PlainDate.optional().describe('With a step that has been open since this day or longer'),
  kommun: KommunCode.optional().describe('Kommun of stay'),
  milestone: MilestoneAnswer.optional().describe('The latest one reached'),
  householdId: HouseholdId.optional(),
};

/** The parameters of the list of cases. */
export const ListQuery = z.strictObject({
  ...CASE_FILTERS,
  assignee: AssigneeQuery,
  stuck: z
    .enum(['true', ...REASON_KINDS])
    .optional()
    .describe('Stuck today for this reason; `true`: for any'),
  limit: Limit,
  cursor: cursorOf(PlainDate, CaseId).optional(),
});

/** The filters as the register reads them. */
export function caseFilters(
  { assignee, stuck, ...filters }: Omit<z.output<typeof ListQuery>, 'limit' | 'cursor'>,
  caller: Caller,
): CaseFilters {
  const asOf = stockholmDayAt(Date.now());
  return {
    ...filters,
    ...(assignee && { assignee: assigneeAsked(assignee, caller) }),
    ...(stuck && { stuck: { asOf, ...(stuck !== 'true' && { reason: stuck }) } }),
  };
}
