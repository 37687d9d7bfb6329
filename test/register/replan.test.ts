import { planFirstCut } from '../rules/support';
import type { Planner } from '../../register/assessment/planner';
import { casesPlannedByOthers, sendReplan } from '../../register/assessment/older-rules';
import { createDatabase, type Register } from '../../register/database';
import { rulesInUse } from '../../register/health/diagnosis';
import { createTestDatabase, type TestDatabase } from '../support/databases';
import { intake } from '../support/intake';

describe('cases that older rules have planned', () => {
  let database: TestDatabase;
  let register: Register;
  beforeAll(async () => {
    database = await createTestDatabase();
    register = createDatabase(database.url);
  });
  afterAll(async () => {
    await register.destroy();
    await database.drop();
  });

  const plannedBy = (version: string): Planner =>
    Object.assign<Planner, { version: string }>((...given) => planFirstCut(...given), { version });

  it('are told once for each version of the rules to plan again, and the others are not', async () => {
    const [old] = await intake(register, [[]], plannedBy('2026-11-01.aaaaaaaa'));
    const [present] = await intake(register, [[]], plannedBy('2026-11-22.bbbbbbbb'));
    const version = '2026-11-22.bbbbbbbb';
    const found = await casesPlannedByOthers(register, version, undefined, 10);
    expect(found).toEqual([old]);
    expect(found).not.toContain(present);
    await sendReplan(register, version, found);
    await sendReplan(register, version, found);
    const told = await register
      .selectFrom('messages')
      .select('case_id')
      .where('kind', '=', 'replan')
      .execute();
    expect(told).toEqual([{ case_id: old }]);
    await sendReplan(register, '2026-12-01.cccccccc', found);
    expect(
      await register.selectFrom('messages').select('id').where('kind', '=', 'replan').execute(),
    ).toHaveLength(2);
    expect(await rulesInUse(register)).toEqual([
      { rulesVersion: '2026-11-01.aaaaaaaa', openCases: 1 },
      { rulesVersion: version, openCases: 1 },
    ]);
  });

  it('are met page by page, each once', async () => {
    const first = await casesPlannedByOthers(register, 'another', undefined, 1);
    const second = await casesPlannedByOthers(register, 'another', first[0], 1);
    expect(second).toHaveLength(1);
    expect(second).not.toEqual(first);
    expect(await casesPlannedByOthers(register, 'another', second[0], 1)).toEqual([]);
  });
});
