import type { StepId } from '../../../domain/model/ids';
import { openStage, type Stage } from '../../support/stage';
import type { StagedCase } from '../../support/staged-case';

const NUMBER = '199105142385';

describe('what a reopening takes back', () => {
  let stage: Stage;
  let kase: StagedCase;
  beforeAll(async () => {
    stage = await openStage();
  });
  beforeEach(async () => {
    kase = await stage.opensCase();
    await kase.untilHandOver('sfi', 'filed');
    await kase.meets();
    await kase.untilHandOver('personnummer', 'filed');
    const on = await kase.today();
    const items = [
      { stepId: 'personnummer' as StepId, outcome: 'registered', on },
      { stepId: 'sfi' as StepId, outcome: 'started', on },
    ];
    const fields = { personnummer: NUMBER, from: on, kommun: '0484' };
    const body = { items: items.map((item, index) => ({ ...item, fields: index === 0 ? fields : {} })) };
    await kase.sends(await kase.store('completion', body, items));
  });
  afterAll(() => stage.close());

  async function numbers(): Promise<string[]> {
    const { person_id: personId } = await kase.row();
    const rows = await stage.register
      .selectFrom('identifiers')
      .select('value')
      .where('person_id', '=', personId)
      .where('type', '=', 'personnummer')
      .execute();
    return rows.map(({ value }) => value);
  }

  it('is what the answer to its step had brought: registration and personnummer', async () => {
    expect(await numbers()).toEqual([NUMBER]);
    expect(await kase.row()).toMatchObject({ milestone: 'folkbokford' });
    await kase.restarts('reopening', 'personnummer');
    expect(await numbers()).toEqual([]);
    expect(await kase.row()).toMatchObject({ milestone: 'inskriven' });
    expect(await kase.statusOf('sfi')).toMatchObject({ kind: 'done' });
    await kase.untilHandOver('personnummer', 'filed', 2);
  });

  it('is nothing that the same message had said about another step', async () => {
    await kase.restarts('reopening', 'sfi');
    expect(await numbers()).toEqual([NUMBER]);
    expect(await kase.row()).toMatchObject({ milestone: 'folkbokford' });
    expect(await kase.statusOf('personnummer')).toMatchObject({ kind: 'done', outcome: 'registered' });
  });
});
