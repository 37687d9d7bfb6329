import type { AgencyId, SystemAgency, WaitingFor } from './agency';
import type { KommunCode, MessageId, StepId } from './ids';
import type { Errand } from './plan';
import type { PlainDate } from './plain-date';

/** How the case took a message: entered in the records, too late to matter, or never fitting and left to a person. */
export type Verdict = { readonly messageId: MessageId; readonly verdict: 'taken' | 'late' | 'misfit' };

/** One open step, as much of it as the workflow needs. */
export type OpenStep = {
  readonly stepId: StepId;
  readonly filing: number;
  /** Which list of `PlanDigest.words` may be said now. */
  readonly says: number;
  readonly handOver?: SystemAgency;
  /** Which of `PlanDigest.agencies` it is a step of; left out where `handOver` says so. */
  readonly of?: number;
  /** Left out where it waits for the agency that `handOver` names, or without one for a caseworker. */
  readonly waitsFor?: WaitingFor;
  /** When it is usually answered, after pauses and extensions. */
  readonly expected?: PlainDate;
  /** Its other dates that an extension may move, by their rule. */
  readonly movable?: Readonly<Record<string, PlainDate>>;
  /** The date that matters most, where that is not `expected`. */
  readonly due?: PlainDate;
  /** What it waits for is a time of the law's, which no pause stops. */
  readonly unpausable?: true;
  /** The present filing is to be made anew: the person has moved to another kommun. */
  readonly moved?: true;
};

/** A step that is done, with the outcomes that may still be told about it. */
export type DoneStep = {
  readonly stepId: StepId;
  readonly filing: number;
  readonly says: number;
  /** What is told may not have happened after this day. */
  readonly notAfter?: PlainDate;
};

/**
 * The small part of a plan that `assess` returns and history keeps (at most 2 KB): dates, rules and texts stay in the
 * register. `wakeAt` is in epoch milliseconds.
 */
export type PlanDigest = {
  readonly open: readonly OpenStep[];
  /** What may be said, words with blanks between, each list once: most steps share theirs with others. */
  readonly words: readonly string[];
  /** Steps that take no answer now: held back, or paused. */
  readonly blocked: readonly StepId[];
  /** Those of them that are paused. */
  readonly paused?: readonly StepId[];
  readonly done: readonly DoneStep[];
  readonly retract: readonly StepId[];
  readonly errands: readonly Errand[];
  readonly wakeAt?: number;
  readonly finished: boolean;
  /** Unset while the person may be protected. */
  readonly kommun?: KommunCode;
  readonly dueOn?: PlainDate;
  /** Since when the oldest open step has been open. */
  readonly since?: PlainDate;
  /** Agencies with an open step. */
  readonly agencies: readonly AgencyId[];
};

/**
 * Answer of `assess`: a plan; or the planner failed and the old plan stands; or the register shows a later revision of
 * this run, which history lost when worker and engine died together, and nothing was written.
 */
export type Assessed =
  | { readonly kind: 'planned'; readonly digest: PlanDigest }
  | { readonly kind: 'planFailed' }
  | { readonly kind: 'outrun'; readonly revision: number };
