import { sql } from 'kysely';
import type { KommunCode } from '../../../domain/model/ids';
import { planCase } from '../../../domain/process/plan';
import { createDatabase, type Register } from '../../../register/database';
import { mergeCounts } from '../../../register/statistics/work-counts';
import { after, handOver, recorded, restarted } from '../../rules/support';
import { createTestDatabase, type TestDatabase } from '../../support/databases';
import { dayIn, openCase, TODAY } from './assessed-case';

const ESKILSTUNA = '0484';
const SUNDSVALL = '2281';

describe('what an assessment writes for statistics', () => {
  let file: TestDatabase;
  let register: Register;

  beforeAll(async () => {
    file = await createTestDatabase();
    register = createDatabase(file.url);
  });

  afterEach(addsUp);

  afterAll(async () => {
    await register.destroy();
    await file.drop();
  });

  /** Counts are kept as changes, so that nobody waits for a number: whatever was done, they must add up to the waits. */
  async function addsUp(): Promise<void> {
    expect(await counted()).toEqual(await recounted());
  }

  async function counted(): Promise<unknown[]> {
    const { rows } =
      await sql`select measure, step, kommun, period, days, sum(change)::int as count from work_counts
      group by 1, 2, 3, 4, 5 having sum(change) <> 0 order by 1, 2, 3, 4, 5`.execute(register);
    return rows;
  }

  /** The same from the waits and cases themselves. */
  async function recounted(): Promise<unknown[]> {
    const { rows } = await sql`
      with step as (select split_part(step_id, ':', 1) as step, * from step_spans),
      counted as (
        select 'open' as measure, step, kommun, opened_on as period, null::int as days from step where ended_on is null
        union all select case when outcome is null then 'stopped' else 'done' end, step, kommun,
          date_trunc('month', opened_on)::date, ended_on - opened_on from step where ended_on is not null
        union all select 'stepsOpened', step, kommun, date_trunc('week', opened_on)::date, null from step
        union all select case when outcome is null then 'stepsStopped' else 'stepsEnded' end, step, kommun,
          date_trunc('week', ended_on)::date, null from step where ended_on is not null
        union all select 'casesOpened', null, kommun, date_trunc('week', opened_on)::date, null from case_spans
        union all select 'casesClosed', null, kommun, date_trunc('week', closed_on)::date, null from case_spans
          where closed_on is not null)
      select measure, step, place as kommun, period, days, count(*)::int as count
      from counted cross join lateral (values ('00'), (kommun)) places (place)
      group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5`.execute(register);
    return rows;
  }

  it('is a wait for each step that the plan shows open, and none for those that are blocked', async () => {
    const kase = await openCase(register);
    await kase.on(TODAY);
    expect(await kase.waitsFor('delgivning')).toEqual([[TODAY, null, null, ESKILSTUNA]]);
    expect(await kase.waitsFor('personnummer')).toEqual([]);
  });

  it('is the end of a wait on the day of its outcome, and the waits that it opens', async () => {
    const kase = await openCase(register);
    await kase.on(TODAY);
    await kase.on(dayIn(5), after('delgivning', 'served', dayIn(4)));
    expect(await kase.waitsFor('delgivning')).toEqual([[TODAY, dayIn(4), 'served', ESKILSTUNA]]);
    expect(await kase.waitsFor('kommunmote')).toEqual([[dayIn(5), null, null, ESKILSTUNA]]);
  });

  it('is the same when an assessment is written twice', async () => {
    const kase = await openCase(register);
    await kase.on(TODAY);
    const before = await counted();
    await kase.on(TODAY);
    expect(await counted()).toEqual(before);
  });

  it('is another wait for a step that is reopened', async () => {
    const kase = await openCase(register);
    await kase.on(TODAY);
    await kase.on(dayIn(5), after('delgivning', 'served', dayIn(5)));
    await kase.on(dayIn(9), restarted('delgivning', 'reopenings', dayIn(9)));
    expect(await kase.waitsFor('delgivning')).toEqual([
      [TODAY, dayIn(5), 'served', ESKILSTUNA],
      [dayIn(9), null, null, ESKILSTUNA],
    ]);
    expect(await kase.waitsFor('kommunmote')).toEqual([[dayIn(5), dayIn(9), null, ESKILSTUNA]]);
    await kase.on(dayIn(12), recorded('delgivning', { reopenings: [], filing: 1 }));
    expect(await kase.waitsFor('delgivning')).toEqual([[TODAY, dayIn(5), 'served', ESKILSTUNA]]);
    expect(await kase.waitsFor('kommunmote')).toEqual([[dayIn(5), null, null, ESKILSTUNA]]);
  });

  it('follows a person to another kommun, where the kommun’s own steps are waited for anew', async () => {
    const kase = await openCase(register);
    await kase.on(TODAY);
    await kase.on(dayIn(5), after('delgivning', 'served', dayIn(5)), handOver('sfi', 'filed', dayIn(5)));
    await kase.tells({ kind: 'stay', kommun: SUNDSVALL as KommunCode, dwelling: 'fixed' }, dayIn(20));
    await kase.on(dayIn(20));
    await kase.on(dayIn(20), recorded('sfi', { resubmissions: [{ on: dayIn(20) }] }));
    expect(await kase.waitsFor('sfi')).toEqual([
      [TODAY, dayIn(20), null, ESKILSTUNA],
      [dayIn(20), null, null, SUNDSVALL],
    ]);
    expect(await kase.waitsFor('flyttningsanmalan')).toEqual([[dayIn(5), null, null, SUNDSVALL]]);
    expect(await kase.waitsFor('delgivning')).toEqual([[TODAY, dayIn(5), 'served', ESKILSTUNA]]);
  });

  it('has no kommun from the day on which the person is protected, also where it had ended', async () => {
    const kase = await openCase(register);
    await kase.on(TODAY);
    await kase.on(dayIn(5), after('delgivning', 'served', dayIn(5)));
    await kase.tells({ kind: 'protectedIdentity', level: 'sekretessmarkering' }, dayIn(8));
    await kase.on(dayIn(8));
    expect(await kase.waitsFor('delgivning')).toEqual([[TODAY, dayIn(5), 'served', null]]);
    expect(await kase.waitsFor('kommunmote')).toEqual([[dayIn(5), null, null, null]]);
    const counted = await register
      .selectFrom('case_spans')
      .select('kommun')
      .where('case_id', '=', kase.caseId)
      .executeTakeFirstOrThrow();
    expect(counted.kommun).toBeNull();
  });

  it('is a wait of its own for each occurrence of a recurring step, counted as one step', async () => {
    const kase = await openCase(register, planCase);
    await kase.tells({ kind: 'bistandRequest', requestedOn: TODAY }, TODAY);
    await kase.on(TODAY);
    expect(await kase.waitsFor('ekonomisktBistand')).toEqual([[TODAY, null, null, ESKILSTUNA]]);
    const granted = { fields: { from: TODAY, to: dayIn(30) } };
    await kase.on(dayIn(3), after('ekonomisktBistand', 'granted', dayIn(3), granted));
    await kase.on(dayIn(40));
    await kase.on(dayIn(75));
    const { rows } = await sql<{ step_id: string }>`select step_id from step_spans
      where case_id = ${kase.caseId} and step_id like 'ekonomisktBistand%' order by 1`.execute(register);
    expect(rows.length).toBeGreaterThan(1);
    expect(rows.map(({ step_id: id }) => id.split(':')[0])).toEqual(rows.map(() => 'ekonomisktBistand'));
    const steps = await register.selectFrom('work_counts').select('step').distinct().execute();
    expect(steps.filter(({ step }) => step?.includes(':'))).toEqual([]);
  });

  it('is the end of the case, with everything in it that was waited for', async () => {
    const kase = await openCase(register);
    await kase.on(TODAY);
    await kase.tells({ kind: 'withdrawal', reason: 'x' }, dayIn(7));
    await kase.on(dayIn(7));
    expect(await kase.waitsFor('delgivning')).toEqual([[TODAY, dayIn(7), null, ESKILSTUNA]]);
    const span = await register
      .selectFrom('case_spans')
      .selectAll()
      .where('case_id', '=', kase.caseId)
      .executeTakeFirstOrThrow();
    expect(span).toMatchObject({ opened_on: TODAY, closed_on: dayIn(7) });
  });

  it('adds up to the same after the nights have summed it up, in fewer rows', async () => {
    const [before, rows] = [await counted(), await rowCount()];
    for (const days of [1, 6, 13, 60, 120]) {
      await mergeCounts(register, dayIn(days));
      expect(await counted()).toEqual(before);
    }
    expect(await rowCount()).toBe(before.length);
    expect(await rowCount()).toBeLessThan(rows);
    const kase = await openCase(register);
    await kase.on(dayIn(121));
    await mergeCounts(register, dayIn(200));
  });

  async function rowCount(): Promise<number> {
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from work_counts`.execute(register);
    return rows[0]?.n ?? 0;
  }
});
