import { sql } from 'kysely';
import type { KommunCode, StepId } from '../../domain/model/ids';
import { stockholmDayAt } from '../../domain/law/stockholm-day';
import { moveWork } from '../../register/absences/move-work';
import { casesPlannedByOthers } from '../../register/assessment/older-rules';
import type { Register } from '../../register/database';
import { listCases } from '../../register/reading/list';
import { listStuck } from '../../register/stuck/list';
import { type Office, openOffice } from './absences/office';

const NOW = new Date();
const TODAY = stockholmDayAt(NOW.getTime());
const ESKILSTUNA = ['0484' as KommunCode];

describe('in a register of a million cases', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice();
    await office.isAway(TODAY, TODAY);
  });
  afterAll(() => office.close());

  it.each<readonly [string, string, (db: Register) => Promise<unknown>]>([
    ['the steps of somebody who is away', 'case_steps_assignee', (db) => moveWork(db, NOW)],
    [
      'the cases of a kommun',
      'cases_kommun',
      (db) => listCases(db, {}, { kommuner: ESKILSTUNA }, { limit: 50 }),
    ],
    [
      'cases that other rules have planned',
      'cases_rules',
      (db) => casesPlannedByOthers(db, 'v', undefined, 20),
    ],
    [
      'what is stuck at a step',
      'stuck_spans_oldest_step',
      (db) => listStuck(db, TODAY, { step: 'sfi' as StepId }, { limit: 50, isToday: true }),
    ],
  ])('are found by their own index: %s', async (_what, index, ask) => {
    const before = await scansOf(index);
    await office.register.connection().execute(async (connection) => {
      // What is left is to look a condition up in an index; small tables would be read whole.
      for (const way of ['seqscan', 'indexscan', 'indexonlyscan'])
        await sql`set enable_${sql.raw(way)} = off`.execute(connection);
      await ask(connection);
      await sql`reset all`.execute(connection);
      await sql`select pg_stat_force_next_flush()`.execute(connection);
    });
    expect(await scansOf(index)).toBeGreaterThan(before);
  });

  async function scansOf(index: string): Promise<number> {
    const { rows } = await sql<{ scans: string }>`
      select idx_scan as scans from pg_stat_user_indexes where indexrelname = ${index}`.execute(
      office.register,
    );
    return Number(rows[0]?.scans);
  }
});
