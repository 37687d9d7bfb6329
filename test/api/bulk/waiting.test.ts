import type { StepId } from '../../../domain/model/ids';
import type { StepRecord } from '../../../domain/model/step-record';
import type { Planner } from '../../../register/assessment/planner';
import { startLostBulkActions } from '../../../worker/background/lost-bulk-actions';
import { planFirstCut } from '../../rules/support';
import { type Carrier, startCarrier } from '../../support/engine/carrier';
import type { StagedCase } from '../../support/staged-case';
import { until } from '../../support/until';
import { type Desk, openDesk } from '../support/desk';
import { openRoom, type Room } from '../support/room';
import { type Manager, managerAt, sumOf } from './manager';

const PAUSE = { kind: 'pause', step: 'sfi' };

describe('an action on many cases that cannot go on at once', () => {
  let room: Room;
  let manager: Manager;
  let planner: Planner = planFirstCut;
  beforeAll(async () => {
    room = await openRoom({}, { planner: (...given) => planner(...given), bulkCasesPerSecond: 4 });
    manager = managerAt(room);
  });
  afterEach(() => (planner = planFirstCut));
  afterAll(() => room.close());

  async function opens(count: number): Promise<StagedCase[]> {
    const cases: StagedCase[] = [];
    for (let each = 0; each < count; each += 1) cases.push(await room.opens());
    return cases;
  }

  const previews = async (cases: readonly StagedCase[]) =>
    (await manager.previews(PAUSE, { caseIds: cases.map(({ caseId }) => caseId) })).bulkActionId;

  it('is stopped: what is done stays done, what has not begun is left as it was, and it adds up', async () => {
    const cases = await opens(8);
    const id = await previews(cases);
    await manager.starts(id);
    await until('a case is done', async () => (await manager.reads(id)).cases.done > 0);
    expect((await manager.stops(id)).status).toBe(202);
    const { selected, cases: counts, stoppedBy } = await manager.untilOver(id);
    expect([selected, sumOf(counts), stoppedBy]).toEqual([8, 8, 'manager']);
    expect(counts.skipped).toBeGreaterThan(0);
    expect(counts.done + counts.skipped).toBe(8);
    const items = await manager.items(id, '&state=skipped');
    expect(new Set(items.map(({ reason }) => reason))).toEqual(new Set(['stopped']));
    const paused = [];
    for (const kase of cases) paused.push(...(await kase.told('pause')));
    expect(paused).toHaveLength(counts.done);
    expect((await manager.stops(id)).status).toBe(409);
  });

  describe('because a case does not answer', () => {
    let carrier: Carrier;
    beforeEach(() => (carrier = startCarrier(room.stage.register, room.stage.client)));
    afterEach(() => carrier.stop());

    /** Starts an action on two cases, one of which cannot be planned; waits until the other is done. */
    async function startsWithOneThatFails() {
      const cases = await opens(2);
      const id = await previews(cases);
      const [silent] = cases;
      if (!silent) throw new Error('no case');
      await failsFor(silent);
      await manager.starts(id);
      await until('the other case is done', async () => (await manager.reads(id)).cases.done === 1);
      return { id, silent };
    }

    /** The planner knows a case by its receipt from the kommun. */
    async function failsFor(kase: StagedCase): Promise<void> {
      const { record } = await kase.step('sfi');
      const receipt = receiptOf(record);
      planner = (facts, records, now) => {
        if (receiptOf(records['sfi' as StepId]) === receipt) throw new TypeError('no plan');
        return planFirstCut(facts, records, now);
      };
    }

    function receiptOf(record: StepRecord | undefined): string | undefined {
      return record?.handOver?.state === 'filed' ? record.handOver.receiptId : undefined;
    }

    it('goes on with the others, and settles that one when it has answered', async () => {
      const { id, silent } = await startsWithOneThatFails();
      expect((await manager.reads(id)).cases).toMatchObject({ pending: 1, done: 1 });
      const [item] = await manager.items(id, '&state=pending');
      expect(item?.caseId).toBe(silent.caseId);
      await carrier.untilState({ messageId: item?.messageId as never }, 'confirmed');
      expect((await manager.untilOver(id)).cases).toMatchObject({ pending: 0, done: 2 });
      expect(await silent.told('pause')).toHaveLength(1);
    });

    it('gives it up after an hour, and counts it as done when it answers after all', async () => {
      const { id } = await startsWithOneThatFails();
      const { register } = room.stage;
      await register
        .updateTable('bulk_items')
        .set({ begun_at: new Date(0) })
        .where('bulk_id', '=', id as never)
        .where('state', '=', 'pending')
        .execute();
      const over = await manager.untilOver(id);
      expect(over).toMatchObject({
        cases: { done: 1, failed: 1 },
        reasons: [{ state: 'failed', reason: 'noAnswer', cases: 1 }],
      });
      const [item] = await manager.items(id, '&state=failed');
      await carrier.untilState({ messageId: item?.messageId as never }, 'confirmed');
      expect((await manager.reads(id)).cases).toMatchObject({ done: 2, failed: 0 });
    });
  });

  describe('because the engine is away when it is started', () => {
    let desk: Desk;
    beforeAll(async () => {
      const { register } = room.stage;
      desk = await openDesk({ register });
    });
    afterAll(() => desk.close());

    it('is started by the worker as soon as the engine is there', async () => {
      const [kase] = await opens(1);
      if (!kase) throw new Error('no case');
      const id = await previews([kase]);
      expect((await managerAt(desk).starts(id)).body).toMatchObject({ state: 'running' });
      expect((await manager.reads(id)).cases).toMatchObject({ pending: 1 });
      const { register, client } = room.stage;
      await startLostBulkActions(register, client, new AbortController().signal);
      expect((await manager.untilOver(id)).cases).toMatchObject({ done: 1 });
      expect(await kase.statusOf('sfi')).toMatchObject({ kind: 'paused' });
    });
  });
});
