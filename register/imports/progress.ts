import { sql } from 'kysely';
import type { Register } from '../database';
import type { ImportArea, ImportState, RowState, WaitsBecause } from './tables';

/** Number of rows of an import in each state. */
export type RowCounts = Readonly<Record<RowState, number>>;

const NONE: RowCounts = {
  received: 0,
  waiting: 0,
  candidate: 0,
  invalid: 0,
  duplicate: 0,
  skipped: 0,
  opened: 0,
};

/** An import as its sender sees it. */
export type ImportView = {
  readonly importId: string;
  readonly caller: string;
  readonly area: ImportArea;
  readonly source: string;
  readonly validateOnly: boolean;
  readonly state: ImportState;
  readonly isStopped: boolean;
  readonly waitsBecause: WaitsBecause | null;
  readonly receivedAt: Date;
  readonly endedAt: Date | null;
  readonly rows: number;
  readonly counts: RowCounts;
  /** Rows that wait for a decision before their households can be opened, with the other rows of these households. */
  readonly held: number;
  /** Cases opened in the last minute. */
  readonly openedLastMinute: number;
};

/** Returns an import with its counts at one moment; undefined when there is none that was received completely. */
export async function readImport(register: Register, importId: string): Promise<ImportView | undefined> {
  return register
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (trx) => {
      const row = await trx
        .selectFrom('imports')
        .select([
          'id as importId',
          'caller',
          'area',
          'source',
          'validate_only as validateOnly',
          'state',
          'is_stopped as isStopped',
          'waits_because as waitsBecause',
          'received_at as receivedAt',
          'ended_at as endedAt',
          'rows',
          'outcomes',
        ])
        .where('id', '=', importId)
        .where('state', '<>', 'receiving')
        .executeTakeFirst();
      if (!row) return undefined;
      const { outcomes, ...view } = row;
      const counts = outcomes ? { ...NONE, ...outcomes } : await countRows(trx, importId);
      return { ...view, counts, ...(await pace(trx, importId)) };
    });
}

/** Returns the number of rows in each state. */
export async function countRows(db: Register, importId: string): Promise<RowCounts> {
  const rows = await db
    .selectFrom('import_rows')
    .select((eb) => ['state', eb.fn.countAll<string>().as('count')])
    .where('import_id', '=', importId)
    .groupBy('state')
    .execute();
  return { ...NONE, ...Object.fromEntries(rows.map(({ state, count }) => [state, Number(count)])) };
}

async function pace(db: Register, importId: string) {
  const { rows } = await sql<{ held: string; opened: string }>`
    select
      (select count(*) from import_rows r where r.import_id = ${importId} and r.state in ('candidate', 'waiting')
        and exists (select 1 from import_rows c where c.import_id = r.import_id and c.household = r.household
          and c.state = 'candidate')) as held,
      (select count(*) from import_rows where import_id = ${importId} and state = 'opened'
        and settled_at > now() - interval '1 minute') as opened`.execute(db);
  return { held: Number(rows[0]?.held ?? 0), openedLastMinute: Number(rows[0]?.opened ?? 0) };
}
