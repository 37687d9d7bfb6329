import { sql } from 'kysely';
import type { CaseId, KommunCode } from '../../domain/model/ids';
import type { Register } from '../database';
import type { Fault } from './rows/fault';
import type { RowState } from './tables';

/** Final or present state of one row. */
export type ResultRow = {
  readonly line: number;
  readonly household: string | null;
  readonly state: RowState;
  /** The case that was opened, or that the row is a duplicate of; null also when the reader may not see it. */
  readonly caseId: CaseId | null;
  readonly faults: readonly Fault[];
};

const PAGE = 1_000;

/** Returns an ETag of the result for this reader. */
export async function resultVersion(
  register: Register,
  importId: string,
  kommuner?: readonly KommunCode[],
): Promise<string> {
  const { rows } = await sql<{ version: string | null }>`
    select md5(string_agg(concat_ws('/', r.line, r.state, r.faults, case when ${visible(kommuner)} then c.id end), ','
      order by r.line)) as version
    from import_rows r left join cases c on c.id = r.case_id where r.import_id = ${importId}`.execute(
    register,
  );
  return rows[0]?.version ?? 'gone';
}

/** SQL for whether the reader may see the case `c`. */
function visible(kommuner: readonly KommunCode[] | undefined) {
  return kommuner ? sql`c.kommun = any (${[...kommuner]})` : sql`true`;
}

/**
 * Yields every row of an import in the order of the file, read in pages. `kommuner` are the reader's, unset means
 * all. Cases elsewhere are not named, nor which of them has a number.
 */
export async function* resultRows(
  register: Register,
  importId: string,
  kommuner?: readonly KommunCode[],
): AsyncGenerator<readonly ResultRow[]> {
  for (let after = 0; ;) {
    const { rows } = await sql<ResultRow>`
      select r.line, r.household, r.state, r.faults, case when ${visible(kommuner)} then c.id end as "caseId"
      from import_rows r left join cases c on c.id = r.case_id
      where r.import_id = ${importId} and r.line > ${after} order by r.line limit ${PAGE}`.execute(register);
    if (rows.length === 0) return;
    yield rows;
    after = rows.at(-1)?.line ?? after;
  }
}
