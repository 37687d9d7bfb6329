import type { CaseMessage, MessageItem } from '../../../domain/model/message';
import { type Carrier, startCarrier, stateOf } from '../../support/engine/carrier';
import { holdRow } from '../../support/engine/held-row';
import { type OwnTemporal, startOwnTemporal } from '../../support/engine/own-temporal';
import { openLine, type SilentLine } from '../../support/engine/silent-line';
import { startWorkerProcess } from '../../support/engine/worker-process';
import { openStage, type Stage } from '../../support/stage';
import type { StagedCase } from '../../support/staged-case';
import { until } from '../../support/until';

describe('worker, engine and caller that all go down between the commit and the end of the task', () => {
  let temporal: OwnTemporal;
  let stage: Stage;
  let line: SilentLine;
  let relay: Carrier | undefined;
  let kase: StagedCase;
  beforeAll(async () => {
    temporal = await startOwnTemporal();
    stage = await openStage({ temporalAddress: temporal.address });
  });
  beforeEach(async () => {
    line = await openLine(temporal.address);
    kase = await stage.opensCase();
    await kase.untilHandOver('sfi', 'filed');
    await kase.untilHandOver('delgivning', 'filed');
  });
  afterEach(async () => {
    await line.close();
    await relay?.stop();
    relay = undefined;
  });
  afterAll(async () => {
    await stage.close();
    await temporal.remove();
  });

  /** Everything but PostgreSQL goes down when the message is committed, and comes back without its caller. */
  async function powerCutAfter(message: CaseMessage): Promise<void> {
    await stage.stopsWorkers();
    const { databaseUrl, namespace } = stage;
    const worker = await startWorkerProcess({ databaseUrl, namespace, temporalAddress: line.address });
    const row = await holdRow(databaseUrl, kase.caseId);
    const caller = new AbortController();
    const ended = stage.client
      .withAbortSignal(caller.signal, () => kase.sends(message))
      .catch((fault: unknown) => fault);
    await row.untilAwaited();
    line.goesSilent();
    await row.letGo();
    await until('the message is in the ledger', async () =>
      (await kase.timeline()).some((row) => row.messageId === message.messageId),
    );
    caller.abort();
    expect(await ended).toBeInstanceOf(Error);
    await worker.isKilled();
    await temporal.isKilled();
    await temporal.comesBack();
    await stage.startsWorkers();
  }

  it('lose nothing and double nothing: the relay sees the message through', async () => {
    const { revision } = await kase.row();
    const served = await kase.storesAnswer('delgivning', 'served', { fields: { howServed: 'in person' } });
    await powerCutAfter(served);
    expect(await stateOf(stage.register, served.messageId)).toBe('received');

    relay = startCarrier(stage.register, stage.client);
    await relay.untilState(served, 'confirmed');
    expect(await kase.told('completion')).toHaveLength(1);
    expect(await kase.told('voided')).toEqual([]);
    expect(await kase.told('engineReset')).toEqual([]);
    expect(await kase.answers('delgivning')).toHaveLength(1);
    const { record, status } = await kase.step('delgivning');
    expect(record.answers.map(({ messageId }) => messageId)).toEqual([served.messageId]);
    expect(status).toMatchObject({ kind: 'done', outcome: 'served' });
    expect((await kase.row()).revision).toBeGreaterThan(revision);
    await kase.untilHandOver('kommunmote', 'filed');
  });

  it('take back whole what the case refuses after all, and plan without it', async () => {
    await kase.meets();
    await kase.untilHandOver('personnummer', 'filed');
    const { revision } = await kase.row();
    const on = await kase.today();
    const item: MessageItem = { stepId: 'personnummer' as never, outcome: 'registered', on };
    const fields = { personnummer: '199105142385', from: on, kommun: '0484' };
    const stale = await kase.store('completion', { items: [{ ...item, fields }] }, [item], {
      expectedRevision: revision,
    });
    await powerCutAfter(stale);

    // Somebody else comes first, so that what the lost message was written from is no longer so.
    await kase.tells({ kind: 'lma', registered: false });
    relay = startCarrier(stage.register, stage.client);
    await relay.untilState(stale, 'refused');
    await kase.untilTold('replan');
    expect((await kase.told('voided')).map((row) => row.messageId)).toEqual([stale.messageId]);
    expect(await kase.answers('personnummer')).toEqual([]);
    expect(await kase.statusOf('personnummer')).toMatchObject({ kind: 'open', waitingFor: 'agency' });
    expect(await kase.row()).toMatchObject({ milestone: 'inskriven' });
    const left = await stage.register
      .selectFrom('facts')
      .select('kind')
      .where('message_id', '=', stale.messageId)
      .execute();
    expect(left).toEqual([]);

    const again = await kase.completes('personnummer', 'registered', { fields });
    expect(again.projected).toBe(true);
    expect(await kase.row()).toMatchObject({ milestone: 'folkbokford' });
  });

  it('give back what a reopening had taken, when the case refuses the reopening after all', async () => {
    await kase.meets();
    await kase.untilHandOver('personnummer', 'filed');
    const fields = { personnummer: '199105142385', from: await kase.today(), kommun: '0484' };
    await kase.untilTaken(await kase.reports('personnummer', 'registered', { fields }));
    await kase.untilQuiet();
    const { revision } = await kase.row();
    const items = [{ stepId: 'personnummer' as never }];
    const stale = await kase.store('reopening', { items, reason: 'rättelse' }, items, {
      expectedRevision: revision,
    });
    await powerCutAfter(stale);
    await kase.tells({ kind: 'lma', registered: false });
    relay = startCarrier(stage.register, stage.client);
    await relay.untilState(stale, 'refused');
    await kase.untilTold('replan');

    expect(await kase.statusOf('personnummer')).toMatchObject({ kind: 'done', outcome: 'registered' });
    expect(await kase.row()).toMatchObject({ milestone: 'folkbokford' });
    const { person_id: personId } = await kase.row();
    const held = await stage.register
      .selectFrom('identifiers')
      .innerJoin('facts', 'facts.message_id', 'identifiers.message_id')
      .select(['identifiers.value', 'facts.kind', 'facts.withdrawn_by'])
      .where('identifiers.person_id', '=', personId)
      .where('identifiers.type', '=', 'personnummer')
      .execute();
    expect(held).toEqual([{ value: '199105142385', kind: 'registration', withdrawn_by: null }]);
  });
});
