import { Client } from 'pg';
import type { CaseId } from '../../../domain/model/ids';
import { until } from '../until';

/** The row of a case, held by the test: an assessment of the case waits in the middle of its transaction. */
export type HeldRow = {
  /** Waits until an assessment stands and waits. */
  readonly untilAwaited: () => Promise<void>;
  readonly letGo: () => Promise<void>;
};

/** Holds a case's row. An assessment waits at most four seconds. */
export async function holdRow(databaseUrl: string, caseId: CaseId): Promise<HeldRow> {
  const [holder, observer] = [0, 1].map(() => new Client({ connectionString: databaseUrl })) as [
    Client,
    Client,
  ];
  await Promise.all([holder.connect(), observer.connect()]);
  await holder.query('begin');
  await holder.query('select 1 from cases where id = $1 for update', [caseId]);
  return {
    async untilAwaited() {
      await until('an assessment waits for the row', async () => {
        const { rows } = await observer.query(
          `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
        );
        return rows.length > 0;
      });
    },
    async letGo() {
      await holder.query('rollback');
      await Promise.all([holder.end(), observer.end()]);
    },
  };
}
