import { randomUUID } from 'node:crypto';
import { addDays } from '../../../domain/law/calendar';
import { refuseMessage } from '../../../register/messages/relay-queue';
import type { StagedCase } from '../../support/staged-case';
import { until } from '../../support/until';
import { today } from '../support/household';
import { at, openRoom, type Room } from '../support/room';

const PROPOSER = 'caseworker-skatteverket';
const SECOND = 'caseworker-skatteverket-2';
const RULE = { personnummer: ['registered'], flyttningsanmalan: ['filed'] };
const FILED = { outcome: 'filed', on: today };
const REGISTERED = {
  outcome: 'registered',
  decidedOn: today,
  personnummer: '199001012385',
  from: addDays(today, -1),
  kommun: '0484',
};

describe('a decision that needs a second person', () => {
  let room: Room;
  let staged: StagedCase;

  beforeAll(async () => {
    room = await openRoom({ SECOND_APPROVAL: JSON.stringify(RULE) });
    for (const who of [PROPOSER, SECOND, 'caseworker-kommun']) await room.get(who, '/api/v1/colleagues');
  });
  afterAll(async () => {
    await room.close();
  });
  beforeEach(async () => {
    staged = await room.opens();
    const served = { outcome: 'served', on: today, howServed: 'vid möte' };
    await room.post('caseworker-migrationsverket', at(staged, '/steps/delgivning/completion'), served);
  });

  const tell = (step: string, body: object, key?: string, who = PROPOSER) =>
    room.post(who, at(staged, `/steps/${step}/completion`), body, key);
  const propose = async () => (await tell('flyttningsanmalan', FILED)).body.proposalId as string;
  const decide = (id: string, who: string, how: 'approval' | 'rejection', body: object = {}, key?: string) =>
    room.post(who, `/api/v1/proposals/${id}/${how}`, body, key);
  const stateOf = async (id: string) => (await room.get(SECOND, `/api/v1/proposals/${id}`)).body.state;
  const stepOf = async (stepId: string) => {
    const { steps } = (await room.get(PROPOSER, at(staged))).body;
    return (steps as { stepId: string; status: object; proposal?: object }[]).find(
      (step) => step.stepId === stepId,
    );
  };
  const ledgerOf = async (kind: string) => {
    const { items } = (await room.get('coordinator', at(staged, '/timeline?limit=200'))).body;
    return (items as { kind: string }[]).filter((item) => item.kind === kind);
  };
  const newestTo = async (who: string) => (await room.get(who, '/api/v1/inbox?limit=1')).body.items[0];

  it('is a proposal: shown with the step and told to the team, and nothing else changes', async () => {
    const answer = await tell('flyttningsanmalan', FILED);
    const { proposalId } = answer.body;
    expect([answer.status, answer.body.state]).toEqual([202, 'proposed']);
    expect(answer.headers.location).toBe(`/api/v1/proposals/${proposalId}`);
    expect(await stepOf('flyttningsanmalan')).toMatchObject({
      status: { kind: 'open' },
      proposal: { id: proposalId, outcome: 'filed', by: PROPOSER },
    });
    const { items } = (await room.get(SECOND, '/api/v1/worklist?step=flyttningsanmalan&limit=200')).body;
    const shown = (items as { caseId: string; proposal: object }[]).find(
      ({ caseId }) => caseId === staged.caseId,
    );
    expect(shown?.proposal).toMatchObject({ id: proposalId });
    expect(await ledgerOf('proposal')).toMatchObject([{ actor: PROPOSER, content: { proposalId } }]);
    expect(await ledgerOf('completion')).toHaveLength(1);
    expect(await newestTo(SECOND)).toMatchObject({ kind: 'proposal', content: { proposalId, by: PROPOSER } });
    expect(await newestTo(PROPOSER)).toBeUndefined();
  });

  it('is one proposal however often the same request comes', async () => {
    const key = randomUUID();
    const answers = await Promise.all([1, 2, 3].map(() => tell('flyttningsanmalan', FILED, key)));
    expect(new Set(answers.map(({ body }) => body.proposalId)).size).toBe(1);
    expect((await tell('flyttningsanmalan', { ...FILED, note: 'annat' }, key)).status).toBe(409);
    expect(await ledgerOf('proposal')).toHaveLength(1);
  });

  it('is recorded when a colleague approves it, and the ledger names both', async () => {
    const id = await propose();
    const key = randomUUID();
    const answer = await decide(id, SECOND, 'approval', { note: 'läst' }, key);
    expect(answer.status).toBe(200);
    expect(await stepOf('flyttningsanmalan')).toMatchObject({ status: { kind: 'done', outcome: 'filed' } });
    expect(await stepOf('flyttningsanmalan')).not.toHaveProperty('proposal');
    const both = { proposalId: id, proposedBy: PROPOSER, approvedBy: SECOND };
    expect((await ledgerOf('completion')).at(-1)).toMatchObject({
      actor: SECOND,
      content: { proposal: both },
    });
    expect(await newestTo(PROPOSER)).toMatchObject({
      kind: 'proposalDecided',
      content: { proposalId: id, state: 'approved', by: SECOND },
    });
    const again = await decide(id, SECOND, 'approval', { note: 'läst' }, key);
    expect([again.status, again.body]).toEqual([200, answer.body]);
    expect((await decide(id, SECOND, 'approval')).body.type).toBe('/problems/proposal-decided');
  });

  it('carries the fields of the outcome to the second person and, approved, to the case', async () => {
    await decide(await propose(), SECOND, 'approval');
    const { body, status } = await tell('personnummer', REGISTERED);
    expect([status, JSON.stringify(body)]).toEqual([202, expect.not.stringContaining('2385')]);
    const whole = await room.get(SECOND, `/api/v1/proposals/${body.proposalId}`);
    expect(whole.body.items).toMatchObject([{ fields: { personnummer: '199001012385' } }]);
    const approved = await decide(body.proposalId, SECOND, 'approval');
    expect([approved.status, approved.body.milestone]).toEqual([200, 'folkbokford']);
  });

  it('may not be approved by whoever proposed it, nor by another agency', async () => {
    const id = await propose();
    const own = await decide(id, PROPOSER, 'approval');
    expect([own.status, own.body.rule]).toEqual([403, 'fourEyes']);
    expect((await decide(id, 'caseworker-kommun', 'approval')).status).toBe(404);
    expect((await decide(id, 'manager', 'approval')).status).toBe(403);
    expect(await stateOf(id)).toBe('proposed');
  });

  it('is as it was when a colleague rejects it, and whoever proposed is told why', async () => {
    const id = await propose();
    expect((await decide(id, SECOND, 'rejection', {})).status).toBe(400);
    const answer = await decide(id, SECOND, 'rejection', { reason: 'underlag saknas' });
    expect([answer.status, answer.body]).toMatchObject([200, { state: 'rejected', decidedBy: SECOND }]);
    expect(await newestTo(PROPOSER)).toMatchObject({
      kind: 'proposalDecided',
      content: { state: 'rejected' },
    });
    expect(await ledgerOf('proposalRejected')).toMatchObject([
      { actor: SECOND, content: { proposedBy: PROPOSER, reason: 'underlag saknas' } },
    ]);
    expect(await stepOf('flyttningsanmalan')).not.toHaveProperty('proposal');
    expect((await decide(id, SECOND, 'approval')).status).toBe(409);
    expect((await tell('flyttningsanmalan', FILED)).status).toBe(202);
  });

  it('counts once when two approve it at the same moment', async () => {
    const id = await propose();
    const answers = await Promise.all([1, 2].map(() => decide(id, SECOND, 'approval')));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 409]));
    expect(await ledgerOf('completion')).toHaveLength(2);
  });

  it('stands alone about its step until it is decided or taken back', async () => {
    const id = await propose();
    const other = await tell('flyttningsanmalan', FILED, undefined, SECOND);
    expect(other.body).toMatchObject({ status: 409, type: '/problems/already-proposed', proposalId: id });
    const back = await decide(id, PROPOSER, 'rejection', { reason: 'fel dag' });
    expect(back.body).toMatchObject({ state: 'rejected', decidedBy: PROPOSER });
    expect((await tell('flyttningsanmalan', FILED, undefined, SECOND)).status).toBe(202);
  });

  it('is overtaken when the case has changed so that it no longer fits', async () => {
    const id = await propose();
    await staged.completes('flyttningsanmalan', 'filed');
    const answer = await decide(id, SECOND, 'approval');
    expect([answer.status, answer.body.type]).toEqual([409, '/problems/not-open']);
    expect(await stateOf(id)).toBe('overtaken');
    expect(await newestTo(PROPOSER)).toMatchObject({ content: { proposalId: id, state: 'overtaken' } });
    expect(await ledgerOf('proposalOvertaken')).toHaveLength(1);
  });

  it('is not overtaken by a change elsewhere in the case', async () => {
    const id = await propose();
    await staged.completes('etableringssamtal', 'held');
    expect((await decide(id, SECOND, 'approval')).status).toBe(200);
  });

  it('is on its way while the engine is away, and reaches the case once', async () => {
    const id = await propose();
    await room.stage.stopsWorkers();
    const key = randomUUID();
    const waiting = await room.impatient.post(SECOND, `/api/v1/proposals/${id}/approval`, {}, key);
    expect([waiting.status, waiting.body.state]).toEqual([202, 'received']);
    expect(await stateOf(id)).toBe('approving');
    await room.stage.startsWorkers();
    expect((await decide(id, SECOND, 'approval', {}, key)).status).toBe(200);
    await until('the proposal is approved', async () => (await stateOf(id)) === 'approved');
    expect(await ledgerOf('completion')).toHaveLength(2);
  });

  it('is overtaken when the case refuses it behind the back of whoever approved', async () => {
    const id = await propose();
    await room.stage.stopsWorkers();
    const { messageId } = (await room.impatient.post(SECOND, `/api/v1/proposals/${id}/approval`, {})).body;
    const refusal = { code: 'notOpen' as const, stepId: 'flyttningsanmalan' };
    await refuseMessage(room.stage.register, staged.caseId, messageId, { refusal });
    expect(await stateOf(id)).toBe('overtaken');
    expect(await newestTo(PROPOSER)).toMatchObject({ content: { proposalId: id, state: 'overtaken' } });
    await room.stage.startsWorkers();
  });

  it('is decided on top of the version that was read, its own or the case’s', async () => {
    const id = await propose();
    const { etag: own = '' } = (await room.get(SECOND, `/api/v1/proposals/${id}`)).headers;
    const asks = (how: string, tag: string, body: object) => {
      const headers = { 'if-match': tag, 'idempotency-key': randomUUID() };
      return room.postWith(SECOND, `/api/v1/proposals/${id}/${how}`, body, headers);
    };
    for (const how of ['approval', 'rejection'])
      expect((await asks(how, '"another"', how === 'approval' ? {} : { reason: 'nej' })).status).toBe(412);
    expect((await asks('approval', own, {})).status).toBe(200);
  });

  it('is overtaken when its step has been started over since, and another may be proposed', async () => {
    const id = await propose();
    await staged.completes('flyttningsanmalan', 'filed');
    await staged.restarts('reopening', 'flyttningsanmalan');
    expect((await tell('flyttningsanmalan', FILED, undefined, SECOND)).status).toBe(202);
    expect(await stateOf(id)).toBe('overtaken');
    expect((await decide(id, SECOND, 'approval')).body.type).toBe('/problems/proposal-decided');
  });

  it('is refused as the case itself would refuse it', async () => {
    const blocked = await tell('personnummer', { ...REGISTERED, personnummer: '199610202385' });
    expect([blocked.status, blocked.body.type]).toEqual([409, '/problems/blocked']);
    const ahead = await tell('flyttningsanmalan', { ...FILED, on: addDays(today, 2) });
    expect([ahead.status, ahead.body.type]).toEqual([422, '/problems/after-case-time']);
    expect((await tell('flyttningsanmalan', { outcome: 'granted', on: today })).status).toBe(400);
    expect(await ledgerOf('proposal')).toEqual([]);
  });

  it('is none when the agency’s own system tells it, or when the outcome is not one of those', async () => {
    const told = await tell('flyttningsanmalan', FILED, undefined, 'system-skatteverket');
    expect(told.status).toBe(200);
    const held = await tell('kommunmote', { outcome: 'held', on: today }, undefined, 'caseworker-kommun');
    expect(held.status).toBe(200);
  });

  it('holds all that is told at one desk, and waits in the list of those who decide', async () => {
    const completions = [{ stepId: 'flyttningsanmalan', ...FILED }];
    const { body } = await room.post(PROPOSER, at(staged, '/completions'), { completions });
    const list = async (who: string, query: string) =>
      (await room.get(who, `/api/v1/proposals?caseId=${staged.caseId}&${query}`)).body.items;
    expect(await list(SECOND, 'whose=toDecide')).toMatchObject([{ proposalId: body.proposalId }]);
    expect(await list(PROPOSER, 'whose=toDecide')).toEqual([]);
    expect(await list(PROPOSER, 'whose=mine&state=proposed')).toHaveLength(1);
    expect(await list('caseworker-kommun', '')).toEqual([]);
    expect(await list('manager', '')).toHaveLength(1);
    const unknown = await room.get(SECOND, `/api/v1/proposals/${randomUUID()}`);
    expect(unknown.status).toBe(404);
  });
});
