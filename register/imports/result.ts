import { sql } from 'kysely';
import type { CaseId, KommunCode } from '../../domain/model/ids';
import type { Register } from '../database';
import type { Fault } from './rows/fault';
import type { RowState } from './tables';

/** How one row ended, or where it stands. */
export type ResultRow = {
  readonly line: number;
  readonly household: string | null;
  readonly state: RowState;
  /** The case that was opened, or that the row is a duplicate of; null also where the reader may not know it. */
  readonly caseId: CaseId | null;
  readonly faults: readonly Fault[];
};

const PAGE = 1_000;

/**
 * Every row of an import in the order of the file, read a page at a time. `kommuner` are the reader's; not set means all.
 * The reader is told only of cases there; which other case holds a number is not told.
 */
export async function* resultRows(
  register: Register,
  importId: string,
  kommuner?: readonly KommunCode[],
): AsyncGenerator<readonly ResultRow[]> {
  const visible = kommuner ? sql`c.kommun = any (${[...kommuner]})` : sql`true`;
  for (let after = 0; ;) {
    const { rows } = await sql<ResultRow>`
      select r.line, r.household, r.state, r.faults, case when ${visible} then c.id end as "caseId"
      from import_rows r left join cases c on c.id = r.case_id
      where r.import_id = ${importId} and r.line > ${after} order by r.line limit ${PAGE}`.execute(register);
    if (rows.length === 0) return;
    yield rows;
    after = rows.at(-1)?.line ?? after;
  }
}
