import { sql } from 'kysely';
import type { BirthDates } from '../../domain/likeness/alike';
import type { CaseId, KommunCode } from '../../domain/model/ids';
import type { PlainDate } from '../../domain/model/plain-date';
import type { Register } from '../database';

/** The parts of a person that are needed to decide about a candidate. */
export type SeenPerson = {
  readonly givenName: string;
  readonly familyName: string;
  readonly bornOn: PlainDate | null;
};

/** A possible duplicate of a row: a case, or another row. */
export type Alike = {
  readonly birthDates: BirthDates;
  readonly line: number | null;
  /** Null when it is another row that is not opened yet, or a case that the reader may not see. */
  readonly caseId: CaseId | null;
  /** Null when the reader may not see the case, or its person is protected. */
  readonly person: SeenPerson | null;
};

/** A row that waits for a person's decision whether it is a duplicate. */
export type Candidate = {
  readonly line: number;
  readonly household: string;
  readonly person: SeenPerson;
  readonly alike: readonly Alike[];
};

/**
 * Returns a page of the rows that wait for a decision, in the order of the file. `kommuner` are the reader's, unset
 * means all: of a case elsewhere only its existence is shown.
 */
export async function listCandidates(
  register: Register,
  importId: string,
  page: { readonly limit: number; readonly after: number },
  kommuner?: readonly KommunCode[],
): Promise<readonly Candidate[]> {
  const visible = kommuner ? sql`c.kommun = any (${[...kommuner]})` : sql`c.id is not null`;
  const { rows } = await sql<Candidate>`
    select r.line, r.household, r.person || jsonb_build_object('bornOn', r.born_on) as person,
      (select jsonb_agg(jsonb_build_object(
          'birthDates', k.birth_dates,
          'line', k.other_line,
          'caseId', case when ${visible} then c.id end,
          'person', coalesce(o.person || jsonb_build_object('bornOn', o.born_on),
            case when ${visible} and c.protection ->> 'queue' = 'ordinary' then jsonb_build_object(
              'givenName', p.given_name, 'familyName', p.family_name, 'bornOn', ${BORN_ON}) end)
        ) order by k.id)
        from import_candidates k
        left join import_rows o on o.import_id = k.import_id and o.line = k.other_line
        left join cases c on c.id = coalesce(k.case_id, o.case_id)
        left join persons p on p.id = c.person_id
        where k.import_id = r.import_id and k.line = r.line) as alike
    from import_rows r
    where r.import_id = ${importId} and r.state = 'candidate' and r.person is not null and r.line > ${page.after}
    order by r.line limit ${page.limit}`.execute(register);
  return rows;
}

const BORN_ON = sql`(select f.value ->> 'bornOn' from facts f
  where f.person_id = p.id and f.kind = 'birth' and f.withdrawn_by is null order by f.id desc limit 1)`;
