import { stockholmDay } from '../law/calendar';
import type { CaseFacts } from '../model/facts';
import type { StepId } from '../model/ids';
import type { Milestone, Plan, PlannedStep } from '../model/plan';
import type { Instant } from '../model/plain-date';
import type { StepRecords } from '../model/step-record';
import { allowedOf } from './allowed';
import { CATALOGUE } from './catalogue';
import { duesOf, lawDues } from './dues';
import { errandsOf } from './errands';
import { type Finish, finishOf } from './finish';
import { isToBeRetracted, wantedHandOver } from './hand-over';
import { milestonesOf } from './milestones';
import { nextOf } from './next';
import { passedOf } from './passed';
import { responsibleFor } from './responsibility';
import type { AnsweringSettings } from './step-definition';
import { isUnderWay, type StepInHand, type StepPlanned, takeInHand } from './step-in-hand';
import { statusOf } from './step-status';
import { wakeDay } from './wake-on';

/**
 * The whole plan of a case: for every step whether it applies, what it waits for, since and until when, by which rule,
 * and what may be said about it now. A pure function of the facts that hold today, what has happened to each step, and
 * case time; `settings` say which steps an installation answers or hands over otherwise. Total: never throws.
 */
export function planCase(
  facts: CaseFacts,
  records: StepRecords,
  now: Instant,
  settings: AnsweringSettings = {},
): Plan {
  const today = stockholmDay(now);
  const steps = planSteps(facts, records, { today, settings });
  const reached = milestonesOf(steps, facts);
  const finish = finishOf(steps, records, facts, today);
  const isInskriven = reached.some(({ kind }) => kind === 'inskriven');
  const wakeOn = wakeDay(steps, facts, today, finish.finishOn);
  return {
    asOf: today,
    steps: steps.map(({ planned }) => planned),
    milestones: [...reached, ...endOf(finish)],
    mainResponsibility: responsibleFor(steps, facts, today, isInskriven),
    ...(facts.stay ? { kommun: facts.stay.kommun } : {}),
    errands: steps.flatMap(errandsOf),
    passed: steps.flatMap(passedOf),
    ...(wakeOn ? { wakeOn } : {}),
    ...(finish.finishOn ? { finishOn: finish.finishOn } : {}),
    finished: finish.finished,
    next: nextOf(steps),
  };
}

function planSteps(
  facts: CaseFacts,
  records: StepRecords,
  given: { readonly today: Plan['asOf']; readonly settings: AnsweringSettings },
): readonly StepPlanned[] {
  const planned = new Map<StepId, PlannedStep>();
  return CATALOGUE.map((definition) => {
    const step = takeInHand(definition, { facts, ...given }, records[definition.id], (id) => planned.get(id));
    const whole = planStep(step);
    planned.set(definition.id, whole.planned);
    return whole;
  });
}

function planStep(step: StepInHand): StepPlanned {
  const { id: stepId, agency, kind, law } = step.definition;
  const status = statusOf(step);
  const lawDates = isUnderWay(status) ? lawDues(step) : [];
  const dues = isUnderWay(status) ? duesOf(step, lawDates) : [];
  const handOver = wantedHandOver(step, status);
  const planned: PlannedStep = {
    stepId,
    agency,
    kind,
    law,
    status,
    filing: step.filing,
    dues,
    allowed: allowedOf(step, status, dues),
    ...(step.course.kind === 'refusalStands' && step.course.lapsedAfter
      ? { notAfter: step.course.lapsedAfter }
      : {}),
    ...(handOver ? { handOver } : {}),
    ...(isToBeRetracted(step, status) ? { retract: true } : {}),
  };
  return { ...step, lawDates, planned };
}

function endOf({ finishOn, finished, result }: Finish): readonly Milestone[] {
  return finished && finishOn ? [{ kind: 'avslutad', on: finishOn, result }] : [];
}
