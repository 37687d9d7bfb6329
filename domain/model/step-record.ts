import type { SystemAgency } from './agency';
import type { MessageId, StepId } from './ids';
import type { Errand } from './plan';
import type { Instant, PlainDate } from './plain-date';

/**
 * What has been answered to one filing of a step. `fields` (a personnummer, grounds, an amount) never travel with the
 * workflow: `assess` adds them from the register before it plans.
 */
export type Answer = {
  readonly messageId: MessageId;
  readonly filing: number;
  readonly outcome: string;
  readonly on: PlainDate;
  readonly servedOn?: PlainDate;
  /** Who reported it: a person through the API, or the agency's own system. */
  readonly by: 'person' | 'agency';
  /** Case time when the case took it. */
  readonly at: Instant;
  readonly fields?: Readonly<Record<string, string>>;
};

/** The state of the hand-over of one filing to an agency's system. */
export type HandOver = { readonly agency: SystemAgency; readonly filing: number } & (
  | { readonly state: 'running' }
  | { readonly state: 'filed'; readonly receiptId: string; readonly on: PlainDate }
  | { readonly state: 'refused'; readonly code: string; readonly on: PlainDate }
  | { readonly state: 'retracting' }
  | { readonly state: 'retracted' }
);

/** An errand that an agency refused for good: the filing stands there, but a caseworker must see to it. */
export type RefusedErrand = {
  readonly filing: number;
  readonly kind: Errand['kind'];
  readonly n: number;
  readonly code: string;
};

/** The step starts over with a new filing: by a person's message, or, without one, because the person moved. */
export type Restart = { readonly messageId?: MessageId; readonly on: PlainDate };

/** A fact from an agency that can never fit, left for a caseworker. */
export type Misfit = {
  readonly messageId: MessageId;
  readonly filing: number;
  readonly why: 'unknownOutcome' | 'afterCaseTime' | 'servedBeforeDecided' | 'neverFitted';
};

/** A pause of a step, from a day until the day on which it resumes. Its reason stays with the message. */
export type Pause = { readonly from: PlainDate; readonly until?: PlainDate; readonly messageId: MessageId };

/** A later day for one of the step's dates, named by its rule; `on` is the day it was granted. */
export type Extension = {
  readonly rule: string;
  readonly until: PlainDate;
  readonly on: PlainDate;
  readonly messageId: MessageId;
};

/** A person asked for a reminder to the party that is to act on a filing; `on` is the day it was asked. */
export type AskedReminder = {
  readonly filing: number;
  readonly on: PlainDate;
  readonly messageId: MessageId;
};

/**
 * Everything that has happened to one step, as the workflow carries it: plain JSON, grows only, ids and codes only.
 * The planner reads it; nothing else decides from it.
 */
export type StepRecord = {
  /** Set from the first plan that opens the step. */
  readonly openedOn?: PlainDate;
  /** Set when the present filing opened: from here expectation and reminders count. */
  readonly filingOpenedOn?: PlainDate;
  /** Counts hand-overs from 1; grows only by reopening, re-submission or an outcome that calls again. */
  readonly filing: number;
  readonly handOver?: HandOver;
  readonly answers: readonly Answer[];
  readonly reopenings: readonly Restart[];
  readonly resubmissions: readonly Restart[];
  readonly pauses: readonly Pause[];
  readonly extensions: readonly Extension[];
  /** Left out where nobody has asked: cases that began before there were any have none. */
  readonly reminders?: readonly AskedReminder[];
  readonly misfits: readonly Misfit[];
  readonly refusedErrands: readonly RefusedErrand[];
  /** Errands already sent, each `<filing>/<errand>/<n>`, for instance `1/reminder/8`. */
  readonly errands: readonly string[];
};

/** The records of a case by step; a step without one has not been touched. */
export type StepRecords = { readonly [step: StepId]: StepRecord };
