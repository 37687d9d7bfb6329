import { createDatabase, type Register } from '../../../register/database';
import { createTestDatabase, type TestDatabase } from '../../support/databases';
import { type Desk, openDesk } from '../support/desk';
import { household, today } from '../support/household';

const KOMMUN = 'caseworker-kommun';
/** Larger than any `bigint`. */
const HUGE = '9'.repeat(19);

describe('what nobody can mean about work', () => {
  let database: TestDatabase;
  let register: Register;
  let desk: Desk;
  let address: string;

  beforeAll(async () => {
    database = await createTestDatabase();
    register = createDatabase(database.url);
    desk = await openDesk({ register });
    const opened = await desk.post('coordinator', '/api/v1/households', household());
    address = `/api/v1/cases/${opened.body.cases[0].caseId}`;
  });
  afterAll(async () => {
    await desk.close();
    await register.destroy();
    await database.drop();
  });

  it.each<[string, string, object, string]>([
    ['a colleague', 'steps/sfi/assignment', { assignee: 'a\0b' }, 'assignee'],
    ['no name', 'steps/sfi/assignment', { assignee: '' }, 'assignee'],
    ['a mention', 'notes', { text: 'x', mentions: ['a\0b'] }, 'mentions.0'],
    ['a step of a note', 'notes', { text: 'x', stepId: 'a step' }, 'stepId'],
  ])('is refused by the name of its parameter: %s', async (_, path, body, name) => {
    const answer = await desk.post(KOMMUN, `${address}/${path}`, body);
    expect([answer.status, answer.body.invalidParameters?.[0]?.name]).toEqual([400, name]);
  });

  it.each<[string, object]>([
    ['steps/%00/follow-up', { on: today }],
    ['steps/no-such-step/follow-up', { on: today }],
    ['steps/handlingsplan:2199-01/follow-up', { on: today }],
    ['notes', { text: 'x', stepId: 'noSuchStep' }],
  ])('is not there: %s %j', async (path, body) => {
    const answer = await desk.post(KOMMUN, `${address}/${path}`, body);
    expect(answer.body).toMatchObject({ status: 404, detail: 'There is no such step.' });
  });

  it('is refused as a place in an inbox or a timeline', async () => {
    expect((await desk.post(KOMMUN, '/api/v1/inbox/reading', { upTo: HUGE })).status).toBe(400);
    const cursor = Buffer.from(JSON.stringify([HUGE])).toString('base64url');
    for (const list of ['/api/v1/inbox', `${address}/timeline`]) {
      expect((await desk.get(KOMMUN, `${list}?cursor=${cursor}`)).status).toBe(400);
    }
  });
});

describe('colleagues', () => {
  let database: TestDatabase;
  let register: Register;
  let desk: Desk;

  beforeAll(async () => {
    database = await createTestDatabase();
    register = createDatabase(database.url);
    desk = await openDesk({ register });
    const people = [KOMMUN, 'caseworker-kommun-2', 'caseworker-skatteverket', 'manager'];
    for (const who of people) await desk.get(who, '/api/v1/colleagues');
  });
  afterAll(async () => {
    await desk.close();
    await register.destroy();
    await database.drop();
  });

  const list = async (who: string, query = '') => (await desk.get(who, `/api/v1/colleagues?${query}`)).body;
  const subjects = async (who: string, query?: string) =>
    (await list(who, query)).items.map(({ subject }: { subject: string }) => subject);

  it('are listed page by page', async () => {
    const first = await list('manager', 'limit=3');
    expect(first.items).toHaveLength(3);
    expect(await subjects('manager', `limit=3&cursor=${first.nextCursor}`)).toEqual(['manager']);
  });

  it('of another agency are not listed to a caseworker', async () => {
    expect(await subjects(KOMMUN)).toEqual([KOMMUN, 'caseworker-kommun-2']);
    expect(await subjects(KOMMUN, 'agency=skatteverket')).toEqual([]);
    expect(await subjects('manager', 'agency=skatteverket')).toEqual(['caseworker-skatteverket']);
  });

  it('mark what they have read once for a key', async () => {
    const read = (upTo: string) => desk.post(KOMMUN, '/api/v1/inbox/reading', { upTo }, 'the-same');
    const first = await read('1');
    expect(first.body).toEqual({ marked: 0 });
    expect((await read('1')).body).toEqual(first.body);
    expect((await read('2')).body.type).toBe('/problems/idempotency-key-reused');
  });
});
