import type { KommunCode } from '../../domain/model/ids';
import { type Carrier, startCarrier } from '../support/engine/carrier';
import { openStage, type Stage } from '../support/stage';
import type { StagedCase } from '../support/staged-case';

describe('the cases of one household', () => {
  let stage: Stage;
  let relay: Carrier;
  let family: StagedCase[];
  beforeAll(async () => {
    stage = await openStage();
    relay = startCarrier(stage.register, stage.client);
    family = await stage.opensHousehold([[], [], []]);
    for (const kase of family) await kase.untilHandOver('sfi', 'filed');
  });
  afterAll(async () => {
    await relay.stop();
    await stage.close();
  });

  const moves = { kind: 'stay', kommun: '0180' as KommunCode, dwelling: 'none' } as const;

  it('all plan anew, each once, when one of them tells that the household moves', async () => {
    const [mother, ...others] = family;
    await mother?.tells(moves, { appliesTo: 'household' });
    expect((await mother?.row())?.kommun).toBe('0180');
    for (const other of others) {
      await other.untilTold('replan');
      expect((await other.row()).kommun).toBe('0180');
    }

    await relay.aMinutePasses();
    for (const other of others) {
      const [replan] = await other.told('replan');
      await relay.untilState({ messageId: replan?.messageId as never }, 'confirmed');
      expect(await other.told('replan')).toHaveLength(1);
    }
    expect(await mother?.told('replan')).toEqual([]);
  });

  it('are not told of what is a person’s own', async () => {
    const [mother, father] = family;
    const before = await father?.events();
    await mother?.tells({ ...moves, kommun: '2281' as KommunCode });
    expect((await mother?.row())?.kommun).toBe('2281');
    await relay.aMinutePasses();
    expect((await father?.row())?.kommun).toBe('0180');
    expect(await father?.events()).toBe(before);
  });

  it('end each for itself: a closed one is not told', async () => {
    const [mother, father, child] = family;
    await child?.withdraws();
    await child?.untilClosed();
    await mother?.tells({ ...moves, kommun: '1280' as KommunCode }, { appliesTo: 'household' });
    await father?.untilTold('replan', 2);
    expect((await father?.row())?.kommun).toBe('1280');
    expect((await child?.row())?.kommun).toBe('0180');
    expect(await child?.told('replan')).toHaveLength(1);
  });
});
