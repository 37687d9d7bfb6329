import { randomUUID } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import request from 'supertest';
import { pino } from 'pino';
import { makeBell } from '../../worker/bell';
import { startRelay } from '../../worker/relay';
import type { StagedCase } from '../support/staged-case';
import { WEBHOOK_SECRETS } from './support/desk';
import { today } from './support/household';
import { at, openRoom, type Room } from './support/room';

type Agency = keyof typeof WEBHOOK_SECRETS;
type Sending = { readonly id?: string; readonly at?: Date; readonly secret?: string };

describe('what an agency’s system tells', () => {
  let room: Room;
  let relay: ReturnType<typeof startRelay>;
  /** Delgivning and flyttningsanmalan are done; the application lies at Skatteverket. */
  let staged: StagedCase;

  beforeAll(async () => {
    room = await openRoom();
    const { register, client } = room.stage;
    const bell = makeBell();
    relay = startRelay(
      register,
      client,
      { ...bell, rungWithin: () => bell.rungWithin(50) },
      pino({ level: 'silent' }),
    );
    staged = await applied();
  });

  afterAll(async () => {
    await relay.stop();
    await room.close();
  });

  async function applied(): Promise<StagedCase> {
    const opened = await room.opens();
    const served = { outcome: 'served', on: today, howServed: 'möte' };
    await room.post('caseworker-migrationsverket', at(opened, '/steps/delgivning/completion'), served);
    const filed = { outcome: 'filed', on: today };
    await room.post('caseworker-skatteverket', at(opened, '/steps/flyttningsanmalan/completion'), filed);
    await opened.untilHandOver('personnummer', 'filed');
    return opened;
  }

  async function send(
    agency: string,
    notice: unknown,
    { id = randomUUID(), at: when = new Date(), secret }: Sending = {},
  ) {
    const body = typeof notice === 'string' ? notice : JSON.stringify(notice);
    const signature = new Webhook(secret ?? WEBHOOK_SECRETS[agency as Agency]).sign(id, when, body);
    return request(room.app)
      .post(`/api/v1/webhooks/${agency}`)
      .set({
        'content-type': 'application/json; charset=utf-8',
        'webhook-id': id,
        'webhook-timestamp': String(Math.floor(when.getTime() / 1000)),
        'webhook-signature': signature,
      })
      .send(body);
  }

  const registered = (reference: string, changes: object = {}) => ({
    handelseId: randomUUID(),
    handelse: 'BESLUT_REGISTRERAD',
    avsandarreferens: reference,
    arendenummer: '2027-104211',
    handelsedatum: today,
    beslut: {
      beslutsdatum: today,
      delgivenDatum: today,
      personnummer: '199001012385',
      kommunkod: '0484',
      folkbokfordFran: today,
    },
    ...changes,
  });
  const stored = async (messageId: string) =>
    room.stage.register
      .selectFrom('messages')
      .selectAll()
      .where('id', '=', messageId as never)
      .executeTakeFirstOrThrow();

  it('is stored, answered at once, and reaches the case by itself', async () => {
    const opened = await applied();
    const answer = await send('skatteverket', registered(`${opened.caseId}/personnummer/1`));
    expect([answer.status, Object.keys(answer.body)]).toEqual([202, ['messageId']]);
    await opened.untilStatus('personnummer', 'done');
    const fields = { personnummer: '199001012385', kommun: '0484', from: today };
    expect(await opened.answers('personnummer')).toMatchObject([{ outcome: 'registered', fields }]);
    expect((await opened.told('report'))[0]).toMatchObject({ actor: 'webhook:skatteverket' });
  });

  it('counts once when it is delivered twice, and is refused with another body under the same id', async () => {
    const notice = {
      ...registered(`${staged.caseId}/personnummer/1`),
      handelse: 'KOMPLETTERING_BEGARD',
      komplettering: { begardDatum: today, svarSenast: today, avser: ['pass'] },
    };
    const id = randomUUID();
    expect((await send('skatteverket', notice, { id })).status).toBe(202);
    expect((await send('skatteverket', notice, { id, at: new Date(Date.now() + 1000) })).status).toBe(202);
    const other = await send('skatteverket', { ...notice, arendenummer: '2027-1' }, { id });
    expect([other.status, other.body.type]).toEqual([409, '/problems/idempotency-key-reused']);
    await staged.untilTold('report');
    expect(await staged.answers('personnummer')).toHaveLength(1);
  });

  it('needs a signature with the agency’s own secret, made within five minutes', async () => {
    const notice = registered(`${staged.caseId}/personnummer/1`);
    const forged = await send('skatteverket', notice, { secret: WEBHOOK_SECRETS.kommun });
    expect([forged.status, forged.body.type]).toEqual([401, '/problems/bad-signature']);
    const old = await send('skatteverket', notice, { at: new Date(Date.now() - 6 * 60_000) });
    expect(old.status).toBe(401);
    const bare = await request(room.app).post('/api/v1/webhooks/skatteverket').send(notice);
    expect(bare.status).toBe(400);
  });

  it('is not taken for a case that is not there, from an agency that sends none, or without our reference', async () => {
    expect((await send('skatteverket', registered(`${randomUUID()}/personnummer/1`))).status).toBe(404);
    expect((await send('migrationsverket', {}, { secret: WEBHOOK_SECRETS.kommun })).status).toBe(404);
    expect((await send('skatteverket', registered('2027-104211'))).status).toBe(400);
    expect((await send('skatteverket', 'no json')).status).toBe(400);
  });

  it.each<[string, Agency, (reference: string) => object]>([
    ['a word that nobody knows', 'skatteverket', (to) => registered(to, { handelse: 'AVSKRIVEN' })],
    [
      'a decision without its days',
      'skatteverket',
      (to) => registered(to, { beslut: { personnummer: '1' } }),
    ],
    ['an unheard-of status', 'kommun', (to) => ({ filing: to, outcome: 'vilande', on: today })],
    [
      'a word about another agency’s step',
      'kommun',
      (to) => ({ filing: to.replace('sfi', 'delgivning'), outcome: 'received', on: today }),
    ],
  ])(
    'is stored without an outcome when it holds %s, so that a person looks at it',
    async (_, agency, notice) => {
      const step = agency === 'kommun' ? 'sfi' : 'personnummer';
      const answer = await send(agency, notice(`${staged.caseId}/${step}/1`));
      expect(answer.status).toBe(202);
      const { body, message } = await stored(answer.body.messageId);
      expect(message?.items[0]?.outcome).toBeUndefined();
      expect(body).toMatchObject({ items: [{ unreadable: expect.anything() }] });
      expect(JSON.stringify(message)).not.toContain('unreadable');
    },
  );

  it('arrives also with characters that the register cannot keep: they are replaced', async () => {
    const notice = {
      filing: `${staged.caseId}/sfi/1`,
      outcome: 'notReceived',
      on: today,
      servedOn: today,
      fields: { why: 'kan\u0000 svenska \ud83d' },
    };
    const answer = await send('kommun', notice);
    expect(answer.status).toBe(202);
    expect((await stored(answer.body.messageId)).body).toMatchObject({
      items: [{ outcome: 'notReceived', fields: { why: 'kan\ufffd svenska \ufffd' } }],
    });
    const unknown = await send('kommun', { filing: notice.filing, 'out\u0000come': 'vilande' });
    expect(unknown.status).toBe(202);
  });

  it('is read as it is from an agency that speaks the open protocol', async () => {
    const filing = `${staged.caseId}/sfi/1`;
    const item = async (notice: object) => {
      const answer = await send('kommun', { id: randomUUID(), filing, on: today, ...notice });
      return (await stored(answer.body.messageId)).message?.items[0];
    };
    const place = { stepId: 'sfi', filing: 1, on: today };
    expect(await item({ outcome: 'received' })).toEqual({ ...place, outcome: 'received' });
    expect(await item({ outcome: 'started', fields: { course: 'sfi B' } })).toEqual({
      ...place,
      outcome: 'started',
    });
    const notReceived = { outcome: 'notReceived', servedOn: today, fields: { why: 'kan svenska' } };
    expect(await item(notReceived)).toEqual({
      ...place,
      outcome: 'notReceived',
      servedOn: today,
    });
  });

  it('is translated for the occurrence of a step that comes back', async () => {
    const filing = `${staged.caseId}/etableringsersattning:2027-05/2`;
    const denial = { outcome: 'denied', on: today, servedOn: today, fields: { grounds: 'frånvaro' } };
    const answer = await send('forsakringskassan', { filing, ...denial });
    expect(answer.status).toBe(202);
    expect((await stored(answer.body.messageId)).message?.items).toEqual([
      { stepId: 'etableringsersattning:2027-05', filing: 2, outcome: 'denied', on: today, servedOn: today },
    ]);
  });

  it('is taken with 202 also for a case that is closed: late, and without effect', async () => {
    const opened = await applied();
    await room.post('coordinator', at(opened, '/withdrawal'), { reason: 'flyttat', on: today });
    await opened.untilClosed();
    const answer = await send('skatteverket', registered(`${opened.caseId}/personnummer/1`));
    expect(answer.status).toBe(202);
    await opened.untilTold('late');
    expect((await stored(answer.body.messageId)).state).toBe('refused');
    expect(await opened.answers('personnummer')).toEqual([]);
  });
});
