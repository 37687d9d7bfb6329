import type { PersonField } from '../../law/person-field';
import type { AgencyId } from '../../model/agency';
import type { CaseFacts, Fact, FactKind } from '../../model/facts';
import type { StepId } from '../../model/ids';
import type { PlainDate } from '../../model/plain-date';
import type { Due, PlannedStep, StepKind } from '../../model/plan';
import type { StepRecord } from '../../model/step-record';
import type { AnsweredBy } from '../planner/installation-settings';

/** How a field of an outcome is read and checked at the edge; see the API's table of field types. */
export type FieldType = 'text' | 'date' | 'kommun' | 'personnummer' | 'samordningsnummer' | 'amount';

/** Fields of an outcome by name; `optional` may be left out. */
export type FieldDefinitions = {
  readonly [field: string]: { readonly type: FieldType; readonly optional?: true };
};

/**
 * What an outcome does to its step: `ends` it well; `stays` leaves it open; `again` starts a new filing (a new call, a
 * new application); `refuses` is a refusal, open to appeal; `stands`: the refusal stands.
 */
export type OutcomeEffect = 'ends' | 'stays' | 'again' | 'refuses' | 'stands';

/** One thing that can be reported about a step. */
export type OutcomeDefinition = {
  readonly effect: OutcomeEffect;
  /**
   * Whose act it is. The newcomer's own are recorded by the step's agency or a coordinator for them; `time`: nobody
   * reports it, the step ends by itself.
   */
  readonly by: 'agency' | 'newcomer' | 'court' | 'time';
  readonly fields: FieldDefinitions;
  /** May be reported about a step that is done; changes neither its status nor the end of the case. */
  readonly later?: true;
  /** Is sent on to the agency by an activity, when a person recorded it. */
  readonly errand?: 'completion' | 'demand';
  /** Facts that follow, from the fields as parsed at the edge. */
  readonly facts?: (fields: Readonly<Record<string, string>>, on: PlainDate) => readonly Fact[];
};

/** A step that must be done first, with the outcomes that satisfy it; `notApplicable` satisfies it, a refusal never. */
export type Prerequisite = { readonly step: StepId; readonly outcomes: readonly string[] };

/** Everything a rule of a step may read. Pure data: no clock, no I/O. */
export type StepContext = {
  readonly facts: CaseFacts;
  readonly today: PlainDate;
  readonly record: StepRecord;
  /** A step planned before this one (its prerequisites always are); of a recurring one the first occurrence. */
  readonly planned: (step: StepId) => PlannedStep | undefined;
  /** Of an occurrence of a recurring step: the first day of its period. */
  readonly periodFrom?: PlainDate;
};

/** A step that recurs: the first occurrence has the bare id, the later ones `stepId:YYYY-MM`. */
export type Recurrence = {
  readonly everyMonths: 1 | 6 | 12;
  /** First day of the first period; undefined while it is not known. Later periods begin on the 1st of their month. */
  readonly from: (context: StepContext) => PlainDate | undefined;
  /** The first day of a coming period whose occurrence is there already. */
  readonly opensAhead?: (context: StepContext) => PlainDate | undefined;
  /** No period begins on or after this day. */
  readonly until: (context: StepContext) => PlainDate | undefined;
};

/** When a step ends by time alone, and with which of its outcomes: a notice nobody recorded, a time run out. */
export type EndByTime = { readonly outcome: string; readonly on: PlainDate };

/** Whether a step concerns the person at all. `until` holds it back to a day that a rule names. */
export type Applicability =
  | { readonly kind: 'applies' }
  | { readonly kind: 'notApplicable'; readonly why: string; readonly law?: string }
  | { readonly kind: 'until'; readonly until: PlainDate; readonly rule: string };

/** What a person is asked to bring to a step; the texts for people are keyed by these codes. */
export type Bring =
  | 'passport'
  | 'lmaCard'
  | 'permitCard'
  | 'permitDecision'
  | 'idCard'
  | 'papersOfCivilStatus'
  | 'landlordsConsent'
  | 'feeReceipt'
  | 'guardiansConsent'
  | 'grades'
  | 'workCertificates'
  | 'papersOfIncome'
  | 'papersOfRent'
  | 'bankAccountNumber'
  | 'vaccinationCard'
  | 'representativesPapers';

/** One thing that one party must do: an object per step, in `domain/process/steps/<agency>/`. */
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
  /** What the person is to bring. */
  readonly bring: readonly Bring[];
  /** What the step's agency is sent about the person; each is in its rows of `domain/law/visibility.ts`. */
  readonly sees: readonly PersonField[];
  readonly recurs?: Recurrence;
  /** When it ends by itself if nobody reports another outcome; asked only of an open step. */
  readonly endsByTime?: (context: StepContext) => EndByTime | undefined;
  /** Coming and past days on which, by itself, it begins or ceases to apply: birthdays, ends of periods, new law. */
  readonly changesOn?: (context: StepContext) => readonly (PlainDate | undefined)[];
  /** The unit within the agency that handles it, where the kommun's configuration names one. */
  readonly unit?: (context: StepContext) => string | undefined;
  /** `visit`: the whole household comes together, one filing each. `benefit`: one for all, on the applicant's case. */
  readonly together?: 'visit' | 'benefit';
};
