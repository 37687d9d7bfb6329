import { TEMPORARY_PROTECTION_LAW, temporaryProtectionRegistration } from '../../../law/temporary-protection';
import type { Applicability, StepContext } from '../step-definition';

/**
 * What temporary protection does to a step that follows the right to be registered (lag 2024:691 5 §): it is held to
 * the day the right arises, or does not apply. Undefined for any other ground, and once the day has come.
 */
export function heldByTemporaryProtection({ facts, today }: StepContext): Applicability | undefined {
  const { permit } = facts;
  if (permit?.ground !== 'temporaryProtection') return undefined;
  const registration = temporaryProtectionRegistration(permit, today);
  if (registration.kind === 'never') {
    return { kind: 'notApplicable', why: registration.why, law: registration.law };
  }
  if (registration.day <= today) return undefined;
  return { kind: 'until', until: registration.day, rule: TEMPORARY_PROTECTION_LAW };
}
