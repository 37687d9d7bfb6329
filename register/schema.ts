import type { ColumnType, Generated } from 'kysely';
import type { AgencyId } from '../domain/model/agency';
import type { Fact, FactKind } from '../domain/model/facts';
import type { CaseId, HouseholdId, MessageId, PersonId, StepId } from '../domain/model/ids';
import type { CaseMessage, RefusalCode } from '../domain/model/message';
import type { PlainDate } from '../domain/model/plain-date';
import type { Json, JsonOrNull, Moment } from './tables/columns';
import type { StoredKind } from './messages/stored-kind';
import type { CaseTables } from './tables/cases';
import type { BulkTables } from './bulk/tables';
import type { ImportTables } from './imports/tables';
import type { AbsenceTables } from './absences/tables';
import type { ProposalTables } from './proposals/tables';
import type { StuckTables } from './stuck/tables';
import type { SubscriptionTables } from './subscriptions/tables';
import type { WorkTables } from './work/tables';
import type { StatisticsTables } from './statistics/tables';

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
  message: JsonOrNull<CaseMessage>;
  state: MessageState;
  response: JsonOrNull<StoredResponse>;
  refusal: JsonOrNull<StoredRefusal>;
  received_at: Moment;
  sent_at: Date | null;
  settled_at: Date | null;
};

type PersonsTable = { id: PersonId; given_name: string; family_name: string; created_at: Moment };

type IdentifiersTable = {
  id: Generated<string>;
  person_id: PersonId;
  type: 'dossiernummer' | 'personnummer' | 'samordningsnummer';
  value: string;
  level: 'styrkt' | 'sannolik' | 'osaker' | null;
  valid_from: PlainDate | null;
  valid_to: PlainDate | null;
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
  valid_from: PlainDate;
  source: string;
  message_id: MessageId;
  recorded_at: Moment;
  /** The reopening or voiding that took it back. */
  withdrawn_by: MessageId | null;
};

type AnswersTable = {
  case_id: CaseId;
  step_id: StepId;
  filing: number;
  message_id: MessageId;
  outcome: string;
  on_date: PlainDate;
  served_on: PlainDate | null;
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
export type RegisterSchema = {
  messages: MessagesTable;
  persons: PersonsTable;
  identifiers: IdentifiersTable;
  households: HouseholdsTable;
  members: MembersTable;
  facts: FactsTable;
  answers: AnswersTable;
  receipts: ReceiptsTable;
  ledger: LedgerTable;
  case_keys: CaseKeysTable;
} & AbsenceTables &
  BulkTables &
  CaseTables &
  ImportTables &
  ProposalTables &
  StatisticsTables &
  StuckTables &
  SubscriptionTables &
  WorkTables;
