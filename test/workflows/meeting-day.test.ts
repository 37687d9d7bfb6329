import { openStage, type Stage } from '../support/stage';

describe('the meeting day', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());

  it('shows each step done when the caseworker gets the answer, and the case inskriven that evening', async () => {
    const kase = await stage.opensCase();
    await kase.untilHandOver('delgivning', 'filed');

    const { projected } = await kase.completes('delgivning', 'served', {
      fields: { howServed: 'in person' },
    });
    expect(projected).toBe(true);
    expect(await kase.statusOf('delgivning')).toMatchObject({ kind: 'done', outcome: 'served' });
    expect(await kase.statusOf('etableringssamtal')).toMatchObject({ kind: 'open' });

    await kase.completes('etableringssamtal', 'held');
    await kase.completes('kommunmote', 'held');
    await kase.completes('flyttningsanmalan', 'filed');
    expect(await kase.row()).toMatchObject({
      milestone: 'inskriven',
      main_responsibility: 'arbetsformedlingen',
    });
    expect(await kase.statusOf('personnummer')).toMatchObject({ kind: 'open', waitingFor: 'agency' });
    await kase.untilHandOver('personnummer', 'filed');
    expect(stage.agencies.skatteverket.told).toContain(`handOver ${kase.caseId}/personnummer/1`);
  });
});
