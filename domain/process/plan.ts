import { stockholmDay } from '../law/calendar';
import type { CaseFacts } from '../model/facts';
import type { StepId } from '../model/ids';
import type { Milestone, Plan, PlannedStep } from '../model/plan';
import type { Instant } from '../model/plain-date';
import type { StepRecords } from '../model/step-record';
import { CATALOGUE } from './steps/catalogue';
import { errandsOf } from './decisions/errands';
import { type Finish, finishOf } from './planner/finish';
import { gapOf } from './income/gap';
import { milestonesOf } from './planner/milestones';
import { nextOf } from './planner/next';
import { UNTOUCHED_RECORD } from './planner/opened-record';
import { passedOf } from './dates/passed';
import { planStep } from './planner/plan-step';
import { representativeOf } from './planner/representative';
import { responsibleFor } from './planner/responsibility';
import { protectionOf } from './planner/protection';
import { laterIdsOf, occurrencesOf } from './planner/recurrence';
import type { InstallationSettings } from './planner/installation-settings';
import type { StepDefinition } from './steps/step-definition';
import type { StepPlanned } from './planner/step-in-hand';
import { type Given, takeInHand } from './planner/take-in-hand';
import { wakeDay } from './planner/wake-on';
import type { Writable } from './planner/writable';

/**
 * The whole plan of a case: for every step whether it applies, what it waits for, since and until when, by which rule,
 * and what may be said about it now. A pure function of the facts that hold today, what has happened to each step, and
 * case time; `settings` say what an installation has otherwise than the catalogue. Total: never throws.
 */
export function planCase(
  facts: CaseFacts,
  records: StepRecords,
  now: Instant,
  settings: InstallationSettings = {},
): Plan {
  const today = stockholmDay(now);
  const steps = planSteps(facts, records, { today, settings });
  const reached = milestonesOf(steps, facts);
  const finish = finishOf(steps, records, facts, today);
  const isInskriven = reached.some(({ kind }) => kind === 'inskriven');
  const { gap, changesOn } = gapOf(steps);
  const representative = representativeOf(steps, facts, today);
  const wakeOn = wakeDay(steps, facts, today, [finish.finishOn, ...changesOn]);
  const plan: Writable<Plan> = {
    asOf: today,
    steps: steps.map(({ planned }) => planned),
    milestones: [...reached, ...endOf(finish)],
    mainResponsibility: responsibleFor(steps, facts, today, isInskriven),
    protection: protectionOf(facts),
    errands: steps.flatMap(errandsOf),
    passed: steps.flatMap(passedOf),
    finished: finish.finished,
    next: nextOf(steps),
  };
  if (gap) plan.gap = gap;
  if (representative) plan.representative = representative;
  if (facts.stay) plan.kommun = facts.stay.kommun;
  if (wakeOn) plan.wakeOn = wakeOn;
  if (finish.finishOn) plan.finishOn = finish.finishOn;
  return plan;
}

function planSteps(
  facts: CaseFacts,
  records: StepRecords,
  given: { readonly today: Plan['asOf']; readonly settings: InstallationSettings },
): readonly StepPlanned[] {
  const planned = new Map<StepId, PlannedStep>();
  const all: Given = {
    facts,
    records,
    ...given,
    untouched: { ...UNTOUCHED_RECORD, openedOn: given.today, filingOpenedOn: given.today },
    laterIds: laterIdsOf(records),
    planned: (id) => planned.get(id),
  };
  const steps: StepPlanned[] = [];
  for (const definition of CATALOGUE) {
    for (const step of planOccurrences(definition, all)) {
      planned.set(step.stepId, step.planned);
      steps.push(step);
    }
  }
  return steps;
}

function planOccurrences(definition: StepDefinition, given: Given): readonly StepPlanned[] {
  const first = takeInHand(definition, { stepId: definition.id }, given);
  if (definition.recurs === undefined) return [planStep(first)];
  return occurrencesOf(definition, first.context, given.laterIds).map((occurrence) =>
    planStep(takeInHand(definition, occurrence, given)),
  );
}

function endOf({ finishOn, finished, result }: Finish): readonly Milestone[] {
  return finished && finishOn ? [{ kind: 'avslutad', on: finishOn, result }] : [];
}
