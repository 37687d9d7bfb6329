import { planFirstCut } from '../../rules/support';
import type { Planner } from '../../../register/assessment/planner';
import { type OwnTemporal, startOwnTemporal } from '../../support/engine/own-temporal';
import { openStage, type Stage } from '../../support/stage';
import { refusal, type StagedCase } from '../../support/staged-case';
import { until } from '../../support/until';

/** A first turn takes ten events or so: with this limit nearly every message ends a run. */
const EVENTS_PER_RUN = 'limit.historyCount.suggestContinueAsNew=15';

describe('a case that continues as new after nearly every message', () => {
  let temporal: OwnTemporal;
  let stage: Stage;
  let kase: StagedCase;
  let planner: Planner = planFirstCut;
  beforeAll(async () => {
    temporal = await startOwnTemporal([EVENTS_PER_RUN]);
    stage = await openStage({
      temporalAddress: temporal.address,
      planner: (...given) => planner(...given),
    });
  });
  beforeEach(async () => {
    kase = await stage.opensCase();
    await kase.untilHandOver('sfi', 'filed');
    await kase.untilHandOver('delgivning', 'filed');
  });
  afterAll(async () => {
    await stage.close();
    await temporal.remove();
  });

  const lma = { kind: 'lma', registered: false } as const;

  it('loses none of 120 messages and doubles none, also when old ones are repeated', async () => {
    const runs = new Set<string>();
    const repeated: [number, number][] = [];
    const sent: { message: Awaited<ReturnType<StagedCase['storesFact']>>; revision: number }[] = [];
    for (let round = 0; round < 30; round += 1) {
      const messages = await Promise.all([1, 2, 3, 4].map(() => kase.storesFact(lma)));
      const answers = await Promise.all(messages.map((message) => untilTaken(message)));
      runs.add((await kase.row()).run_id ?? '');
      for (const [index, message] of messages.entries()) {
        sent.push({ message, revision: answers[index]?.revision ?? 0 });
      }
      const old = sent[Math.floor(sent.length / 2)];
      if (old) repeated.push([old.revision, (await untilTaken(old.message)).revision]);
    }

    expect(repeated.filter(([first, again]) => first !== again)).toEqual([]);
    expect(runs.size).toBeGreaterThan(20);
    const told = (await kase.told('facts')).map(({ messageId }) => messageId);
    expect(told).toHaveLength(120);
    expect(new Set(told)).toEqual(new Set(sent.map(({ message }) => message.messageId)));
    const { person_id: personId } = await kase.row();
    const facts = await stage.register
      .selectFrom('facts')
      .select('message_id')
      .where('person_id', '=', personId)
      .where('kind', '=', 'lma')
      .execute();
    expect(facts).toHaveLength(120);
    expect(new Set(sent.map(({ revision }) => revision)).size).toBe(120);
    expect(await kase.told('engineReset')).toEqual([]);
  });

  it('walks its path as any other', async () => {
    const first = await kase.runId();
    await kase.meets();
    await kase.untilHandOver('personnummer', 'filed');
    await kase.untilNoonIn(1);
    const early = await kase.reports('personnummer', 'registered', {
      servedOn: await kase.today(),
      fields: { personnummer: '199105142385', from: await kase.today(), kommun: '0484' },
    });
    await kase.untilTaken(early);
    await kase.untilTaken(await kase.reports('sfi', 'started'));
    await kase.untilNoonIn(14);
    await kase.untilClosed();
    expect(await kase.runId()).not.toBe(first);
    for (const step of ['delgivning', 'etableringssamtal', 'kommunmote', 'flyttningsanmalan', 'sfi']) {
      expect(await kase.answers(step)).toHaveLength(1);
    }
    const handedOver = Object.values(stage.agencies)
      .flatMap(({ told }) => told)
      .filter((what) => what.includes(kase.caseId));
    expect(handedOver.toSorted()).toEqual([...new Set(handedOver)].toSorted());
  });

  it('waits with it while something is on its way to an agency', async () => {
    const letIn = stage.agencies.kommun.holdsBack();
    await kase.completes('delgivning', 'served', { fields: { howServed: 'in person' } });
    await kase.untilHandOver('flyttningsanmalan', 'filed');
    await kase.untilHandOver('etableringssamtal', 'filed');
    const run = await kase.runId();
    for (let message = 0; message < 5; message += 1) await kase.tells(lma);
    expect(await kase.runId()).toBe(run);
    expect(await kase.events()).toBeGreaterThan(30);

    letIn();
    await kase.untilHandOver('kommunmote', 'filed');
    await until('it has continued as new', async () => (await kase.runId()) !== run);
  });

  it('carries a kept fact and the last day of its waiting over to the next run', async () => {
    const early = await kase.reports('personnummer', 'avslag', { fields: { grounds: 'vistelse' } });
    await kase.untilTaken(early);
    const run = await kase.runId();
    for (let message = 0; message < 3; message += 1) await kase.tells(lma);
    expect(await kase.runId()).not.toBe(run);
    await kase.hours(5 * 24 + 1);
    expect((await kase.told('misfit')).map(({ messageId }) => messageId)).toEqual([early.messageId]);
  });

  it('carries the old plan over while the planner fails: an answer that no plan has seen stays the only one', async () => {
    planner = () => {
      throw new RangeError('a defect');
    };
    const run = await kase.runId();
    const served = await kase.storesAnswer('delgivning', 'served', { fields: { howServed: 'by post' } });
    expect((await kase.sends(served)).projected).toBe(false);
    for (let message = 0; message < 4; message += 1) {
      expect((await untilTaken(await kase.storesFact(lma))).projected).toBe(false);
    }
    expect(await kase.runId()).not.toBe(run);
    expect((await untilTaken(served)).projected).toBe(false);
    expect(await refusal(kase.completes('delgivning', 'notServed'))).toBe('beingAnswered');
    expect(await refusal(kase.completes('kommunmote', 'held'))).toBe('blocked');

    planner = planFirstCut;
    await kase.tells(lma);
    expect(await kase.statusOf('delgivning')).toMatchObject({ kind: 'done', outcome: 'served' });
    expect((await untilTaken(served)).projected).toBe(true);
    expect(await kase.answers('delgivning')).toHaveLength(1);
  });

  /** A run may end under a message in flight: its sender repeats the same id, as the relay does. */
  async function untilTaken(message: Parameters<StagedCase['sends']>[0]) {
    for (;;) {
      try {
        return await kase.sends(message);
      } catch (fault) {
        const cause = fault instanceof Error ? fault.cause : undefined;
        if ((cause as { type?: string } | undefined)?.type !== 'AcceptedUpdateCompletedWorkflow') throw fault;
      }
    }
  }
});
