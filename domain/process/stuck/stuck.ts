import { daysBetween } from '../../law/calendar';
import type { CaseFacts } from '../../model/facts';
import type { StepId } from '../../model/ids';
import type { PlainDate } from '../../model/plain-date';
import { opens } from '../dates/dues';
import { dayOfLoss, lossReasons, rightOver } from './losses';
import type { Situation, StuckPlan, StuckReason } from './reason';
import { stepReasons } from './step-reasons';

/** A right that has opened, or whose day has passed: something that somebody may do now. Never a reason by itself. */
export type Offer = { readonly step: StepId; readonly rule: string; readonly since: PlainDate };

/** A stuck case: its reasons, the worst first; the step at the root of it; since when, and for how many days. */
export type Stuck = {
  readonly reasons: readonly StuckReason[];
  /** Absent where no step of the plan can help. */
  readonly root?: StepId;
  readonly since: PlainDate;
  readonly days: number;
  readonly offers: readonly Offer[];
};

/**
 * Whether a case is stuck on the day of its plan, why, and at which step: the one with the nearest loss to the person
 * (income, permit, a right that runs out), then the one that has been open longest. Undefined for a case that is not
 * stuck or has ended. A pure function; the same for a list of cases as for one.
 */
export function stuckOf(plan: StuckPlan, facts: CaseFacts, situation: Situation = {}): Stuck | undefined {
  if (plan.finished) return undefined;
  const reasons = byNearestLoss(plan, [
    ...lossReasons(plan, facts),
    ...plan.steps.flatMap((step) => stepReasons(step, plan.asOf, situation)),
    ...technical(situation),
  ]);
  const [first] = reasons;
  if (first === undefined) return undefined;
  const root = reasons.find(({ step }) => step !== undefined)?.step;
  const since = reasons.reduce(
    (earliest, reason) => (reason.since < earliest ? reason.since : earliest),
    first.since,
  );
  return {
    reasons,
    ...(root === undefined ? {} : { root }),
    since,
    days: daysBetween(since, plan.asOf),
    offers: offersOf(plan),
  };
}

/** What may be done now by a right that has opened or whose day has passed, also in a case that is not stuck. */
export function offersOf({ steps, asOf }: StuckPlan): readonly Offer[] {
  return steps.flatMap(({ stepId, dues }) =>
    dues
      .filter((due) => due.kind === 'right' && (opens(due) ? due.date <= asOf : due.date < asOf))
      .map(({ rule, date }) => ({ step: stepId, rule, since: date })),
  );
}

function technical({ technical: trouble }: Situation): readonly StuckReason[] {
  return trouble ? [{ kind: 'technical', ...trouble }] : [];
}

const NO_LOSS = '9999-12-31';

/** The nearest loss first, then the step that has been open longest, then the oldest reason. */
function byNearestLoss(plan: StuckPlan, reasons: readonly StuckReason[]): readonly StuckReason[] {
  const key = (reason: StuckReason): string =>
    [lossOf(plan, reason) ?? NO_LOSS, openSince(plan, reason) ?? NO_LOSS, reason.since].join(' ');
  return reasons
    .map((reason) => ({ reason, key: key(reason) }))
    .sort((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key)))
    .map(({ reason }) => reason);
}

function lossOf(plan: StuckPlan, reason: StuckReason): PlainDate | undefined {
  if (reason.kind === 'gap' || reason.kind === 'expiring') return dayOfLoss(reason);
  const dues = plan.steps.find(({ stepId }) => stepId === reason.step)?.dues ?? [];
  return rightOver(dues, plan.asOf);
}

function openSince(plan: StuckPlan, { step }: StuckReason): PlainDate | undefined {
  const status = plan.steps.find(({ stepId }) => stepId === step)?.status;
  return status?.kind === 'open' || status?.kind === 'paused' ? status.since : undefined;
}
