import type { AgencyId, OpenReason, ResponsibleParty, SystemAgency, WaitingFor } from './agency';
import type { FactKind } from './facts';
import type { KommunCode, StepId } from './ids';
import type { PlainDate } from './plain-date';

/** What kind of thing a step is. */
export type StepKind = 'meeting' | 'filing' | 'decision' | 'payment' | 'enrolment' | 'notice' | 'clock';

/** Where a step stands. `why` and `rule` are stable codes; texts for people are keyed by them. */
export type StepStatus =
  | { readonly kind: 'notApplicable'; readonly why: string; readonly because?: StepId; readonly law?: string }
  | {
      readonly kind: 'blocked';
      readonly by: readonly StepId[];
      readonly facts: readonly FactKind[];
      readonly until?: PlainDate;
      readonly rule?: string;
    }
  | {
      readonly kind: 'open';
      readonly waitingFor: WaitingFor;
      readonly since: PlainDate;
      readonly why: OpenReason;
    }
  | { readonly kind: 'paused'; readonly why: string; readonly since: PlainDate; readonly until?: PlainDate }
  | {
      readonly kind: 'done';
      readonly outcome: string;
      readonly on: PlainDate;
      /** The outcome is a refusal that stands; dependents do not apply. */
      readonly refusal?: true;
      /** A prerequisite was reopened after this was done: a caseworker should look. */
      readonly review?: true;
    }
  | { readonly kind: 'cancelled'; readonly why: string; readonly on: PlainDate };

/**
 * A day that something is to have happened by. `duty` and `right` come from statute and move only by lag 1930:173;
 * `target` and `expectation` are configuration and move by a pause or an extension.
 */
export type Due = {
  readonly date: PlainDate;
  readonly kind: 'duty' | 'right' | 'target' | 'expectation';
  /** Stable code of the rule, for instance `folkbokforingAnmalan`. */
  readonly rule: string;
  /** Statute as it is cited, for instance `FOL 26 §`, or the source of a target or an expectation. */
  readonly law: string;
  /** Whose act it is, or whose right. */
  readonly whose: 'newcomer' | AgencyId | 'forvaltningsratt' | 'migrationsdomstol' | 'overklagandenamnd';
  /** What moved the date, in words: `lördag → måndag, lag 1930:173 2 §`, `paus 14 dagar`, `förlängd till 2027-03-01`. */
  readonly movedBy?: string;
};

/** A message to an agency about a filing, sent once by an activity under `caseId/stepId/filing/kind/n`. */
export type Errand = {
  readonly stepId: StepId;
  readonly agency: SystemAgency;
  readonly filing: number;
  readonly kind: 'reminder' | 'completion' | 'demand';
  readonly n: number;
};

/** One step of a plan: everything the case answers about it. */
export type PlannedStep = {
  readonly stepId: StepId;
  readonly agency: AgencyId;
  readonly kind: StepKind;
  readonly law: string;
  readonly status: StepStatus;
  /** Present filing: the one that an answer by a person means. */
  readonly filing: number;
  /** All dates of the step, the one that matters most first. */
  readonly dues: readonly Due[];
  /** Outcomes and messages that the step takes now. */
  readonly allowed: readonly string[];
  /** Of a refusal whose time ran out: the last day of an appeal that may still be reported (FL 44 §). */
  readonly notAfter?: PlainDate;
  /** The unit of the agency that handles it, where one is named. */
  readonly unit?: string;
  /** The present filing is (to be) with the agency's system. */
  readonly handOver?: SystemAgency;
  /** The filing lies with the kommun that the person has left and is to be made anew. */
  readonly moved?: true;
  /** The hand-over in the record no longer applies and is to be retracted. */
  readonly retract?: true;
};

export type MilestoneKind = 'inskriven' | 'folkbokford' | 'iProgrammet' | 'avslutad';
export type CaseResult =
  | 'work'
  | 'studies'
  | 'timeEnded'
  | 'pension'
  | 'moved'
  | 'dead'
  | 'recalled'
  | 'pathDone'
  | 'withdrawn'
  | 'other';
export type Milestone = {
  readonly kind: MilestoneKind;
  readonly on: PlainDate;
  readonly result?: CaseResult;
};

/** Days without any income that counts, both ends included; without `to` nothing is in sight that will end them. */
export type Gap = { readonly from: PlainDate; readonly to?: PlainDate };

/** Who acts for a child, and since when where somebody was appointed. `until` is the last day before the 18th birthday. */
export type Representative = {
  readonly kind: 'guardian' | 'godMan' | 'vardnadshavare' | 'noneAppointed';
  readonly since?: PlainDate;
  readonly until: PlainDate;
};

/** Who may have the case in their queue, and the warning to show with the person, if any. */
export type Protection = {
  readonly queue: 'ordinary' | 'protected';
  readonly warning?: 'sekretessmarkering' | 'skyddadFolkbokforing';
};

/** The whole plan of a case at one moment. A pure function of facts, records and time; recorded by `assess`. */
export type Plan = {
  readonly asOf: PlainDate;
  readonly steps: readonly PlannedStep[];
  /** Milestones reached, in order. */
  readonly milestones: readonly Milestone[];
  readonly mainResponsibility: ResponsibleParty;
  /** The gap in income that the person is in, or that begins within 12 months. */
  readonly gap?: Gap;
  /** Who acts for the person; absent for adults. */
  readonly representative?: Representative;
  readonly protection: Protection;
  /** Kommun of stay, when known. */
  readonly kommun?: KommunCode;
  /** Errands due now that the records do not hold yet. */
  readonly errands: readonly Errand[];
  /** Dates passed up to today that belong in the timeline: reminders, a duty passed, a right that opened. */
  readonly passed: readonly { readonly stepId: StepId; readonly rule: string; readonly date: PlainDate }[];
  /** Next day on which the plan changes by itself; for a due date the day after it. */
  readonly wakeOn?: PlainDate;
  /** Day the case ends if nothing is reopened: the last end + 14 days, or the day of withdrawal. */
  readonly finishOn?: PlainDate;
  /** The case has ended: `finishOn` is reached and nothing is on its way to an agency. */
  readonly finished: boolean;
  /** Steps that are blocked now, with the day each may be expected to open. */
  readonly next: readonly { readonly stepId: StepId; readonly expectedOn: PlainDate }[];
};
