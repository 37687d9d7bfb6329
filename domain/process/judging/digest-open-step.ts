import type { AgencyId } from '../../model/agency';
import type { OpenStep } from '../../model/assessment';
import type { PlannedStep } from '../../model/plan';
import { expectedRule } from '../dates/expected-rule';
import { isMovable, isPausable } from '../dates/pauses';

/** One open step as the workflow is told of it. History keeps it, so whatever follows from the rest is left out. */
export function openStep(step: PlannedStep, says: number, agencies: readonly AgencyId[]): OpenStep {
  const { stepId, filing, handOver, moved, agency } = step;
  return {
    stepId,
    filing,
    says,
    ...(handOver ? { handOver } : { of: agencies.indexOf(agency) }),
    ...(moved ? { moved } : {}),
    ...waitOf(step),
    ...datesOf(step),
  };
}

function waitOf(step: PlannedStep): Partial<OpenStep> {
  const { status, handOver } = step;
  if (status.kind !== 'open') return {};
  const usual = handOver ? 'agency' : 'caseworker';
  return {
    ...(status.waitingFor === usual ? {} : { waitsFor: status.waitingFor }),
    ...(isPausable(step) ? {} : { unpausable: true }),
  };
}

function datesOf({ stepId, dues }: PlannedStep): Partial<OpenStep> {
  const usual = expectedRule(stepId);
  const [first] = dues;
  const expected = dues.find(({ rule }) => rule === usual)?.date;
  const others = dues.filter((due) => isMovable(due) && due.rule !== usual);
  return {
    ...(expected ? { expected } : {}),
    ...(others.length > 0
      ? { movable: Object.fromEntries(others.map(({ rule, date }) => [rule, date])) }
      : {}),
    ...(first && first.rule !== usual ? { due: first.date } : {}),
  };
}
