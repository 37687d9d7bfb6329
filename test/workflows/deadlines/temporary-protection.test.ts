import { addDays, addMonths } from '../../../domain/law/calendar';
import { stockholmDayAt } from '../../../domain/law/stockholm-day';
import type { Fact } from '../../../domain/model/facts';
import { openStage, type Stage } from '../../support/stage';

describe('a person with temporary protection (lag 2024:691 5 §)', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());

  const decidedOn = addDays(stockholmDayAt(Date.now()), -300);
  const right = addMonths(decidedOn, 12);
  const protectedUntil = (validTo: typeof decidedOn): Fact => ({
    kind: 'permit',
    ground: 'temporaryProtection',
    decidedOn,
    validFrom: decidedOn,
    validTo,
  });

  it('notifies the move on the day twelve months of permit have passed, not the day before', async () => {
    const kase = await stage.opensCase([protectedUntil(addMonths(decidedOn, 24))]);
    await kase.untilHandOver('delgivning', 'filed');
    await kase.completes('delgivning', 'served', { fields: { howServed: 'in person' } });

    await kase.untilNoonOf(addDays(right, -1));
    expect(await kase.statusOf('flyttningsanmalan')).toMatchObject({ kind: 'blocked', by: [], until: right });
    expect(stage.agencies.skatteverket.told).toEqual([]);

    await kase.untilNoonIn(1);
    expect(await kase.statusOf('flyttningsanmalan')).toMatchObject({ kind: 'open', since: right });
    expect(stage.agencies.skatteverket.told).toEqual([`handOver ${kase.caseId}/flyttningsanmalan/1`]);
  });

  it('is not to be registered while the permit ends too early, and is once it is extended', async () => {
    const kase = await stage.opensCase([protectedUntil(addMonths(decidedOn, 17))]);
    await kase.untilHandOver('delgivning', 'filed');
    await kase.completes('delgivning', 'served', { fields: { howServed: 'in person' } });
    expect(await kase.statusOf('flyttningsanmalan')).toMatchObject({
      kind: 'notApplicable',
      why: 'temporaryProtectionTooShort',
    });

    await kase.tells(protectedUntil(addMonths(decidedOn, 24)));
    expect(await kase.statusOf('flyttningsanmalan')).toMatchObject({ kind: 'blocked', until: right });
    await kase.untilNoonOf(right);
    expect(await kase.statusOf('flyttningsanmalan')).toMatchObject({ kind: 'open' });
  });
});
