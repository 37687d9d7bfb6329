import { z } from 'zod';
import { CaseId, HouseholdId, StepId } from '../domain/model/ids';
import { stepDefinition } from '../domain/process/steps/catalogue';
import { notFound, Problem } from './problem';

/** A case in an address. In one spelling only: the case's workflow and its messages are named after it. */
const CaseInPath = CaseId.refine((id) => id === id.toLowerCase(), 'must be in lower case');

const caseId = CaseInPath.meta({ param: { id: 'CaseId' } });

export const CaseParams = z.strictObject({ caseId });
export const HouseholdParams = z.strictObject({ householdId: HouseholdId });
export const StepParams = z.strictObject({
  caseId,
  stepId: z
    .string()
    .meta({ description: 'A step of the catalogue', example: 'personnummer', param: { id: 'StepId' } }),
});

/** A step that something is asked by: a name that no step has would find nothing, and not say why. */
export const KnownStep = StepId.refine(
  (id) => stepDefinition(id) !== undefined,
  'is no step of the catalogue',
);

/** The step that an address names. Throws 404 for one that no case has. */
export function stepInPath(stepId: string): StepId {
  if (!stepDefinition(stepId)) throw notFound('step');
  return stepId as StepId;
}

/** Number of a row, as its table counts; no longer than what PostgreSQL reads as a `bigint`. */
export const RowNumber = z.string().regex(/^\d{1,18}$/, 'must be the number of a row');

/** The 400 for one parameter that each by itself is well formed, and not as it stands here. */
export function invalidParameter(name: string, reason: string): Problem {
  return new Problem('invalid-request', 'One or more parameters are wrong.', {
    invalidParameters: [{ name, reason }],
  });
}
