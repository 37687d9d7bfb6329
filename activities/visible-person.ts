import type { PersonField } from '../domain/law/person-field';
import type { StepId } from '../domain/model/ids';
import { stepDefinition } from '../domain/process/steps/catalogue';
import type { HandOverPerson } from '../register/hand-over/person';

/** Which statement about the person each part of a hand-over makes. */
const FIELD = {
  givenName: 'name',
  familyName: 'name',
  dossiernummer: 'dossiernummer',
  personnummer: 'personnummer',
  bornOn: 'bornOn',
  arrivedOn: 'arrivedOn',
  kommun: 'kommun',
  dwelling: 'dwelling',
  permitGround: 'permit',
} as const satisfies Record<keyof HandOverPerson, PersonField>;

/**
 * Returns the person with only the parts that the step's agency may see (`sees` in the catalogue), so that no client gets
 * the others. For a step that is not in the catalogue only the name is left.
 */
export function visiblePerson(
  { givenName, familyName, ...more }: HandOverPerson,
  stepId: StepId,
): HandOverPerson {
  const sees: readonly PersonField[] = stepDefinition(stepId)?.sees ?? [];
  const visible = Object.entries(more).filter(([part]) => sees.includes(FIELD[part as keyof typeof more]));
  return { givenName, familyName, ...Object.fromEntries(visible) };
}
