import { type Carrier, startCarrier, stateOf } from '../../support/engine/carrier';
import { openStage, type Stage } from '../../support/stage';
import type { StagedCase } from '../../support/staged-case';
import { takeDueMessages } from '../../../register/messages/relay-queue';

describe('the relay', () => {
  let stage: Stage;
  let relay: Carrier;
  let kase: StagedCase;
  beforeAll(async () => {
    stage = await openStage();
    relay = startCarrier(stage.register, stage.client);
  });
  beforeEach(async () => {
    kase = await stage.opensCase();
    await kase.untilHandOver('sfi', 'filed');
  });
  afterAll(async () => {
    await relay.stop();
    await stage.close();
  });

  const served = { fields: { howServed: 'in person' } };

  it('brings an agency’s fact at once, and confirms it when the case has it', async () => {
    const fact = await kase.storesReport('sfi', 'started');
    await relay.aMinutePasses();
    await kase.untilTaken(fact);
    await relay.untilState(fact, 'confirmed');
    expect(await kase.told('report')).toHaveLength(1);
  });

  it('brings a person’s message whose sender is gone, and confirms it', async () => {
    const message = await kase.storesAnswer('delgivning', 'served', served);
    await relay.untilState(message, 'confirmed');
    expect(await kase.statusOf('delgivning')).toMatchObject({ kind: 'done' });
  });

  it('sends nothing again that the case has: the history does not grow', async () => {
    const message = await kase.storesAnswer('delgivning', 'served', served);
    await kase.sends(message);
    await kase.untilHandOver('kommunmote', 'filed');
    await kase.untilHandOver('etableringssamtal', 'filed');
    await kase.untilHandOver('flyttningsanmalan', 'filed');
    await kase.untilQuiet();
    const before = await kase.events();
    await relay.untilState(message, 'confirmed');
    expect(await kase.events()).toBe(before);
  });

  it('refuses what the case refuses', async () => {
    const message = await kase.storesAnswer('kommunmote', 'held');
    await relay.untilState(message, 'refused');
    expect(await kase.told('voided')).toEqual([]);
  });

  it('leases a message for half a minute, so that two relays do not carry the same', async () => {
    await relay.stop();
    const fact = await kase.storesReport('sfi', 'started');
    const ids = async () => (await takeDueMessages(stage.register, 50)).map(({ id }) => id);
    const [one, other] = await Promise.all([ids(), ids()]);
    expect([...one, ...other].filter((id) => id === fact.messageId)).toHaveLength(1);
    expect(await ids()).not.toContain(fact.messageId);

    relay = startCarrier(stage.register, stage.client);
    await relay.aMinutePasses();
    await kase.untilTaken(fact);
  });

  it('starts a case whose start nobody has seen through', async () => {
    const { run_id: runId } = await kase.row();
    const start = await stage.register
      .selectFrom('messages')
      .select(['id', 'state'])
      .where('case_id', '=', kase.caseId)
      .where('kind', '=', 'start')
      .executeTakeFirstOrThrow();
    expect(start.state).toBe('received');
    await relay.untilState({ messageId: start.id }, 'confirmed');
    expect((await kase.row()).run_id).toBe(runId);
  });

  it('enters a fact for a closed case as late, and refuses it and everything else', async () => {
    await kase.withdraws();
    await kase.untilClosed();
    const fact = await kase.storesReport('sfi', 'started');
    const answer = await kase.storesAnswer('delgivning', 'served', served);
    await relay.untilState(fact, 'refused');
    await relay.untilState(answer, 'refused');
    expect((await kase.told('late')).map((row) => row.messageId)).toEqual([fact.messageId]);
    expect(await kase.row()).toMatchObject({ state: 'closed' });
  });

  it('confirms after the end what the case had taken before it', async () => {
    await kase.appliesForPersonnummer();
    const fields = { personnummer: '199105142385', from: await kase.today(), kommun: '0484' };
    const fact = await kase.reports('personnummer', 'registered', { fields });
    await kase.untilTaken(fact);
    const answer = await kase.storesAnswer('sfi', 'started');
    await kase.sends(answer);
    await kase.untilNoonIn(14);
    await kase.untilClosed();
    expect(await stateOf(stage.register, answer.messageId)).toBe('received');

    await relay.untilState(fact, 'confirmed');
    await relay.untilState(answer, 'confirmed');
    expect(await kase.told('voided')).toEqual([]);
    expect(await kase.answers('sfi')).toHaveLength(1);
  });
});
