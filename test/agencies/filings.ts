import type { HandOverRequest } from '../../activities/clients/agency-client';
import { visiblePerson } from '../../activities/visible-person';
import type { SimulatorSettings } from '../../agencies/kernel/agency';
import { AGENCIES } from '../../agencies/simulators';
import type { SystemAgency } from '../../domain/model/agency';
import { stepDefinition } from '../../domain/process/steps/catalogue';
import { CLIENT_MAKERS } from '../../worker/clients';
import { filingOf, stageOf } from './stage';

/** The agency of a step: its simulator, and the client that speaks to it. */
export async function agencyOf(step: string, settings: Partial<SimulatorSettings> = {}) {
  const id = stepDefinition(step)?.agency as SystemAgency;
  const simulator = AGENCIES.find((agency) => agency.id === id);
  if (!simulator) throw new Error(`${id} has no simulator`);
  const stage = await stageOf(simulator, settings);
  return { ...stage, id, client: CLIENT_MAKERS[id](stage.address) };
}

/** A filing of a step with no more than its agency is told; a registered person's where the step comes after that. */
export function visibleFilingOf(
  step: string,
  more: Partial<HandOverRequest['person']> = {},
): HandOverRequest {
  const isLater = step.startsWith('etableringsersattning') || step === 'bankId';
  const filing = filingOf(step, { ...(isLater && { personnummer: '199610202385' }), ...more });
  return { ...filing, person: visiblePerson(filing.person, filing.key.stepId) };
}
