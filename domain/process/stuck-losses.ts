import { addDays, latest } from '../law/calendar';
import { extensionOpensOn } from '../law/permit-extension';
import type { CaseFacts } from '../model/facts';
import type { Plan, PlannedStep } from '../model/plan';
import { gapCountsFrom } from './gap';
import type { StuckReason } from './stuck-reason';
import { rootOf } from './stuck-root';

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
export function lossReasons(plan: Plan, facts: CaseFacts): readonly StuckReason[] {
  return [...gap(plan, facts), ...expiring(plan, facts)].filter(({ since }) => since <= plan.asOf);
}

/** At the step under way that the next income waits for; since the gap was near, but never before it could be one. */
function gap(plan: Plan, facts: CaseFacts): readonly StuckReason[] {
  if (plan.gap === undefined) return [];
  const near = addDays(plan.gap.from, -DAYS_BEFORE_GAP);
  const since = latest(near, gapCountsFrom(facts, plan.asOf) ?? near);
  const [step] = INCOME_STEPS.map((income) => rootOf(plan, income)).filter((root) => root !== undefined);
  return [{ kind: 'gap', since, gap: plan.gap, ...(step ? { step } : {}) }];
}

/** Less of the permit is left than the time in which an extension is taken up, and none has been filed. */
function expiring({ steps }: Plan, { permit }: CaseFacts): readonly StuckReason[] {
  const step = steps.find(({ stepId }) => stepId === 'forlangning');
  if (permit?.validTo === undefined || step === undefined || isFiled(step, permit.decidedOn)) return [];
  const since = addDays(extensionOpensOn(permit.validTo), 1);
  const named = step.status.kind === 'notApplicable' ? {} : { step: step.stepId };
  return [{ kind: 'expiring', since, validTo: permit.validTo, ...named }];
}

/**
 * The last day to apply stands among the dates of the step until an application is known. A grant older than the permit
 * in force is the one that gave it.
 */
function isFiled({ status, dues }: PlannedStep, permitDecidedOn: string): boolean {
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
