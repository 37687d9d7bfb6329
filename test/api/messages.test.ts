import { randomUUID } from 'node:crypto';
import { addDays, addMonths } from '../../domain/law/calendar';
import { household, member, today } from './support/household';
import type { Desk } from './support/desk';
import { at, openRoom, type Room } from './support/room';

describe('what people tell a case', () => {
  let room: Room;

  beforeAll(async () => {
    room = await openRoom();
  });

  afterAll(async () => {
    await room.close();
  });

  const served = { outcome: 'served', on: today, howServed: 'vid möte' };
  const serve = (path: string, key?: string, desk: Desk = room) =>
    desk.post('caseworker-migrationsverket', `${path}/steps/delgivning/completion`, served, key);
  const statusOf = (body: { steps: { stepId: string; status: object }[] }, stepId: string) =>
    body.steps.find((step) => step.stepId === stepId)?.status;

  it('answers a completion with the case as the register then shows it', async () => {
    const staged = await room.opens();
    const answer = await serve(at(staged));
    expect(answer.status).toBe(200);
    expect(statusOf(answer.body, 'delgivning')).toEqual({ kind: 'done', outcome: 'served', on: today });
    expect(statusOf(answer.body, 'etableringssamtal')).toMatchObject({ kind: 'open' });
    const read = await room.get('caseworker-migrationsverket', at(staged));
    expect(read.body.revision).toBeGreaterThanOrEqual(answer.body.revision);
    expect(statusOf(read.body, 'delgivning')).toEqual(statusOf(answer.body, 'delgivning'));
    expect(await staged.answers('delgivning')).toMatchObject([{ fields: { howServed: 'vid möte' } }]);
  });

  it('gives a repeat the very same answer and adds nothing', async () => {
    const staged = await room.opens();
    const key = randomUUID();
    const first = await serve(at(staged), key);
    const again = await serve(at(staged), key);
    expect([again.status, again.body, again.headers.etag]).toEqual([200, first.body, first.headers.etag]);
    expect(await staged.told('completion')).toHaveLength(1);
  });

  it('takes a completion once when it comes five times at the same moment', async () => {
    const staged = await room.opens();
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 5 }, () => serve(at(staged), key)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect(await staged.told('completion')).toHaveLength(1);
  });

  it('means the occurrence that the path names, and knows none whose month has not begun', async () => {
    const staged = await room.opens();
    const filed = { outcome: 'filed', on: today };
    const tell = (step: string) =>
      room.post('caseworker-arbetsformedlingen', at(staged, `/steps/${step}/completion`), filed);
    expect((await tell('aktivitetsrapport')).status).toBe(409);
    expect((await tell('aktivitetsrapport:2099-01')).status).toBe(404);
    expect((await tell('aktivitetsrapport:2099-13')).status).toBe(404);
  });

  it('judges If-Match: the present version passes, an older one is 412', async () => {
    const staged = await room.opens();
    const path = at(staged, '/facts');
    const read = await room.get('coordinator', at(staged));
    const fact = {
      fact: { kind: 'family', parentsInSweden: false },
      appliesTo: 'person',
      validFrom: today,
      source: 'samtal',
    };
    const tell = (tag: string) =>
      room.postWith('coordinator', path, fact, { 'if-match': tag, 'idempotency-key': randomUUID() });
    expect((await tell(read.headers.etag ?? '')).status).toBe(200);
    const stale = await tell(read.headers.etag ?? '');
    expect([stale.status, stale.body.type]).toEqual([412, '/problems/stale-revision']);
    expect((await tell('*')).status).toBe(200);
  });

  it('answers 304 to a reader who has this version already', async () => {
    const staged = await room.opens();
    const read = await room.get('coordinator', at(staged));
    const again = await room.getWith('coordinator', at(staged), { 'if-none-match': read.headers.etag ?? '' });
    expect([again.status, again.text]).toEqual([304, '']);
  });

  it('takes several steps at one desk as one, or none of them', async () => {
    const staged = await room.opens();
    const desk = (...completions: object[]) =>
      room.post('caseworker-skatteverket', at(staged, '/completions'), { completions });
    const filed = { stepId: 'flyttningsanmalan', outcome: 'filed', on: today };
    const demanded = { stepId: 'personnummer', outcome: 'decisionDemanded', on: today };
    await serve(at(staged));
    const refused = await desk(filed, demanded);
    expect([refused.status, refused.body.stepId]).toEqual([409, 'personnummer']);
    expect((await staged.statusOf('flyttningsanmalan')).kind).toBe('open');
    const taken = await desk(filed);
    expect([taken.status, statusOf(taken.body, 'flyttningsanmalan')]).toMatchObject([200, { kind: 'done' }]);
  });

  it('reopens a step that was completed by mistake, with a reason that the timeline keeps', async () => {
    const staged = await room.opens();
    await serve(at(staged));
    const answer = await room.post('caseworker-migrationsverket', at(staged, '/steps/delgivning/reopening'), {
      reason: 'fel person',
    });
    expect([answer.status, statusOf(answer.body, 'delgivning')]).toMatchObject([200, { kind: 'open' }]);
    const timeline = await room.get('coordinator', at(staged, '/timeline'));
    const reopening = timeline.body.items.find((item: { kind: string }) => item.kind === 'reopening');
    expect(reopening).toMatchObject({
      actor: 'caseworker-migrationsverket',
      content: { reason: 'fel person' },
    });
  });

  it('re-plans the whole household when one of them tells that it has moved', async () => {
    const body = household({ members: [member(), member()] });
    const opened = await room.post('coordinator', '/api/v1/households', body);
    const [first, second] = opened.body.cases.map(
      ({ caseId }: { caseId: string }) => `/api/v1/cases/${caseId}`,
    );
    const moved = {
      fact: { kind: 'stay', kommun: '2281', dwelling: 'fixed' },
      appliesTo: 'household',
      validFrom: today,
      source: 'hyresavtal',
    };
    const answer = await room.post('coordinator', `${first}/facts`, moved);
    expect([answer.status, answer.body.kommun]).toEqual([200, '2281']);
    const replan = await room.stage.register
      .selectFrom('messages')
      .select(['case_id', 'state'])
      .where('kind', '=', 'replan')
      .execute();
    expect(second).toContain(replan[0]?.case_id);
  });

  it('withdraws a case; it is over, and a repeat still gets its answer', async () => {
    const staged = await room.opens();
    const key = randomUUID();
    const withdraw = () =>
      room.post('coordinator', at(staged, '/withdrawal'), { reason: 'flyttat', on: today }, key);
    const answer = await withdraw();
    expect([answer.status, statusOf(answer.body, 'delgivning')]).toMatchObject([200, { kind: 'cancelled' }]);
    await staged.untilClosed();
    const again = await withdraw();
    expect([again.status, again.body]).toEqual([200, answer.body]);
    const late = await serve(at(staged));
    expect([late.status, late.body.type]).toEqual([410, '/problems/case-closed']);
  });

  it('goes on from the register when the engine has lost the case', async () => {
    const staged = await room.opens();
    await serve(at(staged));
    await staged.handle.terminate('lost');
    const held = { outcome: 'held', on: today };
    const answer = await room.post(
      'caseworker-arbetsformedlingen',
      at(staged, '/steps/etableringssamtal/completion'),
      held,
    );
    expect([answer.status, statusOf(answer.body, 'etableringssamtal')]).toMatchObject([
      200,
      { kind: 'done' },
    ]);
    expect(await staged.told('engineReset')).toHaveLength(1);
    expect(statusOf(answer.body, 'delgivning')).toMatchObject({ kind: 'done' });
  });

  it('accepts a message while no worker is there, and the same key tells the outcome later', async () => {
    const staged = await room.opens();
    await room.stage.stopsWorkers();
    const key = randomUUID();
    const waiting = await serve(at(staged), key, room.impatient);
    expect([waiting.status, waiting.body.state]).toEqual([202, 'received']);
    expect(waiting.headers.location).toBe(at(staged));
    await room.stage.startsWorkers();
    const told = await serve(at(staged), key);
    expect([told.status, statusOf(told.body, 'delgivning')]).toMatchObject([200, { kind: 'done' }]);
    expect(await staged.told('completion')).toHaveLength(1);
  });

  it('names FL 12 § and the day when a decision is demanded before six months have gone', async () => {
    const staged = await room.opens();
    await serve(at(staged));
    const filed = { outcome: 'filed', on: today };
    await room.post('caseworker-skatteverket', at(staged, '/steps/flyttningsanmalan/completion'), filed);
    const demanded = { outcome: 'decisionDemanded', on: today };
    const answer = await room.post('coordinator', at(staged, '/steps/personnummer/completion'), demanded);
    expect(answer.status).toBe(422);
    expect(answer.body).toMatchObject({
      type: '/problems/not-allowed-now',
      rule: 'demandDecision',
      law: 'FL 12 §',
      detail: expect.stringContaining(addMonths(today, 6)),
    });
  });

  it('starts the workflow at intake and has nothing left to confirm', async () => {
    const staged = await room.opens();
    const messages = await room.stage.register
      .selectFrom('messages')
      .select(['kind', 'state'])
      .where('case_id', '=', staged.caseId)
      .execute();
    expect(messages).toEqual([{ kind: 'start', state: 'confirmed' }]);
  });

  it('takes a personnummer with a hyphen and keeps twelve digits', async () => {
    const staged = await room.opens();
    await serve(at(staged));
    const filed = { outcome: 'filed', on: today };
    await room.post('caseworker-skatteverket', at(staged, '/steps/flyttningsanmalan/completion'), filed);
    const registered = {
      outcome: 'registered',
      decidedOn: today,
      servedOn: today,
      personnummer: '19900101-2385',
      from: addDays(today, -1),
      kommun: '0484',
    };
    const answer = await room.post(
      'caseworker-skatteverket',
      at(staged, '/steps/personnummer/completion'),
      registered,
    );
    expect([answer.status, answer.body.milestone]).toEqual([200, 'folkbokford']);
    expect(JSON.stringify(answer.body)).not.toContain('2385');
    expect(await staged.answers('personnummer')).toMatchObject([
      { fields: { personnummer: '199001012385' } },
    ]);
  });
});
