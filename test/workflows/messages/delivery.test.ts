import { createDeliver, type Delivery } from '../../../engine/deliver';
import type { CaseMessage } from '../../../domain/model/message';
import { openStage, type Stage } from '../../support/stage';
import type { StagedCase } from '../../support/staged-case';
import { until } from '../../support/until';

describe('a message delivered to its case', () => {
  let stage: Stage;
  let kase: StagedCase;
  beforeAll(async () => {
    stage = await openStage();
  });
  beforeEach(async () => {
    kase = await stage.opensCase();
    await kase.untilHandOver('sfi', 'filed');
  });
  afterAll(() => stage.close());

  const served = { fields: { howServed: 'in person' } };

  async function delivers(
    message: CaseMessage,
    via: 'update' | 'signal' = 'update',
    within?: number,
  ): Promise<Delivery> {
    const { register, client } = stage;
    return createDeliver({ register, client: async () => client, within })(kase.caseId, message, via);
  }

  it('is taken once, however often it is delivered', async () => {
    const message = await kase.storesAnswer('delgivning', 'served', served);
    const deliveries = await Promise.all([delivers(message), delivers(message)]);
    expect([...deliveries, await delivers(message)]).toEqual(Array(3).fill({ kind: 'taken' }));
    expect(await kase.told('completion')).toHaveLength(1);
  });

  it('is refused with the reason of the case', async () => {
    const message = await kase.storesAnswer('kommunmote', 'held');
    const refusal = { code: 'blocked', stepId: 'kommunmote' };
    expect(await delivers(message)).toEqual({ kind: 'refused', refusal });
  });

  it('is in the history of the case when it is a fact, and taken soon after', async () => {
    const fact = await kase.storesReport('sfi', 'received');
    expect(await delivers(fact, 'signal')).toEqual({ kind: 'taken' });
    await kase.untilTaken(fact);
  });

  it.each(['update', 'signal'] as const)('revives the case that the engine has lost, by %s', async (via) => {
    await kase.handle.terminate('lost');
    const message =
      via === 'update'
        ? await kase.storesAnswer('delgivning', 'served', served)
        : await kase.storesReport('sfi', 'received');
    expect(await delivers(message, via)).toEqual({ kind: 'taken' });
    await kase.untilTaken(message);
    expect(await kase.told('engineReset')).toHaveLength(1);
  });

  it('comes too late for a closed case, unless that took it before its end', async () => {
    const early = await kase.storesFact({ kind: 'withdrawal', reason: 'flyttar utomlands' });
    await kase.sends(early);
    await kase.untilClosed();
    const closed = { kind: 'refused', refusal: { code: 'closed' } };
    expect(await delivers(await kase.storesAnswer('delgivning', 'served', served))).toEqual(closed);
    expect(await delivers(await kase.storesReport('sfi', 'started'), 'signal')).toEqual(closed);
    expect(await delivers(early)).toEqual({ kind: 'taken' });
  });

  it('has an unknown result while no worker answers, and is taken once when one does', async () => {
    await stage.stopsWorkers();
    const message = await kase.storesAnswer('delgivning', 'served', served);
    expect(await delivers(message, 'update', 500)).toEqual({ kind: 'unknown' });
    await stage.startsWorkers();
    await until('it is taken', async () => (await delivers(message)).kind === 'taken');
    expect(await kase.told('completion')).toHaveLength(1);
  });

  it('does not wait for an engine that does not connect', async () => {
    const message = await kase.storesAnswer('delgivning', 'served', served);
    const deliver = createDeliver({
      register: stage.register,
      client: () => new Promise<never>(() => undefined),
      within: 50,
    });
    expect(await deliver(kase.caseId, message)).toEqual({ kind: 'unknown' });
  });
});
