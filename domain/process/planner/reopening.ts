import type { SystemAgency } from '../../model/agency';
import type { DatedFact, FactKind } from '../../model/facts';
import type { MessageId, StepId } from '../../model/ids';
import type { Plan, PlannedStep, StepStatus } from '../../model/plan';
import type { Restart, StepRecords } from '../../model/step-record';
import { UNTOUCHED_RECORD } from './step-records';

/** A step whose status differs; without `to` it is an occurrence that the plan no longer has. */
export type Change = {
  readonly stepId: StepId;
  readonly from: StepStatus;
  readonly to?: StepStatus;
};

/** What a reopening changes besides the answers of its own step. */
export type WhatFollows = {
  /** The step itself. */
  readonly step: Change & { readonly filing: number };
  /** Every other step whose status changes, but for those in `review`. */
  readonly changed: readonly Change[];
  /** Steps that stay done, but should be checked by a caseworker. */
  readonly review: readonly StepId[];
  /** Hand-overs that are taken back from their agencies. */
  readonly retracted: readonly {
    readonly stepId: StepId;
    readonly agency: SystemAgency;
    readonly filing: number;
  }[];
};

/** Facts that came with an answer: gone when its step is reopened. */
export type FactsOfAnswer = { readonly messageId: MessageId; readonly facts: readonly FactKind[] };

/** The records of a case in which one step is opened again. */
export function withReopening(records: StepRecords, stepId: StepId, reopening: Restart): StepRecords {
  const record = records[stepId] ?? UNTOUCHED_RECORD;
  return { ...records, [stepId]: { ...record, reopenings: [...record.reopenings, reopening] } };
}

/** The same before one of its reopenings. */
export function withoutReopening(records: StepRecords, stepId: StepId, id: MessageId): StepRecords {
  const record = records[stepId] ?? UNTOUCHED_RECORD;
  const reopenings = record.reopenings.filter(({ messageId }) => messageId !== id);
  return { ...records, [stepId]: { ...record, reopenings } };
}

/** Those of a case's facts that came with these answers. */
export function factsFromAnswers(
  facts: readonly DatedFact[],
  answers: readonly FactsOfAnswer[],
): readonly DatedFact[] {
  return facts.filter(({ messageId, fact }) =>
    answers.some((answer) => answer.messageId === messageId && answer.facts.includes(fact.kind)),
  );
}

/**
 * What follows from a reopening: the difference between the plan without it and the plan with it, by the same planner at
 * the same moment. `records` hold what the agencies have. Undefined when a plan does not have the step.
 */
export function whatFollows(
  stepId: StepId,
  { before, after }: { readonly before: Plan; readonly after: Plan },
  records: StepRecords,
): WhatFollows | undefined {
  const own = after.steps.find((step) => step.stepId === stepId);
  const changes = before.steps.flatMap((step) => changeOf(step, stepNamed(after, step.stepId)));
  const step = changes.find((change) => change.stepId === stepId);
  if (!own || !step) return undefined;
  const others = changes.filter((change) => change !== step);
  return {
    step: { ...step, filing: own.filing },
    changed: others.filter((change) => !isForReview(change)),
    review: others.filter(isForReview).map((change) => change.stepId),
    retracted: after.steps.flatMap((planned) => retractionOf(planned, before, records)),
  };
}

function stepNamed({ steps }: Plan, stepId: StepId): PlannedStep | undefined {
  return steps.find((step) => step.stepId === stepId);
}

function changeOf({ stepId, status: from }: PlannedStep, after: PlannedStep | undefined): readonly Change[] {
  if (!after) return [{ stepId, from }];
  const { status: to } = after;
  return JSON.stringify(from) === JSON.stringify(to) ? [] : [{ stepId, from, to }];
}

function isForReview({ from, to }: Change): boolean {
  return from.kind === 'done' && to?.kind === 'done' && to.review === true && !from.review;
}

function retractionOf(
  { stepId, retract }: PlannedStep,
  before: Plan,
  records: StepRecords,
): WhatFollows['retracted'] {
  const { handOver } = records[stepId] ?? UNTOUCHED_RECORD;
  if (!retract || !handOver || stepNamed(before, stepId)?.retract) return [];
  return [{ stepId, agency: handOver.agency, filing: handOver.filing }];
}
