import { z } from 'zod';
import { AgencyId } from '../../domain/model/agency';
import { CaseId, HouseholdId, KommunCode, PersonId, StepId } from '../../domain/model/ids';
import { PlainDate } from '../../domain/model/plain-date';
import { MilestoneAnswer, ResponsibleAnswer } from './case';
import { DueAnswer, WaitingForAnswer } from './status';

const OpenStep = z.object({
  stepId: StepId,
  agency: AgencyId,
  waitingFor: WaitingForAnswer,
  since: PlainDate,
});
/** A case in a list: no names, and of its steps only the open ones. */
export const ListedCase = z
  .object({
    caseId: CaseId,
    householdId: HouseholdId,
    personId: PersonId,
    state: z.enum(['open', 'closed']),
    openedOn: PlainDate,
    kommun: KommunCode.nullable(),
    milestone: MilestoneAnswer.nullable(),
    mainResponsibility: ResponsibleAnswer,
    revision: z.number().int(),
    openSteps: z.array(OpenStep.extend({ due: DueAnswer.nullable() })),
  })
  .meta({ id: 'ListedCase' });
