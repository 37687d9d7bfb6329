import type { ColumnType, Generated } from 'kysely';
import type { AgencyId, ResponsibleParty, WaitingFor } from '../domain/model/agency';
import type { PlanDigest } from '../domain/model/assessment';
import type { Fact, FactKind } from '../domain/model/facts';
import type { CaseId, HouseholdId, KommunCode, MessageId, PersonId, StepId } from '../domain/model/ids';
import type { CaseMessage, RefusalCode } from '../domain/model/message';
import type { PlainDate } from '../domain/model/plain-date';
import type {
  Due,
  Gap,
  Milestone,
  MilestoneKind,
  Plan,
  Protection,
  Representative,
  StepKind,
  StepStatus,
} from '../domain/model/plan';
import type { StepRecord } from '../domain/model/step-record';
import type { StoredKind } from './messages/stored-kind';
import type { BulkTables } from './bulk/tables';
import type { ImportTables } from './imports/tables';
import type { AbsenceTables } from './absences/tables';
import type { ProposalTables } from './proposals/tables';
import type { StuckTables } from './stuck/tables';
import type { SubscriptionTables } from './subscriptions/tables';
import type { WorkTables } from './work/tables';
import type { StatisticsTables } from './statistics/tables';

/** Wall-clock moments: `Date` when read, `Date` or nothing (database default) when written. */
type Moment = ColumnType<Date, Date | undefined, Date>;
type Day = ColumnType<PlainDate, PlainDate, PlainDate>;
type Json<T> = ColumnType<T, string, string>;

/** How a message reaches its case; `register` messages need no engine, `start` starts the case's workflow. */
export type MessageVia = 'update' | 'signal' | 'start' | 'register';
export type MessageState = 'received' | 'confirmed' | 'refused';
/** The answer that a repeat of the same request gets again. */
export type StoredResponse = {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: unknown;
};

/** Why a case refused a message that nobody waited for. */
export type StoredRefusal = { readonly code: RefusalCode; readonly stepId?: string };

type MessagesTable = {
  id: MessageId;
  case_id: CaseId | null;
  kind: StoredKind;
  via: MessageVia;
  /** Subject of the token, `webhook:<agency>`, `poll:<agency>`, or `assess`. */
  caller: string;
  body_hash: string;
  /** The request as parsed: everything, also what the engine never sees. */
  body: Json<unknown>;
  /** What is sent to the case; null where `via` is `register` or `start`. */
  message: ColumnType<CaseMessage | null, string | null, string | null>;
  state: ColumnType<MessageState, MessageState, MessageState>;
  response: ColumnType<StoredResponse | null, string | null | undefined, string | null>;
  refusal: ColumnType<StoredRefusal | null, string | null | undefined, string | null>;
  received_at: Moment;
  sent_at: ColumnType<Date | null, Date | null | undefined, Date | null>;
  settled_at: ColumnType<Date | null, Date | null | undefined, Date | null>;
};

type PersonsTable = { id: PersonId; given_name: string; family_name: string; created_at: Moment };

type IdentifiersTable = {
  id: Generated<string>;
  person_id: PersonId;
  type: 'dossiernummer' | 'personnummer' | 'samordningsnummer';
  value: string;
  level: 'styrkt' | 'sannolik' | 'osaker' | null;
  valid_from: ColumnType<PlainDate | null, PlainDate | null, PlainDate | null>;
  valid_to: ColumnType<PlainDate | null, PlainDate | null | undefined, PlainDate | null>;
  message_id: MessageId;
};

type HouseholdsTable = { id: HouseholdId; created_at: Moment };

type MembersTable = {
  household_id: HouseholdId;
  person_id: PersonId;
  /** Position in the household: `adult` or `child`; relation to the first member in the field's own words. */
  role: 'adult' | 'child';
  relation: string | null;
  position: number;
};

type FactsTable = {
  id: Generated<string>;
  person_id: PersonId | null;
  household_id: HouseholdId | null;
  kind: FactKind;
  value: Json<Fact>;
  valid_from: Day;
  source: string;
  message_id: MessageId;
  recorded_at: Moment;
  /** The reopening or voiding that took it back. */
  withdrawn_by: ColumnType<MessageId | null, MessageId | null | undefined, MessageId | null>;
};

type CasesTable = {
  id: CaseId;
  person_id: PersonId;
  household_id: HouseholdId;
  opened_on: Day;
  state: ColumnType<'open' | 'closed', 'open' | 'closed', 'open' | 'closed'>;
  closed_on: ColumnType<PlainDate | null, PlainDate | null | undefined, PlainDate | null>;
  /** The workflow's revision that the projection shows. */
  revision: number;
  /** Grows with every change of the register's own (claims, notes); with `revision` it makes the ETag. */
  register_version: ColumnType<number, number | undefined, number>;
  run_id: ColumnType<string | null, string | null | undefined, string | null>;
  rules_version: string;
  milestone: MilestoneKind | null;
  milestones: Json<readonly Milestone[]>;
  main_responsibility: ResponsibleParty;
  kommun: KommunCode | null;
  /** Why the case is technically stuck; null when it is not. */
  technical: ColumnType<{ kind: string; detail?: string } | null, string | null | undefined, string | null>;
  /** Since when `technical` has been so. */
  technical_since: ColumnType<Date | null, Date | null | undefined, Date | null>;
  next_wake_at: ColumnType<Date | null, Date | null | undefined, Date | null>;
  finish_on: ColumnType<PlainDate | null, PlainDate | null | undefined, PlainDate | null>;
  gap: ColumnType<Gap | null, string | null, string | null>;
  representative: ColumnType<Representative | null, string | null, string | null>;
  /** Null until the case is planned anew by rules that know of it. */
  protection: ColumnType<Protection | null, string | null, string | null>;
  next: Json<Plan['next']>;
  /** What messages to the case are judged by. Null until it is next assessed where it was opened before the column. */
  digest: ColumnType<PlanDigest | null, string, string>;
  /** Case time of the assessment that wrote the projection. */
  assessed_at: Moment;
};

type CaseStepsTable = {
  case_id: CaseId;
  step_id: StepId;
  position: number;
  agency: AgencyId;
  kind: StepKind;
  law: string;
  /** The unit of the agency that handles it, where one is named. */
  unit: string | null;
  status: Json<StepStatus>;
  status_kind: StepStatus['kind'];
  waiting_for: WaitingFor | null;
  since: ColumnType<PlainDate | null, PlainDate | null, PlainDate | null>;
  due_date: ColumnType<PlainDate | null, PlainDate | null, PlainDate | null>;
  due_kind: Due['kind'] | null;
  dues: Json<readonly Due[]>;
  allowed: string[];
  filing: number;
  record: Json<StepRecord>;
  /** Kommun of stay of the case, for queues of one kommun. */
  kommun: KommunCode | null;
  /** The day of the nearest loss to the person that hangs on the step. */
  loss_on: ColumnType<PlainDate | null, PlainDate | null, PlainDate | null>;
  /** Subject of the colleague whose step it is; written by the work on it, never by a plan. */
  assignee: ColumnType<string | null, string | null | undefined, string | null>;
  assigned_at: ColumnType<Date | null, Date | null | undefined, Date | null>;
  released_on: ColumnType<PlainDate | null, PlainDate | null | undefined, PlainDate | null>;
};

type AnswersTable = {
  case_id: CaseId;
  step_id: StepId;
  filing: number;
  message_id: MessageId;
  outcome: string;
  on_date: Day;
  served_on: ColumnType<PlainDate | null, PlainDate | null, PlainDate | null>;
  fields: Json<Readonly<Record<string, string>>>;
  note: string | null;
  recorded_at: Moment;
};

type ReceiptsTable = {
  /** `caseId/stepId/filing` or that with `/<errand>/<n>`: the key the agency got. */
  key: string;
  case_id: CaseId;
  step_id: StepId;
  filing: number;
  agency: AgencyId;
  id: string;
  /** The agency's own reference, in its own format. */
  agency_reference: string;
  answer: Json<unknown>;
  at: Moment;
};

type LedgerTable = {
  id: Generated<string>;
  case_id: CaseId | null;
  event_key: string | null;
  message_id: MessageId | null;
  kind: string;
  actor: string;
  /** Wall clock. */
  at: Moment;
  case_time: ColumnType<Date | null, Date | null, never>;
  /** Bytes of the entry: JSON until the case key's cipher comes; the hash is over these stored bytes. */
  content: Buffer;
  prev_hash: Buffer | null;
  hash: Buffer;
};

type CaseKeysTable = {
  case_id: CaseId;
  key_id: string;
  key: Buffer;
  created_at: Moment;
  destroyed_at: ColumnType<Date | null, undefined, Date>;
};

/** The register's tables, as Kysely sees them; made by `register/migrations`. */
export type RegisterSchema = StatisticsTables & {
  messages: MessagesTable;
  persons: PersonsTable;
  identifiers: IdentifiersTable;
  households: HouseholdsTable;
  members: MembersTable;
  facts: FactsTable;
  cases: CasesTable;
  case_steps: CaseStepsTable;
  answers: AnswersTable;
  receipts: ReceiptsTable;
  ledger: LedgerTable;
  case_keys: CaseKeysTable;
} & AbsenceTables &
  BulkTables &
  ImportTables &
  ProposalTables &
  StuckTables &
  SubscriptionTables &
  WorkTables;
