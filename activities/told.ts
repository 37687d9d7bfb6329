import type { PersonField } from '../domain/law/person-field';
import type { StepId } from '../domain/model/ids';
import { stepDefinition } from '../domain/process/steps/catalogue';
import type { HandOverPerson } from '../register/hand-over/person';

/** What each part of a hand-over tells of a person. */
const TELLS = {
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
 * The person, as far as the step's agency is told of them: every other part is left out before any client sees it. A
 * step that the catalogue does not have is told nothing but the name.
 */
export function toldOf({ givenName, familyName, ...more }: HandOverPerson, stepId: StepId): HandOverPerson {
  const sees: readonly PersonField[] = stepDefinition(stepId)?.sees ?? [];
  const told = Object.entries(more).filter(([part]) => sees.includes(TELLS[part as keyof typeof more]));
  return { givenName, familyName, ...Object.fromEntries(told) };
}
