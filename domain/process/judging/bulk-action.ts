import type { AgencyId } from '../../model/agency';
import type { StepId } from '../../model/ids';
import type { MessageKind, RefusalCode } from '../../model/message';
import type { PlannedStep } from '../../model/plan';
import type { PlainDate } from '../../model/plain-date';
import type { StepRecord } from '../../model/step-record';

/** Which steps of each case an action is about: one by its id, those of an agency, or where both are named the step alone. */
type Target = { readonly step?: StepId; readonly agency?: AgencyId };

/** What is to be done to each of many cases. */
export type BulkAction =
  /** `from`: only what is this colleague's, or nobody's where it is null. Null as `assignee` lets go of the step. */
  | (Target & { readonly kind: 'reassign'; readonly assignee: string | null; readonly from?: string | null })
  | (Target & { readonly kind: 'remind' })
  | (Target & { readonly kind: 'pause'; readonly until?: PlainDate })
  | (Target & { readonly kind: 'resume' })
  /** Without a rule the step's own expectation. */
  | (Target & { readonly kind: 'extend'; readonly rule?: string; readonly until: PlainDate })
  | {
      readonly kind: 'complete';
      readonly step: StepId;
      readonly outcome: string;
      readonly on: PlainDate;
      readonly servedOn?: PlainDate;
      readonly fields: Readonly<Record<string, string>>;
      readonly note?: string;
    }
  | (Target & { readonly kind: 'resubmit' })
  | { readonly kind: 'replan' };

export type BulkKind = BulkAction['kind'];

/** The message that an action sends to each case; to be given to somebody is the register's own and no message. */
export const MESSAGE_OF = {
  remind: 'reminder',
  pause: 'pause',
  resume: 'resumption',
  extend: 'extension',
  complete: 'completion',
  resubmit: 'resubmission',
  replan: 'replan',
} as const satisfies Record<Exclude<BulkKind, 'reassign'>, MessageKind>;

/** Why an action leaves a case as it is, beyond what the case itself refuses a message for. */
export const OWN_REASONS = [
  /** There is no such case, or the caller may not know of it. */
  'unknownCase',
  /** No step of the case is among those that the action is about. */
  'noSuchStep',
  /** It is so already. */
  'alreadySo',
  'unknownColleague',
  /** One person may only propose it, case by case. */
  'needsSecondPerson',
  /** Nobody is to be reminded: the step is no caseworker's and with no agency's system. */
  'nobodyToRemind',
  'unowned',
  'remindedToday',
  /** The case is another than was previewed. */
  'changedSince',
  'stopped',
  /** The case did not take its message in time; when it does it counts as done. */
  'noAnswer',
  'defect',
] as const;
export type OwnReason = (typeof OWN_REASONS)[number];

/** Why a case of an action is not acted on. */
export type BulkReason = RefusalCode | OwnReason;

/** What happens to one step. `from` and `to` are colleagues, dates or filings, as the kind of action says. */
export type StepChange = {
  readonly stepId: StepId;
  readonly filing: number;
  readonly from?: string | null;
  readonly to?: string | null;
  /** Of an extension: the date that it moves. */
  readonly rule?: string;
};

/** A step as an action judges it: its plan, its record and whose it is. */
export type StepToJudge = PlannedStep & { readonly record: StepRecord; readonly assignee: string | null };

/** A case as an action judges it, with those of its steps that the action is about. */
export type CaseToJudge = {
  readonly state: 'open' | 'closed';
  readonly rulesVersion: string;
  readonly steps: readonly StepToJudge[];
};

/** A step that stays as it is, and why. */
export type LeftOut = { readonly stepId: StepId; readonly reason: BulkReason };

/** What an action comes to in a case: it takes place, or it is refused. */
export type BulkJudgement =
  | {
      readonly kind: 'accepted';
      readonly changes: readonly StepChange[];
      /** Steps under way that the action is about and does not fit. */
      readonly leftOut: readonly LeftOut[];
    }
  | { readonly kind: 'refused'; readonly reason: BulkReason; readonly stepId?: StepId };
