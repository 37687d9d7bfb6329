import { addDays, latest } from '../../law/calendar';
import { extensionOpensOn } from '../../law/permit-extension';
import type { CaseFacts } from '../../model/facts';
import type { StepId } from '../../model/ids';
import type { PlainDate } from '../../model/plain-date';
import type { Due } from '../../model/plan';
import { opens } from '../dates/dues';
import { gapCountsFrom } from '../income/gap';
import type { StuckPlan, StuckReason, StuckStep } from './reason';
import { rootOf } from './root';

/** How long before a gap begins a case counts as stuck; configuration of ours, no statute. */
const DAYS_BEFORE_GAP = 30;

/** What ends a gap, the soonest first; the bistånd only where no income of another kind is to come. */
const INCOME_STEPS = [
  'pensionsformaner',
  'etableringsersattningKartlaggning',
  'etableringsersattning',
  'ekonomisktBistand',
];

/** The reasons that are losses to the person: income and permit. A pause changes neither. */
export function lossReasons(plan: StuckPlan, facts: CaseFacts): readonly StuckReason[] {
  return comingLosses(plan, facts).filter(({ since }) => since <= plan.asOf);
}

/** Of each step, the day of the nearest loss to the person that hangs on it: income, permit, a right that runs out. */
export function lossDays(plan: StuckPlan, facts: CaseFacts): ReadonlyMap<StepId, PlainDate> {
  const losses = comingLosses(plan, facts).map((loss) => ({ step: loss.step, on: dayOfLoss(loss) }));
  const rights = plan.steps.flatMap(({ stepId: step, dues }) => [{ step, on: rightOver(dues, plan.asOf) }]);
  const days = new Map<StepId, PlainDate>();
  for (const { step, on } of [...losses, ...rights]) {
    if (step === undefined || on === undefined) continue;
    const known = days.get(step);
    if (known === undefined || on < known) days.set(step, on);
  }
  return days;
}

/** The day of the nearest right of a step that has not run out; a right that opens is nothing to lose. */
export function rightOver(dues: readonly Due[], asOf: PlainDate): PlainDate | undefined {
  return dues.find((due) => due.kind === 'right' && !opens(due) && due.date >= asOf)?.date;
}

type Loss = Extract<StuckReason, { kind: 'gap' | 'expiring' }>;

/** The day on which the person loses what the reason is about. */
export function dayOfLoss(loss: Loss): PlainDate {
  return loss.kind === 'gap' ? loss.gap.from : loss.validTo;
}

function comingLosses(plan: StuckPlan, facts: CaseFacts): readonly Loss[] {
  return [...gap(plan, facts), ...expiring(plan, facts)];
}

/** At the step under way that the next income waits for; since the gap was near, but never before it could be one. */
function gap(plan: StuckPlan, facts: CaseFacts): readonly Loss[] {
  if (plan.gap === undefined) return [];
  const near = addDays(plan.gap.from, -DAYS_BEFORE_GAP);
  const since = latest(near, gapCountsFrom(facts, plan.asOf) ?? near);
  const [step] = INCOME_STEPS.map((income) => rootOf(plan, income)).filter((root) => root !== undefined);
  return [{ kind: 'gap', since, gap: plan.gap, ...(step ? { step } : {}) }];
}

/** Less of the permit is left than the time in which an extension is taken up, and none has been filed. */
function expiring({ steps }: StuckPlan, { permit }: CaseFacts): readonly Loss[] {
  const step = steps.find(({ stepId }) => stepId === 'forlangning');
  if (permit?.validTo === undefined || step === undefined || isFiled(step, permit.decidedOn)) return [];
  const since = addDays(extensionOpensOn(permit.validTo), 1);
  const named = step.status.kind === 'notApplicable' ? {} : { step: step.stepId };
  return [{ kind: 'expiring', since, validTo: permit.validTo, ...named }];
}

/**
 * The last day to apply stands among the dates of the step until an application is known. A grant older than the permit
 * in force is the one that granted it.
 */
function isFiled({ status, dues }: StuckStep, permitDecidedOn: string): boolean {
  switch (status.kind) {
    case 'open':
    case 'paused':
      return !dues.some(({ rule }) => rule === 'applyForExtension');
    case 'done':
      return status.refusal === true || (status.outcome === 'granted' && status.on > permitDecidedOn);
    case 'cancelled':
      return true;
    case 'blocked':
    case 'notApplicable':
      return false;
  }
}
