import { sql } from 'kysely';
import type { Register } from '../../../register/database';
import { intake } from '../../support/intake';
import { ago, ESKILSTUNA } from './office';

/** A step that lies with a team in so many cases, each a case of its own. */
export type TeamWork = {
  readonly step: string;
  readonly agency: string;
  readonly cases: number;
  readonly kommun?: string | null;
  readonly openedAgo?: number;
  /** Overdue from so many days ago on; from a coming day where it is negative. */
  readonly overdueAgo?: number;
  /** Whose they are. */
  readonly officer?: string;
  /** The step lies beside the one of the cases written before, and not in cases of its own. */
  readonly inCasesBefore?: true;
};

/** Writes work as assessments leave it: one open case of a made-up person, copied as often as it takes. */
export function teamWork(register: Register): (...work: readonly TeamWork[]) => Promise<void> {
  let before: readonly string[] = [];
  return async (...work) => {
    for (const some of work) {
      if (!some.inCasesBefore) before = await copies(register, some.cases);
      await place(register, before.slice(0, some.cases), some);
    }
  };
}

async function copies(register: Register, count: number): Promise<string[]> {
  const [pattern] = await intake(register, [[]]);
  const { rows } = await sql<{ id: string }>`
    insert into cases select (jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid()))).*
    from cases c, generate_series(1, ${count}) where c.id = ${pattern} returning id`.execute(register);
  return rows.map(({ id }) => id);
}

async function place(register: Register, ids: readonly string[], work: TeamWork): Promise<void> {
  const { step, agency, kommun = ESKILSTUNA, openedAgo = 10, overdueAgo, officer = null } = work;
  const overdueFrom = overdueAgo === undefined ? null : ago(overdueAgo);
  await sql`insert into case_spans (case_id, opened_on, kommun)
    select id, ${ago(openedAgo)}, ${kommun} from unnest(${ids}::uuid[]) id on conflict do nothing`.execute(
    register,
  );
  await sql`insert into step_spans (case_id, step_id, agency, opened_on, kommun, overdue_from)
    select id, ${step}, ${agency}, ${ago(openedAgo)}, ${kommun}, ${overdueFrom}
    from unnest(${ids}::uuid[]) id`.execute(register);
  await sql`insert into case_steps (case_id, step_id, position, agency, kind, law, status, status_kind, dues, allowed,
      filing, record, assignee)
    select id, ${step}, 1, ${agency}, 'decision', '', '{}', 'open', '[]', '{}', 1, '{}', ${officer}
    from unnest(${ids}::uuid[]) id`.execute(register);
}
