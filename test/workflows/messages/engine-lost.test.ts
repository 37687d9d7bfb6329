import { type Carrier, startCarrier } from '../../support/engine/carrier';
import { openStage, type Stage } from '../../support/stage';
import type { StagedCase } from '../../support/staged-case';
import { until } from '../../support/until';

describe('a case whose workflow the engine has lost', () => {
  let stage: Stage;
  let relay: Carrier;
  let kase: StagedCase;
  beforeAll(async () => {
    stage = await openStage();
    relay = startCarrier(stage.register, stage.client);
  });
  beforeEach(async () => {
    for (const agency of Object.values(stage.agencies)) agency.told.length = 0;
  });
  afterAll(async () => {
    await relay.stop();
    await stage.close();
  });

  const registered = async () => ({
    fields: { personnummer: '199105142385', from: await kase.today(), kommun: '0484' },
  });

  it('goes on from the register where it stood, with the next message', async () => {
    kase = await stage.opensCase();
    await kase.untilHandOver('sfi', 'filed');
    await kase.meets();
    await kase.untilHandOver('personnummer', 'filed');
    const former = await kase.row();
    const lostRun = await kase.runId();
    await kase.handle.terminate('lost');

    const fact = await kase.storesReport('personnummer', 'registered', await registered());
    await relay.untilState(fact, 'confirmed');

    expect(await kase.runId()).not.toBe(lostRun);
    expect((await kase.told('engineReset')).map(({ content }) => content)).toEqual([
      { formerRun: lostRun, run: await kase.runId() },
    ]);
    expect(await kase.statusOf('personnummer')).toMatchObject({ kind: 'done', outcome: 'registered' });
    expect(await kase.statusOf('kommunmote')).toMatchObject({ kind: 'done', outcome: 'held' });
    expect((await kase.row()).revision).toBeGreaterThan(former.revision);
    expect(stage.agencies.skatteverket.told.filter((what) => what.includes('personnummer'))).toEqual([
      `handOver ${kase.caseId}/personnummer/1`,
    ]);
  });

  it('hands over again under the same key what was on its way', async () => {
    stage.agencies.migrationsverket.meet = () => new Error('no answer');
    kase = await stage.opensCase();
    await kase.untilHandOver('sfi', 'filed');
    await kase.handle.terminate('lost');
    stage.agencies.migrationsverket.meet = () => undefined;

    await relay.untilState(await kase.storesReport('sfi', 'received'), 'confirmed');
    await kase.untilHandOver('delgivning', 'filed');
    expect(stage.agencies.migrationsverket.told).toEqual([`handOver ${kase.caseId}/delgivning/1`]);
    expect(stage.agencies.kommun.told).toEqual([`handOver ${kase.caseId}/sfi/1`]);
  });

  it('takes back what was being taken back, and then hands over the next filing', async () => {
    kase = await stage.opensCase();
    await kase.untilHandOver('delgivning', 'filed');
    stage.agencies.migrationsverket.meet = () => new Error('no answer');
    await kase.completes('delgivning', 'notServed', { fields: { why: 'kom inte' } });
    await kase.tells({ kind: 'lma', registered: false });
    expect(await kase.handOverOf('delgivning')).toMatchObject({ state: 'retracting' });
    await kase.handle.terminate('lost');
    stage.agencies.migrationsverket.meet = () => undefined;

    await relay.untilState(await kase.storesReport('sfi', 'received'), 'confirmed');
    await kase.untilHandOver('delgivning', 'filed', 2);
    expect(stage.agencies.migrationsverket.told).toEqual([
      `handOver ${kase.caseId}/delgivning/1`,
      `retract ${kase.caseId}/delgivning/1`,
      `handOver ${kase.caseId}/delgivning/2`,
    ]);
  });

  it('still keeps a fact that had not found its place', async () => {
    kase = await stage.opensCase();
    await kase.untilHandOver('sfi', 'filed');
    const early = await kase.reports('personnummer', 'registered', await registered());
    await kase.untilTaken(early);
    await relay.untilState(early, 'confirmed');
    await kase.handle.terminate('lost');

    await relay.untilState(await kase.storesReport('sfi', 'received'), 'confirmed');
    await kase.meets();
    await kase.untilStatus('personnummer', 'done');
    expect(await kase.answers('personnummer')).toHaveLength(1);
  });

  it('sends once more what it had begun to say to an agency and that never arrived', async () => {
    kase = await stage.opensCase();
    await kase.untilHandOver('sfi', 'filed');
    await kase.meets();
    await kase.untilHandOver('personnummer', 'filed');
    await kase.untilTaken(
      await kase.reports('personnummer', 'completionRequested', { fields: { by: await kase.today() } }),
    );
    stage.agencies.skatteverket.meet = () => new Error('no answer');
    await kase.completes('personnummer', 'completionAnswered');
    await kase.tells({ kind: 'lma', registered: false });
    await kase.handle.terminate('lost');
    stage.agencies.skatteverket.meet = () => undefined;

    await relay.untilState(await kase.storesReport('sfi', 'received'), 'confirmed');
    const answer = `completion ${kase.caseId}/personnummer/1/completion/1`;
    await until('the answer has arrived', async () => stage.agencies.skatteverket.told.includes(answer));
    expect(stage.agencies.skatteverket.told.filter((what) => what === answer)).toHaveLength(1);
  });

  it('knows a message that it had taken before', async () => {
    kase = await stage.opensCase();
    await kase.untilHandOver('sfi', 'filed');
    const message = await kase.storesAnswer('delgivning', 'served', { fields: { howServed: 'by post' } });
    await kase.sends(message);
    await kase.handle.terminate('lost');
    await relay.untilState(await kase.storesReport('sfi', 'received'), 'confirmed');

    const { projected } = await kase.sends(message);
    expect(projected).toBe(true);
    expect(await kase.answers('delgivning')).toHaveLength(1);
    expect((await kase.step('delgivning')).record.answers).toHaveLength(1);
  });
});
