import { z } from 'zod';
import { AgencyId } from '../../../domain/model/agency';
import { KommunCode, StepId } from '../../../domain/model/ids';
import { stepDefinition } from '../../../domain/process/steps/catalogue';
import { countScope } from '../../../register/subscriptions/scope';
import type { Condition } from '../../../register/subscriptions/subscription';
import { REASON_KINDS } from '../../answers/work/stuck';
import type { Caller } from '../../auth/caller';
import { invalidParameter } from '../../parameters';
import { Problem } from '../../problem';

const moreThan = z.number().int().min(0).max(10_000_000).describe('It is told when there are more cases');
const kommun = KommunCode.optional().describe(
  'Kommun of stay; persons with protected identity are not counted',
);

/** What is counted, as it is asked for and answered. */
export const ConditionBody = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('waiting').describe('Cases with an open step'),
      moreThan,
      kommun,
      agency: AgencyId.optional(),
      step: StepId.optional(),
      longerThanDays: z.number().int().min(0).max(3650).optional().describe('Open longer than so many days'),
    }),
    z.strictObject({
      kind: z.literal('stuck').describe('Stuck cases'),
      moreThan,
      kommun,
      agency: AgencyId.optional().describe('Whose step is at the root'),
      step: StepId.optional().describe('The step at the root'),
      reason: z.enum(REASON_KINDS).exclude(['technical']).optional(),
    }),
    z.strictObject({
      kind: z.literal('technical').describe('Cases that do not get on for technical reasons'),
      moreThan,
      kommun,
    }),
  ])
  .meta({ id: 'SubscriptionCondition' });

/** Throws 400 for a step that there is not, or not at that agency; 403 for what the caller may not count. */
export function requireCountable(condition: Condition, caller: Caller): void {
  if (condition.kind !== 'technical' && condition.step) {
    const step = stepDefinition(condition.step);
    if (!step) throw invalidParameter('condition.step', 'is no step of the catalogue');
    if (condition.agency && condition.agency !== step.agency)
      throw invalidParameter('condition.agency', `is not the step's, which is ${step.agency}`);
  }
  const scope = countScope(condition, caller);
  if ('refused' in scope) throw new Problem('not-allowed', REFUSALS[scope.refused]);
}

const REFUSALS = {
  role: 'This may be counted by managers, coordinators and caseworkers.',
  kommun: 'The kommun is outside the caller’s area.',
  agency: 'A caseworker counts the steps of the own agency.',
} as const;
