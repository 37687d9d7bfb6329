import type { AgencyId } from '../model/agency';
import type { CaseFacts, Fact, FactKind } from '../model/facts';
import type { StepId } from '../model/ids';
import type { Due, PlannedStep, StepKind } from '../model/plan';
import type { PlainDate } from '../model/plain-date';
import type { StepRecord } from '../model/step-record';

/** How a field of an outcome is read and checked at the edge; see the API's table of field types. */
export type FieldType = 'text' | 'date' | 'kommun' | 'personnummer';

/** Fields of an outcome by name; `optional` may be left out. */
export type FieldDefinitions = {
  readonly [field: string]: { readonly type: FieldType; readonly optional?: true };
};

/**
 * What an outcome does to its step: `ends` it well; `stays` leaves it open; `again` starts a new filing (a new call, a
 * new application); `refuses` is a refusal, open to appeal; `stands` lets a refusal stand.
 */
export type OutcomeEffect = 'ends' | 'stays' | 'again' | 'refuses' | 'stands';

/** One thing that can be said about a step. */
export type OutcomeDefinition = {
  readonly effect: OutcomeEffect;
  /** Whose act it is. The newcomer's own are recorded by the step's agency or a coordinator for them. */
  readonly by: 'agency' | 'newcomer' | 'court';
  readonly fields: FieldDefinitions;
  /** May be said about a step that is done; changes neither its status nor the end of the case. */
  readonly later?: true;
  /** Is sent on to the agency by an activity, when a person gave it. */
  readonly errand?: 'completion' | 'demand';
  /** Facts that follow, from the fields as parsed at the edge. */
  readonly facts?: (fields: Readonly<Record<string, string>>, on: PlainDate) => readonly Fact[];
};

/** A step that must be done first, with the outcomes that satisfy it; `notApplicable` satisfies it, a refusal never. */
export type Prerequisite = { readonly step: StepId; readonly outcomes: readonly string[] };

/** Everything a rule of a step may look at. Pure data: no clock, no I/O. */
export type StepContext = {
  readonly facts: CaseFacts;
  readonly today: PlainDate;
  readonly record: StepRecord;
  /** A step planned before this one (its prerequisites always are). */
  readonly planned: (step: StepId) => PlannedStep | undefined;
};

/** Whether a step concerns the person at all. `until` holds it back to a day that a rule names. */
export type Applicability =
  | { readonly kind: 'applies' }
  | { readonly kind: 'notApplicable'; readonly why: string; readonly law?: string }
  | { readonly kind: 'until'; readonly until: PlainDate; readonly rule: string };

/** How a step is answered: by a person through the API, or by the agency's system through a signed webhook. */
export type AnsweredBy = 'caseworker' | 'agencySystem';

/** One thing that one party must do: an object per step, in `domain/process/<agency>.ts`. */
export type StepDefinition = {
  readonly id: StepId;
  readonly agency: AgencyId;
  readonly kind: StepKind;
  /** Statute as it is cited. */
  readonly law: string;
  /** Default; an installation may change it per agency and step. */
  readonly answeredBy: AnsweredBy;
  /** Default: whether the agency has a system that takes the booking or application. */
  readonly handedOver: boolean;
  readonly after: readonly Prerequisite[];
  /** Facts without which the step cannot open. */
  readonly needs: readonly FactKind[];
  /** Further facts that the step needs in some cases only. */
  readonly alsoNeeds?: (context: StepContext) => readonly FactKind[];
  readonly appliesTo: (context: StepContext) => Applicability;
  readonly outcomes: { readonly [outcome: string]: OutcomeDefinition };
  /** Dates of the open step from statute and configuration; `openedOn` and `filingOpenedOn` are set in the record. */
  readonly dues: (context: StepContext) => readonly Due[];
  /** Weeks after the filing at which the agency (or the caseworker) is reminded. */
  readonly reminderWeeks: readonly number[];
  /** Usual time to the answer in days, for `next` and for silence. */
  readonly expectation: { readonly medianDays: number; readonly p90Days: number; readonly source: string };
};

/** Which steps an installation answers and hands over otherwise than the catalogue says. */
export type AnsweringSettings = {
  readonly [step: StepId]: { readonly answeredBy: AnsweredBy; readonly handedOver: boolean };
};
