import request from 'supertest';
import { createDatabase, type Register } from '../../../register/database';
import { createTestDatabase, type TestDatabase } from '../../support/databases';
import { type Desk, openDesk } from '../support/desk';
import { sharedSignIn } from '../support/sign-in';

const PATH = '/api/v1/subscriptions';
const PERSONNUMMER = {
  kind: 'waiting',
  moreThan: 20,
  kommun: '0484',
  step: 'personnummer',
  longerThanDays: 30,
};
const WEBHOOK = { kind: 'webhook', url: 'https://receiver.example.se/in' };

describe('subscriptions over the API', () => {
  let database: TestDatabase;
  let register: Register;
  const signIn = sharedSignIn();
  let desk: Desk;

  beforeAll(async () => {
    database = await createTestDatabase();
    register = createDatabase(database.url);
    desk = await openDesk({ register });
  });
  afterAll(async () => {
    await desk.close();
    await register.destroy();
    await database.drop();
  });

  const body = (changes: object = {}) => ({
    name: 'Personnummer',
    condition: PERSONNUMMER,
    deliver: [{ kind: 'inbox' }],
    ...changes,
  });
  const listOf = async (who: string) =>
    (await desk.get(who, PATH)).body.items as { subscriptionId: string; name: string }[];
  async function remove(who: string, id: string) {
    return request(desk.app)
      .delete(`${PATH}/${id}`)
      .set({ authorization: `Bearer ${await signIn.tokenOf(who)}` });
  }

  it('are made once for a key, listed for their owner alone, and ended', async () => {
    const first = await desk.post('manager', PATH, body(), 'one');
    expect(first.status).toBe(201);
    expect(first.body).toMatchObject({
      state: 'under',
      cases: null,
      condition: PERSONNUMMER,
      undelivered: [],
    });
    const again = await desk.post('manager', PATH, body(), 'one');
    expect(again.body).toEqual(first.body);
    expect((await desk.post('manager', PATH, body({ name: 'annat' }), 'one')).status).toBe(409);
    expect(await listOf('manager')).toEqual([first.body]);
    expect(await listOf('coordinator')).toEqual([]);
    const { subscriptionId } = first.body;
    expect((await remove('coordinator', subscriptionId)).status).toBe(404);
    expect((await remove('manager', subscriptionId)).body).toEqual({ removed: true });
    expect((await remove('manager', subscriptionId)).status).toBe(404);
    expect(await listOf('manager')).toEqual([]);
  });

  it('show the secret of a webhook once, and keep it in no answer', async () => {
    const made = await desk.post('manager', PATH, body({ deliver: [WEBHOOK] }), 'secret');
    expect(made.body.webhookSecret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    const { webhookSecret, ...rest } = made.body;
    expect((await desk.post('manager', PATH, body({ deliver: [WEBHOOK] }), 'secret')).body).toEqual(rest);
    const messages = await register.selectFrom('messages').select(['body', 'response']).execute();
    expect(JSON.stringify(messages)).not.toContain(webhookSecret);
    expect(JSON.stringify(await listOf('manager'))).not.toContain('whsec_');
  });

  it.each([
    ['condition.moreThan', body({ condition: { ...PERSONNUMMER, moreThan: -1 } })],
    ['condition.kind', body({ condition: { kind: 'everything', moreThan: 1 } })],
    ['condition.kommun', body({ condition: { ...PERSONNUMMER, kommun: '9999' } })],
    ['condition.step', body({ condition: { ...PERSONNUMMER, step: 'unknownStep' } })],
    ['condition.agency', body({ condition: { ...PERSONNUMMER, agency: 'uhr' } })],
    ['condition.reason', body({ condition: { kind: 'stuck', moreThan: 1, reason: 'technical' } })],
    ['deliver', body({ deliver: [] })],
    ['deliver', body({ deliver: [{ kind: 'inbox' }, { kind: 'inbox' }] })],
    ['deliver.0.url', body({ deliver: [{ kind: 'webhook', url: 'http://receiver.example.se/in' }] })],
    ['deliver.0.url', body({ deliver: [{ kind: 'webhook', url: 'https://169.254.169.254/latest' }] })],
    ['deliver.0.url', body({ deliver: [{ kind: 'webhook', url: 'https://localhost/in' }] })],
    ['name', body({ name: '' })],
    ['colour', body({ colour: 'red' })],
  ])('are refused with a wrong %s', async (name, wrong) => {
    const answer = await desk.post('manager', PATH, wrong);
    expect([answer.status, answer.body.invalidParameters?.[0]?.name]).toEqual([400, name]);
  });

  it('are refused by e-mail where there is no mail server', async () => {
    const answer = await desk.post('manager', PATH, body({ deliver: [{ kind: 'email' }] }));
    expect(answer.body).toMatchObject({ status: 422, type: '/problems/not-deliverable' });
    expect(answer.body.detail).toContain('SMTP_URL');
  });

  it.each([
    ['caseworker-kommun', 403, PERSONNUMMER],
    ['caseworker-kommun', 403, { kind: 'waiting', moreThan: 1, agency: 'skatteverket' }],
    ['caseworker-kommun', 403, { kind: 'waiting', moreThan: 1, step: 'sfi', kommun: '2281' }],
    ['caseworker-kommun', 403, { kind: 'technical', moreThan: 1 }],
    ['caseworker-kommun', 201, { kind: 'waiting', moreThan: 1, step: 'sfi', kommun: '0484' }],
    ['caseworker-skatteverket', 201, PERSONNUMMER],
    ['coordinator', 201, { kind: 'technical', moreThan: 0 }],
    ['operator', 403, PERSONNUMMER],
    ['system-kommun', 403, PERSONNUMMER],
  ])('of %s are answered %i for %j', async (who, status, condition) => {
    expect((await desk.post(who, PATH, body({ condition }))).status).toBe(status);
  });

  it('are at most fifty of one owner, also when asked for at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 52 }, async () =>
        desk.post('caseworker-region', PATH, body({ condition: { kind: 'waiting', moreThan: 1 } })),
      ),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(50);
    expect(answers.filter(({ body: { type } }) => type === '/problems/too-many')).toHaveLength(2);
  });
});
