import { latest } from '../../law/calendar';
import type { CaseFacts } from '../../model/facts';
import type { PlainDate } from '../../model/plain-date';
import type { Milestone, StepStatus } from '../../model/plan';
import type { PlacedStep } from '../planner/prepared-step';

/** The four meetings of the first day; the personnummer may still be pending (the source's word is inskriven). */
const INSKRIVEN_BY: readonly string[] = [
  'delgivning',
  'etableringssamtal',
  'flyttningsanmalan',
  'kommunmote',
];

/** The milestones reached: inskriven, folkbokford, iProgrammet. The end of a case is added by the planner. */
export function milestonesOf(steps: readonly PlacedStep[], facts: CaseFacts): readonly Milestone[] {
  const inskriven = inskrivenOn(steps);
  const folkbokford = facts.registration?.from ?? registeredOn(steps);
  const iProgrammet = assignedOn(steps);
  return [
    ...(inskriven === undefined ? [] : [{ kind: 'inskriven', on: inskriven } as const]),
    ...(folkbokford === undefined ? [] : [{ kind: 'folkbokford', on: folkbokford } as const]),
    ...(iProgrammet === undefined ? [] : [{ kind: 'iProgrammet', on: iProgrammet } as const]),
  ];
}

/** The day the last of those of the four that applied that day was done. */
function inskrivenOn(steps: readonly PlacedStep[]): PlainDate | undefined {
  const four = steps.filter(({ definition }) => INSKRIVEN_BY.includes(definition.id));
  const [first, ...others] = four.map(({ planned }) => planned.status).filter(isDone);
  if (first === undefined) return undefined;
  const on = latest(first.on, ...others.map((status) => status.on));
  return four.every((step) => isDone(step.planned.status) || !appliedOn(step, on)) ? on : undefined;
}

/** A birthday later on does not undo a milestone: what did not apply then was not missing. */
function appliedOn({ definition, context, planned }: PlacedStep, day: PlainDate): boolean {
  if (planned.status.kind === 'notApplicable') return false;
  return definition.appliesTo({ ...context, today: day }).kind !== 'notApplicable';
}

function isDone(status: StepStatus): status is StepStatus & { kind: 'done' } {
  return status.kind === 'done';
}

/** Where the register has no such fact: the day the answer names, or the day of the decision. */
function registeredOn(steps: readonly PlacedStep[]): PlainDate | undefined {
  const step = steps.find(({ stepId }) => stepId === 'personnummer');
  // An application that was withdrawn or written off ends the step too, without any registration.
  if (step?.course.kind !== 'ended' || step.course.outcome !== 'registered') return undefined;
  const answer = step.answers.find(({ outcome }) => outcome === 'registered');
  return (answer?.fields?.from as PlainDate | undefined) ?? step.course.on;
}

/** The day of the assignment itself, which may name a later day for the programme to begin. */
function assignedOn(steps: readonly PlacedStep[]): PlainDate | undefined {
  const status = steps.find(({ stepId }) => stepId === 'anvisningEtableringsprogrammet')?.planned.status;
  return status?.kind === 'done' && status.outcome === 'assigned' ? status.on : undefined;
}
