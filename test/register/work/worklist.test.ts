import { addDays } from '../../../domain/law/calendar';
import type { KommunCode, StepId } from '../../../domain/model/ids';
import type { PlainDate } from '../../../domain/model/plain-date';
import { createDatabase, type Register } from '../../../register/database';
import { readWorklist, type WorklistFilters, type WorkItem } from '../../../register/work/worklist';
import { createTestDatabase, type TestDatabase } from '../../support/databases';
import { intake } from '../../support/intake';

const ESKILSTUNA = '0484' as KommunCode;
const reader = 'anna';

describe('a queue', () => {
  let database: TestDatabase;
  let register: Register;
  beforeAll(async () => {
    database = await createTestDatabase();
    register = createDatabase(database.url);
    await intake(register, [[], []]);
  });
  afterAll(async () => {
    await register.destroy();
    await database.drop();
  });

  async function queue(filters: WorklistFilters = {}, kommuner = [ESKILSTUNA]): Promise<WorkItem[]> {
    const page = { order: 'due', limit: 50 } as const;
    return readWorklist(register, { agency: 'kommun', kommuner, reader }, filters, page);
  }

  it('has each step once, also where an area names its kommun twice', async () => {
    expect((await queue({}, [ESKILSTUNA, ESKILSTUNA])).length).toBe((await queue()).length);
  });

  it('can be of what is due before a day', async () => {
    const [first] = await queue();
    const due = first?.due?.date ?? ('' as PlainDate);
    expect(await queue({ dueBefore: due })).toEqual([]);
    const before = await queue({ dueBefore: addDays(due, 1) });
    expect(before.map(({ due: found }) => found?.date)).toEqual(before.map(() => due));
    expect(before).not.toEqual([]);
  });

  it('leaves out what has no date where one is asked for, and shows it last where none is', async () => {
    const [first] = await queue();
    await register
      .updateTable('case_steps')
      .set({ due_date: null })
      .where('case_id', '=', first?.caseId ?? ('' as never))
      .execute();
    expect((await queue()).at(-1)?.caseId).toBe(first?.caseId);
    const dated = await queue({ dueBefore: '9999-01-01' as PlainDate });
    expect(dated.map(({ caseId }) => caseId)).not.toContain(first?.caseId);
  });

  it('can be of a step with all its occurrences', async () => {
    const steps = async (step: string) => (await queue({ step: step as StepId })).map(({ stepId }) => stepId);
    expect(await steps('sfi')).toEqual(['sfi', 'sfi']);
    const [first] = await queue();
    await register
      .updateTable('case_steps')
      .set({ step_id: 'sfi:2027-02' as StepId })
      .where('case_id', '=', first?.caseId ?? ('' as never))
      .where('step_id', '=', 'sfi' as StepId)
      .execute();
    expect((await steps('sfi')).sort()).toEqual(['sfi', 'sfi:2027-02']);
    expect(await steps('sf')).toEqual([]);
  });
});
