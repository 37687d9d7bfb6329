import type { AgencyId, SystemAgency, WaitingFor } from './agency';
import type { KommunCode, MessageId, StepId } from './ids';
import type { Errand } from './plan';
import type { PlainDate } from './plain-date';

/** How the case took a message: entered in the records, too late to matter, or never fitting and left to a person. */
export type Verdict = { readonly messageId: MessageId; readonly verdict: 'taken' | 'late' | 'misfit' };

/** One open step, as much of it as the workflow needs. */
export type OpenStep = {
  readonly stepId: StepId;
  readonly agency: AgencyId;
  readonly filing: number;
  readonly waitingFor: WaitingFor;
  /** Outcomes and messages that the step takes now. */
  readonly allowed: readonly string[];
  /** The agency whose system has, or is to get, the filing. */
  readonly handOver?: SystemAgency;
  /** Dates that an extension may move, by their rule. */
  readonly movable: Readonly<Record<string, PlainDate>>;
  /** The date that matters most. */
  readonly due?: PlainDate;
  /** False where it waits for a time set by law, which no pause stops. */
  readonly isPausable: boolean;
  /** The present filing is to be made again: the person has moved to another kommun. */
  readonly moved?: true;
};

/** A step that is done, with the outcomes and messages that it still takes. */
export type DoneStep = {
  readonly stepId: StepId;
  readonly filing: number;
  readonly allowed: readonly string[];
  /** What is reported may not have happened after this day. */
  readonly notAfter?: PlainDate;
};

/**
 * The small part of a plan that a message is judged by and the workflow acts on. `assess` returns it, history keeps it
 * (compressed, at most 2 KB), and the register stores it with the case. Laws and texts stay with the steps.
 */
export type PlanDigest = {
  readonly open: readonly OpenStep[];
  /** Steps that wait for other steps, facts or a day. */
  readonly blocked: readonly StepId[];
  readonly paused: readonly StepId[];
  /** Only those that still take something. */
  readonly done: readonly DoneStep[];
  /** Steps whose hand-over is to be retracted. */
  readonly retract: readonly StepId[];
  readonly errands: readonly Errand[];
  /** When the plan next changes by itself, in epoch milliseconds. */
  readonly wakeAt?: number;
  readonly finished: boolean;
  /** Unset while the person may be protected. */
  readonly kommun?: KommunCode;
  /** The earliest duty or target of an open step. */
  readonly dueOn?: PlainDate;
  /** Since when the oldest open step has been open. */
  readonly since?: PlainDate;
};

/**
 * Answer of `assess`: a plan; or the planner failed and the old plan stands; or the register shows a later revision of
 * this run, which history lost when worker and engine died together, and nothing was written.
 */
export type Assessed =
  | { readonly kind: 'planned'; readonly digest: PlanDigest }
  | { readonly kind: 'planFailed' }
  | { readonly kind: 'outrun'; readonly revision: number };
