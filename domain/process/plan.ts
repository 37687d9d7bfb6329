import { stockholmDay } from '../law/calendar';
import type { CaseFacts } from '../model/facts';
import type { StepId } from '../model/ids';
import type { Instant } from '../model/plain-date';
import type { Milestone, Plan, PlannedStep } from '../model/plan';
import type { StepRecords } from '../model/step-record';
import { type Finish, finishOf } from './case/finish';
import { milestonesOf } from './case/milestones';
import { nextOf } from './case/next';
import { protectionOf } from './case/protection';
import { representativeOf } from './case/representative';
import { responsibleFor } from './case/responsibility';
import { wakeDay } from './case/wake-on';
import { passedOf } from './dates/passed';
import { errandsOf } from './filings/errands';
import { gapOf } from './income/gap';
import type { InstallationSettings } from './planner/installation-settings';
import { planStep, type Writable } from './planner/plan-step';
import { type PlanInput, prepareStep } from './planner/prepare-step';
import type { PlacedStep } from './planner/prepared-step';
import { laterIdsOf, occurrencesOf } from './planner/recurrence';
import { UNTOUCHED_RECORD } from './planner/step-records';
import { CATALOGUE } from './steps/catalogue';
import type { StepDefinition } from './steps/step-definition';

/**
 * The whole plan of a case: for every step whether it applies, what it waits for, since and until when, by which rule,
 * and what it takes now. A pure function of the facts that hold today, what has happened to each step, and
 * case time; `settings`: what an installation has configured otherwise than the catalogue. Total: never throws.
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
  day: { readonly today: Plan['asOf']; readonly settings: InstallationSettings },
): readonly PlacedStep[] {
  const planned = new Map<StepId, PlannedStep>();
  const all: PlanInput = {
    facts,
    records,
    ...day,
    untouched: { ...UNTOUCHED_RECORD, openedOn: day.today, filingOpenedOn: day.today },
    laterIds: laterIdsOf(records),
    planned: (id) => planned.get(id),
  };
  const steps: PlacedStep[] = [];
  for (const definition of CATALOGUE) {
    for (const step of planOccurrences(definition, all)) {
      planned.set(step.stepId, step.planned);
      steps.push(step);
    }
  }
  return steps;
}

function planOccurrences(definition: StepDefinition, input: PlanInput): readonly PlacedStep[] {
  const first = prepareStep(definition, { stepId: definition.id }, input);
  if (definition.recurs === undefined) return [planStep(first)];
  return occurrencesOf(definition, first.context, input.laterIds).map((occurrence) =>
    planStep(prepareStep(definition, occurrence, input)),
  );
}

function endOf({ finishOn, finished, result }: Finish): readonly Milestone[] {
  return finished && finishOn ? [{ kind: 'avslutad', on: finishOn, result }] : [];
}
