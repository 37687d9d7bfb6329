import { SystemAgency } from '../../domain/model/agency';
import type { CaseFacts } from '../../domain/model/facts';
import type { Plan } from '../../domain/model/plan';
import type { Instant } from '../../domain/model/plain-date';
import type { StepRecords } from '../../domain/model/step-record';
import { stepDefinition } from '../../domain/process/steps/catalogue';
import { planCase } from '../../domain/process/plan';
import type { InstallationSettings } from '../../domain/process/planner/installation-settings';
import type { Config } from '../../platform/config/config';
import { BadConfiguration } from '../../platform/config/env';
import { rulesVersion } from './rules-version';

/** The planner with the installation's settings: `planCase`, or one that fails in a test. */
export type Planner = ((facts: CaseFacts, records: StepRecords, now: Instant) => Plan) & {
  /** Which rules and settings it plans by; the catalogue's day where it does not say. */
  readonly version?: string;
};

/**
 * The planner of this installation: steps, answers and hand-overs as it sets them. Intake and the cases must plan by the same
 * one. Throws `BadConfiguration` naming a step that the catalogue does not have, or that has no system to be handed over to.
 */
export function installedPlanner({ answering, steps }: Pick<Config, 'answering' | 'steps'>): Planner {
  refuseUnknown('STEP_ANSWERING', Object.keys(answering));
  refuseUnknown('STEPS', steps ?? []);
  const withoutSystem = Object.entries(answering).filter(
    ([step, { handedOver }]) => handedOver && !SystemAgency.safeParse(stepDefinition(step)?.agency).success,
  );
  if (withoutSystem.length > 0) {
    const names = withoutSystem.map(([step]) => step).join(', ');
    throw new BadConfiguration(`STEP_ANSWERING hands over ${names}, whose agency has no system to take it`);
  }
  const settings = installedSettings({ answering, steps });
  const version = rulesVersion(settings);
  return Object.assign<Planner, { version: string }>(
    (facts, records, now) => planCase(facts, records, now, settings),
    { version },
  );
}

/** The installation's settings that differ from the catalogue, in the form that any version of the planner takes. */
export function installedSettings({
  answering,
  steps,
}: Pick<Config, 'answering' | 'steps'>): InstallationSettings {
  return { answering, ...(steps ? { steps } : {}) };
}

function refuseUnknown(variable: string, steps: readonly string[]): void {
  const unknown = steps.filter((step) => stepDefinition(step) === undefined);
  if (unknown.length === 0) return;
  throw new BadConfiguration(`${variable} names ${unknown.join(', ')}, which is no step of the catalogue`);
}
