import { z } from 'zod';
import { AgencyId } from '../../domain/model/agency';
import { CaseId } from '../../domain/model/ids';
import { PlainDate } from '../../domain/model/plain-date';
import { REASON_KINDS } from '../answers/work/stuck';
import { Subject } from '../auth/colleague';
import { KnownStep } from '../parameters';
import { CASE_FILTERS } from '../routes/cases/list-query';

/** Most cases that a request may name: its body has a limit. */
const NAMED_AT_MOST = 5_000;

const Filters = z
  .strictObject({
    ...CASE_FILTERS,
    assignee: Subject.optional().describe('With a step under way of this colleague’s'),
    stuck: z.enum(REASON_KINDS).optional().describe('Stuck today for this reason'),
    rootStep: KnownStep.optional().describe('Stuck today with this step at the root'),
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
