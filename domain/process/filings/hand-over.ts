import type { AgencyId, OpenReason, SystemAgency } from '../../model/agency';
import type { StepStatus } from '../../model/plan';
import { type PreparedStep, isPending } from '../planner/prepared-step';

const CLOSED: readonly StepStatus['kind'][] = ['blocked', 'notApplicable', 'cancelled'];

/** Why a caseworker must see to the present filing: the agency's system refused it, returned it, or sent what cannot be read. */
export function troubleOf({ record, filing }: PreparedStep): OpenReason | undefined {
  const { handOver } = record;
  if (handOver?.filing === filing && handOver.state === 'refused') return 'handOverRefused';
  if (handOver?.filing === filing && handOver.state === 'retracted') return 'handOverRetracted';
  if (record.refusedErrands.some((errand) => errand.filing === filing)) return 'errandRefused';
  return record.misfits.some((misfit) => misfit.filing === filing) ? 'answerUnclear' : undefined;
}

/** Överförmyndare and tingsrätt have no system that takes anything: their steps are answered by a person. */
function withSystem(agency: AgencyId): SystemAgency | undefined {
  return agency === 'overformyndare' || agency === 'tingsratt' ? undefined : agency;
}

/** The agency whose system has, or is to get, the present filing. */
export function handOverAgency(step: PreparedStep, status: StepStatus): SystemAgency | undefined {
  const { record, filing, handedOver, definition } = step;
  if (status.kind !== 'open' || !handedOver || !isPending(step)) return undefined;
  const { handOver } = record;
  const isOver = handOver?.filing === filing && handOver.state !== 'running' && handOver.state !== 'filed';
  return isOver ? undefined : withSystem(definition.agency);
}

/**
 * Whether the present filing of a kommun's step was opened before the person moved here from another kommun: open steps
 * move with the person, done ones stay where they were.
 */
export function isLeftBehind(step: PreparedStep, status: StepStatus): boolean {
  const movedOn = step.context.facts.stay?.movedKommunOn;
  if (movedOn === undefined || step.definition.agency !== 'kommun') return false;
  if (status.kind !== 'open' || !isPending(step) || step.filingOpenedOn >= movedOn) return false;
  const { handOver } = step.record;
  if (!step.handedOver) return true;
  return handOver?.filing === step.filing && handOver.state !== 'retracting';
}

/**
 * Whether the hand-over in the record is to be retracted: it is of an earlier filing; its step no longer applies or
 * is held back; or what the agency was asked for has been decided otherwise.
 */
export function isToBeRetracted(step: PreparedStep, status: StepStatus): boolean {
  const { handOver } = step.record;
  if (handOver?.state !== 'running' && handOver?.state !== 'filed') return false;
  if (handOver.filing < step.filing || CLOSED.includes(status.kind)) return true;
  return isSettledOtherwise(step, handOver.state);
}

/**
 * A person decided what the agency's system was to decide; or a booking was overtaken by its answer before it was
 * made. A booking that stood while its meeting was held is left alone: the meeting took place.
 */
function isSettledOtherwise({ answeredBy, course }: PreparedStep, state: 'running' | 'filed'): boolean {
  if (course.kind === 'awaiting' || course.kind === 'completionAsked') return false;
  return answeredBy === 'caseworker' ? state === 'running' : course.by === 'person';
}
