import { type Kysely, sql } from 'kysely';
import { createDatabase, type Register } from '../../../register/database';
import { up } from '../../../register/migrations/0006-statistics';
import { after, handOver, recorded, restarted } from '../../rules/support';
import { createTestDatabase, type TestDatabase } from '../../support/databases';
import { dayIn, openCase, TODAY } from './assessed-case';

describe('a register that was there before statistics', () => {
  let file: TestDatabase;
  let register: Register;

  beforeAll(async () => {
    file = await createTestDatabase();
    register = createDatabase(file.url);
  });

  afterAll(async () => {
    await register.destroy();
    await file.drop();
  });

  async function told(): Promise<unknown> {
    const cases = await sql`select * from case_spans order by case_id`.execute(register);
    // Earlier rounds of a reopened step are not in a plan, and the day on which a wait stopped is that of the last one.
    const steps =
      await sql`select distinct on (case_id, step_id) case_id, step_id, agency, opened_on, outcome, kommun,
      case when outcome is null then ended_on is null else ended_on is not null end as stands
      from step_spans order by case_id, step_id, opened_on desc`.execute(register);
    return { cases: cases.rows, steps: steps.rows };
  }

  it('is counted from the plans that it holds', async () => {
    const [open, reopened, moved, guarded, over] = [
      await openCase(register),
      await openCase(register),
      await openCase(register),
      await openCase(register),
      await openCase(register),
    ];
    for (const kase of [open, reopened, moved, guarded, over]) await kase.on(TODAY);
    const served = after('delgivning', 'served', dayIn(5));
    await reopened.on(dayIn(5), served);
    await reopened.on(dayIn(9), restarted('delgivning', 'reopenings', dayIn(9)));
    await moved.on(dayIn(5), served, handOver('sfi', 'filed', dayIn(5)));
    await moved.on(dayIn(8), recorded('sfi', { resubmissions: [{ on: dayIn(8) }] }));
    await guarded.tells({ kind: 'protectedIdentity', level: 'skyddadFolkbokforing' }, dayIn(5));
    await guarded.on(dayIn(5), served);
    await over.tells({ kind: 'withdrawal', reason: 'x' }, dayIn(7));
    await over.on(dayIn(7));
    const before = await told();

    await sql`drop table case_spans, step_spans, work_counts, daily_counts, counted_days`.execute(register);
    await up(register as unknown as Kysely<unknown>);
    expect(await told()).toEqual(before);
    const { rows } = await sql`select sum(change)::int as open from work_counts
      where measure = 'open' and kommun = '00'`.execute(register);
    const spans = await sql`select count(*)::int as open from step_spans where ended_on is null`.execute(
      register,
    );
    expect(rows).toEqual(spans.rows);
  });
});
