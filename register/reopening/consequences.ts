import { stockholmDayAt } from '../../domain/law/stockholm-day';
import type { DatedFact, FactKind } from '../../domain/model/facts';
import type { MessageId, StepId } from '../../domain/model/ids';
import type { Instant, PlainDate } from '../../domain/model/plain-date';
import type { StepRecords } from '../../domain/model/step-record';
import { factsAsOf } from '../../domain/process/facts-as-of';
import {
  factsFromAnswers,
  whatFollows,
  type WhatFollows,
  withReopening,
} from '../../domain/process/planner/reopening';
import type { Planner } from '../assessment/planner';
import type { NumberType } from '../identifiers';
import type { Said } from './said';

/** What becomes invalid when a step is reopened. Identifiers are named by kind only. */
export type TakenBack = {
  readonly answers: readonly { readonly filing: number; readonly outcome: string; readonly on: PlainDate }[];
  readonly facts: readonly { readonly kind: FactKind; readonly validFrom: PlainDate }[];
  readonly identifiers: readonly NumberType[];
};

/** All consequences of a reopening. */
export type Consequences = WhatFollows & { readonly takenBack: TakenBack };

/** A case before one of its steps is reopened: valid facts, records with fields, and the answers to the step. */
export type BeforeReopening = {
  readonly facts: readonly DatedFact[];
  readonly records: StepRecords;
  readonly said: readonly Said[];
  /** Case time. */
  readonly now: Instant;
  readonly stepId: StepId;
  /** The id of the reopening, when there is one already. */
  readonly messageId?: MessageId;
};

/**
 * Returns the consequences of a reopening by the installation's own planner; undefined when the plan has no such
 * step.
 */
export function consequencesOf(planner: Planner, before: BeforeReopening): Consequences | undefined {
  const { facts, records, said, now, stepId, messageId } = before;
  const today = stockholmDayAt(Date.parse(now));
  const lost = factsFromAnswers(facts, said);
  const left = facts.filter((fact) => !lost.includes(fact));
  const reopened = withReopening(records, stepId, { on: today, ...(messageId ? { messageId } : {}) });
  const plans = {
    before: planner(factsAsOf(facts, today), records, now),
    after: planner(factsAsOf(left, today), reopened, now),
  };
  const follows = whatFollows(stepId, plans, records);
  if (!follows) return undefined;
  const present = said.filter(({ filing }) => filing === follows.step.filing - 1);
  return {
    ...follows,
    takenBack: {
      answers: present.map(({ filing, outcome, on }) => ({ filing, outcome, on })),
      facts: lost.map(({ fact: { kind }, validFrom }) => ({ kind, validFrom })),
      identifiers: present.flatMap(({ numbers }) => numbers.map(({ type }) => type)),
    },
  };
}
