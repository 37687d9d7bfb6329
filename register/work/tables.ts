import type { Generated } from 'kysely';
import type { AgencyId } from '../../domain/model/agency';
import type { CaseId, KommunCode, StepId } from '../../domain/model/ids';
import type { PlainDate } from '../../domain/model/plain-date';
import type { Json, Moment } from '../tables/columns';

/** Where somebody works: everywhere, or for the residents of some kommuner. */
export type AreaOf = 'national' | readonly KommunCode[];

type ColleaguesTable = {
  /** Subject of the token: what everything else names a colleague by. */
  subject: string;
  name: string | null;
  email: string | null;
  role: string;
  agency: AgencyId | null;
  area: Json<AreaOf>;
  seen_at: Date;
};

type NotesTable = {
  id: string;
  case_id: CaseId;
  step_id: StepId | null;
  author: string;
  body: string;
  mentions: string[];
  at: Moment;
};

type FollowUpsTable = { owner: string; case_id: CaseId; step_id: StepId; on_date: PlainDate };

type SavedViewsTable = {
  id: string;
  owner: string;
  /** The team it is shared with; null where it is the owner's alone. */
  team: string | null;
  name: string;
  query: Json<Readonly<Record<string, string>>>;
  created_at: Moment;
};

type SeenCasesTable = { subject: string; case_id: CaseId; ledger_id: string };

type InboxTable = {
  id: Generated<string>;
  recipient: string;
  /** Makes an event reach its recipient once. */
  event_key: string;
  kind: string;
  case_id: CaseId | null;
  step_id: StepId | null;
  content: Json<Readonly<Record<string, unknown>>>;
  at: Moment;
  read_at: Date | null;
};

/** What colleagues do with open steps; none of it is known to the engine. */
export type WorkTables = {
  colleagues: ColleaguesTable;
  notes: NotesTable;
  follow_ups: FollowUpsTable;
  saved_views: SavedViewsTable;
  seen_cases: SeenCasesTable;
  inbox: InboxTable;
};
