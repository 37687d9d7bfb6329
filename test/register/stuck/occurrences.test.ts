import { sql } from 'kysely';
import { stockholmDayAt } from '../../../domain/law/stockholm-day';
import type { CaseId, StepId } from '../../../domain/model/ids';
import { createDatabase, type Register } from '../../../register/database';
import { listStuck } from '../../../register/stuck/list';
import { countStuck } from '../../../register/stuck/summary';
import { createTestDatabase, type TestDatabase } from '../../support/databases';
import { intake } from '../../support/intake';

const TODAY = stockholmDayAt(Date.now());
const page = { limit: 50, isToday: true };

describe('a recurring step that cases are stuck at', () => {
  let database: TestDatabase;
  let register: Register;
  let first: CaseId;
  let later: CaseId;
  beforeAll(async () => {
    database = await createTestDatabase();
    register = createDatabase(database.url);
    [first, later] = (await intake(register, [[], []])) as [CaseId, CaseId];
    await isStuckAt(first, 'handlingsplan');
    await isStuckAt(later, 'handlingsplan:2026-11');
  });
  afterAll(async () => {
    await register.destroy();
    await database.drop();
  });

  /** As an assessment would have written it. */
  async function isStuckAt(caseId: CaseId, step: string): Promise<void> {
    await sql`delete from stuck_spans where case_id = ${caseId}`.execute(register);
    await sql`insert into stuck_spans (case_id, from_date, since, root_step, root_agency, kommun, kinds, behind,
        behind_count, reasons)
      values (${caseId}, ${TODAY}, ${TODAY}, ${step}, 'arbetsformedlingen', '0484', '{silent}', '{}', 0, '[]')`.execute(
      register,
    );
  }

  async function stuckAt(step: string): Promise<CaseId[]> {
    const found = await listStuck(register, TODAY, { step: step as StepId }, page);
    return found.map(({ caseId }) => caseId);
  }

  it('is counted with all its occurrences', async () => {
    expect(await countStuck(register, TODAY, {}, ['step'])).toMatchObject([
      { step: 'handlingsplan', cases: 2 },
    ]);
  });

  it('is asked for with all of them, and a later one by itself', async () => {
    expect(await stuckAt('handlingsplan')).toEqual([first, later].sort());
    expect(await stuckAt('handlingsplan:2026-11')).toEqual([later]);
    expect(await stuckAt('handling')).toEqual([]);
  });
});
