import type { AgencyId } from '../../model/agency';
import type { PlainDate } from '../../model/plain-date';
import { opens } from '../dates/dues';
import type { StuckReason, StuckStep } from './reason';

/**
 * Who can free a stuck case, and what would: a stable code each. `socialnamnden` is the kommun's board for bistånd,
 * `coordinator` follows the household, `operator` runs the system.
 */
export type WayOut = {
  readonly who: AgencyId | 'socialnamnden' | 'coordinator' | 'operator';
  readonly action: WayOutAction;
};

export const WAY_OUT_ACTIONS = [
  'repair',
  'claim',
  'resubmit',
  'answer',
  'remind',
  'demandDecision',
  'helpNewcomer',
  'resume',
  'tellFacts',
  'applyForBistand',
  'renewPermit',
] as const;
export type WayOutAction = (typeof WAY_OUT_ACTIONS)[number];

/** Why a step came back from an agency's system: what helps is to hand it over again. */
const CAME_BACK: readonly string[] = [
  'handOverRefused',
  'handOverRetracted',
  'errandRefused',
  'answerUnclear',
];

/**
 * The way out of a case that is stuck on a day: it lies in the state of the step at the root; where no step of the plan
 * can help, in the first reason, the one with the nearest loss.
 */
export function wayOutOf(
  root: StuckStep | undefined,
  reasons: readonly StuckReason[],
  asOf: PlainDate,
): WayOut {
  if (root === undefined) return withoutStep(reasons[0]);
  const isUnowned = reasons.some(({ kind, step }) => kind === 'unowned' && step === root.stepId);
  if (isUnowned) return { who: root.agency, action: 'claim' };
  switch (root.status.kind) {
    case 'open':
      return ofOpenStep(root, root.status, asOf);
    case 'paused':
      return { who: root.agency, action: 'resume' };
    case 'blocked':
      return { who: 'coordinator', action: 'tellFacts' };
    case 'notApplicable':
    case 'done':
    case 'cancelled':
      return { who: 'coordinator', action: 'helpNewcomer' };
  }
}

function ofOpenStep(
  { agency, dues }: StuckStep,
  { waitingFor, why }: Extract<StuckStep['status'], { kind: 'open' }>,
  asOf: PlainDate,
): WayOut {
  const mayDemand = dues.some((due) => opens(due) && due.date <= asOf);
  switch (waitingFor) {
    case 'newcomer':
    case 'date':
      return { who: 'coordinator', action: 'helpNewcomer' };
    case 'agency':
      return mayDemand ? { who: 'coordinator', action: 'demandDecision' } : { who: agency, action: 'remind' };
    case 'caseworker':
      return { who: agency, action: CAME_BACK.includes(why) ? 'resubmit' : 'answer' };
  }
}

function withoutStep(first: StuckReason | undefined): WayOut {
  switch (first?.kind) {
    case 'gap':
      return { who: 'socialnamnden', action: 'applyForBistand' };
    case 'expiring':
      return { who: 'coordinator', action: 'renewPermit' };
    case 'overdue':
    case 'silent':
    case 'unowned':
    case 'technical':
    case undefined:
      return { who: 'operator', action: 'repair' };
  }
}
