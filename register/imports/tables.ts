import type { ColumnType, Generated } from 'kysely';
import type { BirthDates } from '../../domain/likeness/alike';
import type { CaseId, KommunCode, PersonId } from '../../domain/model/ids';
import type { PlainDate } from '../../domain/model/plain-date';
import type { Json, JsonOrNull, Moment } from '../tables/columns';
import type { Fault } from './rows/fault';

/** What is asked about imports: messages of the register alone. */
export type ImportKind = 'import' | 'importStop' | 'importResume' | 'importDecision';

/** The form of an import's file: CSV with a header, or one JSON object a line. */
export type ImportFormat = 'csv' | 'jsonLines';

/**
 * Where an import stands: its file is being received; its rows are read one by one; they are compared with the register
 * and each other; households are opened; nothing more will happen.
 */
export type ImportState = 'receiving' | 'checking' | 'comparing' | 'opening' | 'ended';

/** Where a row stands. `received` is not read yet, `waiting` is to be opened, `candidate` waits for a person's word. */
export type RowState = 'received' | 'waiting' | 'candidate' | 'invalid' | 'duplicate' | 'skipped' | 'opened';

/** The kommuner of whoever sent an import. */
export type ImportArea = 'national' | readonly KommunCode[];

/** Why households are not opened for the moment. */
export type WaitsBecause = 'messagesWait' | 'engineBehind' | 'answersSlow';

type ImportsTable = {
  id: string;
  caller: string;
  area: Json<ImportArea>;
  format: ImportFormat;
  source: string;
  validate_only: boolean;
  state: ImportState;
  is_stopped: Generated<boolean>;
  rows: Generated<number>;
  waits_because: WaitsBecause | null;
  received_at: Moment;
  /** When comparing began: who came into the register since then is compared when a household is opened. */
  compared_at: Date | null;
  ended_at: Date | null;
  outcomes: JsonOrNull<Partial<Record<RowState, number>>>;
};

type ImportRowsTable = {
  import_id: string;
  line: number;
  state: RowState;
  content: string | null;
  person: JsonOrNull<{ readonly givenName: string; readonly familyName: string }>;
  dossiernummer: string | null;
  personnummer: string | null;
  born_on: PlainDate | null;
  whole: string | null;
  parts: readonly string[] | null;
  keys: readonly string[] | null;
  kommuner: readonly string[] | null;
  /** Kind of each fact told of the household, with a hash of what is told: rows of one household must tell the same. */
  household_facts: JsonOrNull<Readonly<Record<string, string>>>;
  /** The sender's own name for the household; stays in the result. */
  household: string | null;
  is_compared: Generated<boolean>;
  faults: ColumnType<readonly Fault[], string | undefined, string>;
  case_id: CaseId | null;
  decided_by: string | null;
  settled_at: Date | null;
};

type ImportCandidatesTable = {
  id: Generated<string>;
  import_id: string;
  line: number;
  case_id: CaseId | null;
  other_line: number | null;
  birth_dates: BirthDates;
};

type PersonNamesTable = {
  person_id: PersonId;
  folding: number;
  whole: string;
  parts: readonly string[];
  keys: readonly string[];
};

/** The tables of imports, and how persons' names sound; made by `register/migrations/0005-imports.ts`. */
export type ImportTables = {
  imports: ImportsTable;
  import_rows: ImportRowsTable;
  import_candidates: ImportCandidatesTable;
  person_names: PersonNamesTable;
};
