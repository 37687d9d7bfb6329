import { stepDefinition } from '../../domain/process/catalogue';
import { planCase } from '../../domain/process/plan';
import type { Config } from '../../platform/config/config';
import { BadConfiguration } from '../../platform/config/env';
import type { Planner } from './project';

/**
 * The planner of this installation: answers and hand-overs as it sets them. Intake and the cases must plan by the same
 * one. Throws `BadConfiguration` naming a step that the catalogue does not have.
 */
export function installedPlanner({ answering }: Pick<Config, 'answering'>): Planner {
  const unknown = Object.keys(answering).filter((step) => stepDefinition(step) === undefined);
  if (unknown.length > 0) {
    throw new BadConfiguration(
      `STEP_ANSWERING names ${unknown.join(', ')}, which is no step of the catalogue`,
    );
  }
  return (facts, records, now) => planCase(facts, records, now, answering);
}
