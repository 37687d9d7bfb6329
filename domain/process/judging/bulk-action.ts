import type { AgencyId } from '../../model/agency';
import type { PlanDigest } from '../../model/assessment';
import type { StepId } from '../../model/ids';
import type { MessageKind, RefusalCode } from '../../model/message';
import type { PlannedStep } from '../../model/plan';
import type { PlainDate } from '../../model/plain-date';
import type { StepRecord } from '../../model/step-record';

/** Which steps of each case an action is about: one by its id, or those of an agency; where both are named, the step alone. */
type Target = { readonly step?: StepId; readonly agency?: AgencyId };

/** What is to be done to each of many cases. */
export type BulkAction =
  /** `from`: only steps assigned to this colleague, or to nobody where it is null. A null `assignee` unassigns the step. */
  | (Target & { readonly kind: 'reassign'; readonly assignee: string | null; readonly from?: string | null })
  | (Target & { readonly kind: 'remind' })
  | (Target & { readonly kind: 'pause'; readonly until?: PlainDate })
  | (Target & { readonly kind: 'resume' })
  /** Without a rule it moves the step's own expectation. */
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

/** The message that an action sends to each case. Assignments are the register's own and send none. */
export const MESSAGE_OF = {
  remind: 'reminder',
  pause: 'pause',
  resume: 'resumption',
  extend: 'extension',
  complete: 'completion',
  resubmit: 'resubmission',
  replan: 'replan',
} as const satisfies Record<Exclude<BulkKind, 'reassign'>, MessageKind>;

/** Why an action does not change a case, beyond the reasons for which the case itself refuses a message. */
export const OWN_REASONS = [
  /** There is no such case, or the caller may not know of it. */
  'unknownCase',
  /** No step of the case is among those that the action is about. */
  'noSuchStep',
  /** The case is already as the action would leave it. */
  'alreadySo',
  'unknownColleague',
  /** One person may only propose it, case by case. */
  'needsSecondPerson',
  /** The step waits neither for a caseworker nor for an agency's system. */
  'nobodyToRemind',
  'unowned',
  'remindedToday',
  /** The case has changed since the preview. */
  'changedSince',
  'stopped',
  /** The case did not take its message in time; when it does, it counts as done. */
  'noAnswer',
  'defect',
] as const;
export type OwnReason = (typeof OWN_REASONS)[number];

/** Why an action does not act on a case. */
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

/** A step as the register stores it, with its record and the colleague assigned to it. */
export type StepToJudge = Pick<PlannedStep, 'stepId' | 'agency' | 'status' | 'filing'> & {
  readonly record: StepRecord;
  readonly assignee: string | null;
};

/** A case as an action judges it, with those of its steps that the action is about. */
export type CaseToJudge = {
  readonly digest: PlanDigest | undefined;
  readonly revision: number;
  readonly rulesVersion: string;
  readonly steps: readonly StepToJudge[];
};

/** A step that is not changed, and why. */
export type LeftOut = { readonly stepId: StepId; readonly reason: BulkReason };

/** The result of judging an action in a case: it takes place, or it is refused. */
export type BulkJudgement =
  | {
      readonly kind: 'accepted';
      readonly changes: readonly StepChange[];
      /** Steps open or paused that the action is about and that refuse it. */
      readonly leftOut: readonly LeftOut[];
    }
  | { readonly kind: 'refused'; readonly reason: BulkReason; readonly stepId?: StepId };
