import { hasReached } from '../../law/age';
import { addDays, latest, stockholmDay } from '../../law/calendar';
import { riktalderOn } from '../../law/programme-age';
import type { CaseFacts } from '../../model/facts';
import type { PlainDate } from '../../model/plain-date';
import type { CaseResult, Plan } from '../../model/plan';
import type { StepRecords } from '../../model/step-record';
import type { PlacedStep } from '../planner/prepared-step';
import { exitOf } from './exit';

/** Days during which a step can still be reopened after the last one ended. */
const DAYS_OF_GRACE = 14;

/** The last outcome of the programme's follow-up, as the result of the case; anything else that ended it is `other`. */
const OF_PROGRAMME: { readonly [outcome: string]: CaseResult } = {
  work: 'work',
  studies: 'studies',
  timeEnded: 'timeEnded',
};

/** How and when a case ends. */
export type Finish = Pick<Plan, 'finishOn' | 'finished'> & { readonly result: CaseResult };

/**
 * The end of a case: the day of an exit (withdrawal, move, death, recall), or 14 days after the last end when every
 * step that applies has ended. An end that was reported late counts from the day the case learnt of it: else nobody
 * could correct it. Not finished while anything is on its way to an agency or back.
 */
export function finishOf(
  steps: readonly PlacedStep[],
  records: StepRecords,
  facts: CaseFacts,
  today: PlainDate,
): Finish {
  const exit = exitOf(facts);
  const finishOn = exit && exit.on <= today ? exit.on : pathDoneOn(steps);
  const result = exit && exit.on <= today ? exit.why : resultOf(steps, facts, today);
  if (finishOn === undefined) return { finished: false, result };
  const finished = finishOn <= today && !isAnythingOnItsWay(steps, records);
  return { finishOn, finished, result };
}

function pathDoneOn(steps: readonly PlacedStep[]): PlainDate | undefined {
  const hasEnded = steps.every(
    ({ planned }) => planned.status.kind === 'done' || isWithout(planned.status.kind),
  );
  const [first, ...others] = hasEnded ? steps.flatMap(endOf) : [];
  return first === undefined ? undefined : addDays(latest(first, ...others), DAYS_OF_GRACE);
}

function endOf({ course }: PlacedStep): readonly PlainDate[] {
  if (course.kind !== 'ended' && course.kind !== 'refusalStands') return [];
  return [course.knownAt === undefined ? course.on : latest(course.on, stockholmDay(course.knownAt))];
}

function isWithout(kind: string): boolean {
  return kind === 'notApplicable' || kind === 'cancelled';
}

function isAnythingOnItsWay(steps: readonly PlacedStep[], records: StepRecords): boolean {
  const isMoving = Object.values(records).some(
    ({ handOver }) => handOver?.state === 'running' || handOver?.state === 'retracting',
  );
  return isMoving || steps.some(({ planned }) => planned.retract);
}

/**
 * The result of a path that was walked to its end: pension for one past riktålder who was granted it, else what ended
 * the programme, else that the path is done.
 */
function resultOf(steps: readonly PlacedStep[], facts: CaseFacts, today: PlainDate): CaseResult {
  if (isPensioner(steps, facts, today)) return 'pension';
  const followUp = steps.find(({ stepId }) => stepId === 'programuppfoljning')?.planned.status;
  return followUp?.kind === 'done' ? (OF_PROGRAMME[followUp.outcome] ?? 'other') : 'pathDone';
}

function isPensioner(steps: readonly PlacedStep[], { birth }: CaseFacts, today: PlainDate): boolean {
  if (birth === undefined || !hasReached(birth.bornOn, riktalderOn(today), today)) return false;
  return steps.some(({ definition, planned: { status } }) => {
    return definition.id === 'pensionsformaner' && status.kind === 'done' && status.outcome === 'granted';
  });
}
