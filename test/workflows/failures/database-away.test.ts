import { type OwnPostgres, startOwnPostgres } from '../../support/engine/own-postgres';
import { startCarrier } from '../../support/engine/carrier';
import { openStage, type Stage } from '../../support/stage';
import type { StagedCase } from '../../support/staged-case';

describe('a register that is away', () => {
  let postgres: OwnPostgres;
  let stage: Stage;
  let kase: StagedCase;
  beforeAll(async () => {
    postgres = await startOwnPostgres();
    stage = await openStage({ database: postgres.database });
    kase = await stage.opensCase();
    await kase.untilHandOver('sfi', 'filed');
    await kase.untilHandOver('delgivning', 'filed');
  });
  afterAll(() => stage.close());

  it('for a minute: Updates come back at once, and the case goes on by itself when it is there again', async () => {
    const served = await kase.storesAnswer('delgivning', 'served', { fields: { howServed: 'in person' } });
    const fact = await kase.storesFact({ kind: 'lma', registered: false });
    await postgres.goesAway();

    expect((await kase.sends(served)).projected).toBe(false);
    expect((await kase.sends(fact)).projected).toBe(false);
    await kase.hours(1 / 60);
    expect(await kase.engineStatus()).toBe('RUNNING');

    await postgres.comesBack();
    await kase.hours(1);
    expect(await kase.statusOf('delgivning')).toMatchObject({ kind: 'done', outcome: 'served' });
    expect((await kase.told('completion')).map((row) => row.messageId)).toEqual([served.messageId]);
    expect((await kase.told('facts')).map((row) => row.messageId)).toEqual([fact.messageId]);
    const relay = startCarrier(stage.register, stage.client);
    await relay.untilState(served, 'confirmed');
    await relay.stop();
    expect(await kase.answers('delgivning')).toHaveLength(1);
    await kase.untilHandOver('kommunmote', 'filed');
  });

  it('for a day: it costs the case a timer now and again, not a history', async () => {
    const held = await kase.storesAnswer('kommunmote', 'held');
    await postgres.goesAway();
    expect((await kase.sends(held)).projected).toBe(false);
    const before = await kase.events();
    await kase.hours(24);
    expect((await kase.events()) - before).toBeLessThan(120);

    await postgres.comesBack();
    await kase.hours(6);
    expect(await kase.statusOf('kommunmote')).toMatchObject({ kind: 'done', outcome: 'held' });
    const { projected } = await kase.completes('etableringssamtal', 'held');
    expect(projected).toBe(true);
  });

  it('that hangs without a word is as good as away, and nothing is doubled when it wakes', async () => {
    const filed = await kase.storesAnswer('flyttningsanmalan', 'filed');
    await postgres.freezes();
    expect((await kase.sends(filed)).projected).toBe(false);
    postgres.thaws();

    await kase.hours(1);
    expect(await kase.statusOf('flyttningsanmalan')).toMatchObject({ kind: 'done', outcome: 'filed' });
    expect(await kase.answers('flyttningsanmalan')).toHaveLength(1);
    await kase.untilHandOver('personnummer', 'filed');
  });
});
