import type { CaseId } from '../../../domain/model/ids';
import type { Register } from '../../database';
import type { Fault } from '../rows/fault';
import type { RowState } from '../tables';

/** The columns of a row with personal data, which are cleared when the row is settled. */
export const CLEARED = {
  content: null,
  person: null,
  dossiernummer: null,
  personnummer: null,
  born_on: null,
  whole: null,
  parts: null,
  keys: null,
  kommuner: null,
  household_facts: null,
} as const;

/** The same as SQL, for updates of many rows. */
export const CLEARED_IN_SQL = `${Object.keys(CLEARED)
  .map((column) => `${column} = null`)
  .join(', ')}, settled_at = now()`;

/** The final state of a row. */
export type Ending = {
  readonly line: number;
  readonly state: Exclude<RowState, 'received' | 'waiting' | 'candidate'>;
  readonly faults: readonly Fault[];
  readonly caseId?: CaseId;
  readonly household?: string;
};

/** Settles a row: stores its final state and deletes the person's data. */
export async function settleRow(db: Register, importId: string, ending: Ending): Promise<void> {
  const { line, state, faults, caseId, household } = ending;
  await db
    .updateTable('import_rows')
    .set({
      ...CLEARED,
      state,
      faults: JSON.stringify(faults),
      case_id: caseId ?? null,
      settled_at: new Date(),
      ...(household !== undefined && { household }),
    })
    .where('import_id', '=', importId)
    .where('line', '=', line)
    .execute();
}
