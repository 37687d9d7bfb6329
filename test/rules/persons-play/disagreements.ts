import type { Plan, PlannedStep } from '../../../domain/model/plan';
import type { ExpectedBlocked, ExpectedDay, ExpectedDone, ExpectedOpen } from './expected-day';
import { caseDisagreements, differs } from './case-disagreements';
import { dueDisagreements } from './due-disagreements';
import { stuckDisagreements } from './stuck-disagreements';
import type { Evening } from './play';
import { reasonInWords, statusInWords } from './in-words';

/**
 * Where a plan says otherwise than a person's file, one sentence each: `forskola should be not applicable (underAge) but
 * is open since 2027-01-11, …`. Empty when they agree.
 */
export function disagreements({ plan, facts }: Evening, expected: ExpectedDay): readonly string[] {
  const names = [...(expected.open ?? []), ...(expected['open among others'] ?? [])];
  const open = { ...Object.fromEntries(names.map((name) => [name, {}])), ...expected['in detail'] };
  return [
    ...caseDisagreements(plan, expected),
    ...stuckDisagreements(plan, facts, expected),
    ...(expected.open ? openUnforeseen(plan, expected.open) : []),
    ...eachStep(plan, open, openDisagreements),
    ...eachStep(plan, expected.done, doneDisagreements),
    ...eachStep(plan, expected.blocked, blockedDisagreements),
    ...eachStep(plan, expected.paused, (step, why) => reasonDisagreements(step, 'paused', why)),
    ...eachStep(plan, expected.cancelled, (step, why) => reasonDisagreements(step, 'cancelled', why)),
    ...eachStep(plan, expected['not applicable'], (step, why) =>
      reasonDisagreements(step, 'notApplicable', why),
    ),
  ];
}

function openUnforeseen(plan: Plan, foreseen: readonly string[]): readonly string[] {
  return plan.steps
    .filter(({ stepId, status }) => status.kind === 'open' && !foreseen.includes(stepId))
    .map(({ stepId, status }) => `${stepId} should not be open but is ${statusInWords(status)}`);
}

function eachStep<T>(
  plan: Plan,
  expected: { readonly [step: string]: T } | undefined,
  compare: (step: PlannedStep, expected: T) => readonly string[],
): readonly string[] {
  return Object.entries(expected ?? {}).flatMap(([stepId, said]) => {
    const step = plan.steps.find((planned) => planned.stepId === stepId);
    if (!step) return [`${stepId} should be in the plan but is not`];
    return compare(step, said);
  });
}

function otherwise({ stepId, status }: PlannedStep, should: string): readonly string[] {
  return [`${stepId} should be ${should} but is ${statusInWords(status)}`];
}

function openDisagreements(step: PlannedStep, expected: ExpectedOpen): readonly string[] {
  const { status, stepId } = step;
  if (status.kind !== 'open') return otherwise(step, 'open');
  return [
    ...differs(`${stepId}: who is to act`, expected['waits for'], status.waitingFor),
    ...differs(`${stepId}: the reason`, expected.because, status.why),
    ...differs(`${stepId}: the day it opened`, expected.since, status.since),
    ...differs(`${stepId}: the filing`, expected.filing?.toString(), step.filing.toString()),
    ...differs(`${stepId}: the unit`, expected.unit, step.unit ?? 'none'),
    ...dueDisagreements(step, expected),
    ...wordDisagreements(step, expected),
  ];
}

function wordDisagreements(
  { stepId, allowed }: PlannedStep,
  expected: Pick<ExpectedOpen, 'may be said' | 'may not be said'>,
): readonly string[] {
  const missing = (expected['may be said'] ?? []).filter((word) => !allowed.includes(word));
  const unwanted = (expected['may not be said'] ?? []).filter((word) => allowed.includes(word));
  return [
    ...missing.map((word) => `${stepId}: ${word} should be allowed but is not`),
    ...unwanted.map((word) => `${stepId}: ${word} should not be allowed but is`),
  ];
}

function doneDisagreements(step: PlannedStep, expected: ExpectedDone): readonly string[] {
  const { status, stepId, notAfter } = step;
  if (status.kind !== 'done' || status.outcome !== expected.outcome) {
    return otherwise(step, `done (${expected.outcome})`);
  }
  return [
    ...differs(`${stepId}: the day it was done`, expected.on, status.on),
    ...differs(`${stepId}: refusal`, expected.refusal?.toString(), (status.refusal ?? false).toString()),
    ...differs(
      `${stepId}: the last day of what is told late`,
      expected['told late if made by'],
      notAfter ?? 'none',
    ),
    ...differs(`${stepId}: for review`, expected.review?.toString(), (status.review ?? false).toString()),
    ...wordDisagreements(step, expected),
  ];
}

function blockedDisagreements(step: PlannedStep, expected: ExpectedBlocked): readonly string[] {
  const { status, stepId } = step;
  if (status.kind !== 'blocked') return otherwise(step, 'blocked');
  return [
    ...differs(`${stepId}: what it waits for`, list(expected.by), list(status.by) ?? 'nothing'),
    ...differs(`${stepId}: what it lacks`, list(expected.lacks), list(status.facts) ?? 'nothing'),
    ...differs(`${stepId}: the day it is held to`, expected.until, status.until ?? 'none'),
    ...differs(`${stepId}: the rule that holds it`, expected.rule, status.rule ?? 'none'),
  ];
}

function list(names: readonly string[] | undefined): string | undefined {
  return names && names.length > 0 ? [...names].sort().join(', ') : undefined;
}

function reasonDisagreements(
  step: PlannedStep,
  kind: 'paused' | 'cancelled' | 'notApplicable',
  why: string,
): readonly string[] {
  const { status } = step;
  const inWords = kind === 'notApplicable' ? 'not applicable' : kind;
  if (status.kind !== kind) return otherwise(step, `${inWords} (${why})`);
  const is = status.kind === 'notApplicable' ? reasonInWords(status) : status.why;
  return is === why ? [] : otherwise(step, `${inWords} (${why})`);
}
