import { randomUUID } from 'node:crypto';
import type { CaseId, KommunCode, MessageId } from '../../domain/model/ids';
import type { PlainDate } from '../../domain/model/plain-date';
import { createDatabase, type Register } from '../../register/database';
import { insertIdentifier } from '../../register/identifiers';
import type { StoredRefusal } from '../../register/schema';
import { createTestDatabase, type TestDatabase } from '../support/databases';
import { type Desk, openDesk } from './support/desk';
import { household, member, today } from './support/household';

/** The engine is away: a 202 says that the register had nothing against the message, and what it tells is its own. */
describe('what the API tells by the register alone', () => {
  let database: TestDatabase;
  let register: Register;
  let desk: Desk;
  let caseId: CaseId;
  let sibling: CaseId;

  beforeAll(async () => {
    database = await createTestDatabase();
    register = createDatabase(database.url);
    desk = await openDesk({ register });
  });

  beforeEach(async () => {
    const opened = await desk.post(
      'coordinator',
      '/api/v1/households',
      household({ members: [member(), member()] }),
    );
    [caseId, sibling] = opened.body.cases.map((one: { caseId: CaseId }) => one.caseId);
  });

  afterAll(async () => {
    await desk.close();
    await register.destroy();
    await database.drop();
  });

  const held = { outcome: 'held', on: today };
  const holdMeeting = (key: string, body: object = held) =>
    desk.post('caseworker-kommun', `/api/v1/cases/${caseId}/steps/kommunmote/completion`, body, key);
  const moveTo = async (kommun: string) =>
    register
      .updateTable('cases')
      .set({ kommun: kommun as KommunCode })
      .where('id', '=', caseId)
      .execute();
  const settle = async (messageId: string, refusal: StoredRefusal | null) =>
    register
      .updateTable('messages')
      .set({ state: refusal ? 'refused' : 'confirmed', refusal: refusal && JSON.stringify(refusal) })
      .where('id', '=', messageId as MessageId)
      .execute();

  it('shows a case by an old key only to those who may still see it', async () => {
    const key = randomUUID();
    const { body: accepted } = await holdMeeting(key);
    await settle(accepted.messageId, null);
    const answered = await holdMeeting(key);
    expect([answered.status, answered.body.caseId]).toEqual([200, caseId]);
    await moveTo('2281');
    const moved = await holdMeeting(key);
    expect([moved.status, moved.body.type]).toEqual([404, '/problems/not-found']);
    expect((await holdMeeting(key, { ...held, note: 'annat' })).status).toBe(404);
    await moveTo('0484');
    expect((await holdMeeting(key)).body).toEqual(answered.body);
  });

  it.each<[string, StoredRefusal, number, object]>([
    [
      'that the step is being answered',
      { code: 'beingAnswered', stepId: 'kommunmote' },
      409,
      { type: '/problems/being-answered', stepId: 'kommunmote' },
    ],
    [
      'that it was not allowed',
      { code: 'notAllowedNow', stepId: 'kommunmote' },
      422,
      { type: '/problems/not-allowed-now', rule: 'kommunmote.held' },
    ],
    ['that the case had changed', { code: 'staleRevision' }, 412, { type: '/problems/stale-revision' }],
  ])('tells who repeats what was refused behind their back %s', async (_, refusal, status, problem) => {
    const key = randomUUID();
    const { body: accepted } = await holdMeeting(key);
    await settle(accepted.messageId, refusal);
    const told = await holdMeeting(key);
    expect([told.status, told.type]).toEqual([status, 'application/problem+json']);
    expect(told.body).toMatchObject(problem);
    expect((await holdMeeting(key)).body).toEqual(told.body);
  });

  describe('of a personnummer', () => {
    const PERSONNUMMER = '199001012385';
    const registered = {
      outcome: 'registered',
      decidedOn: today,
      personnummer: '19900101-2385',
      from: today,
      kommun: '0484',
    };
    const tellOf = (rest: string, body: object) =>
      desk.post('caseworker-skatteverket', `/api/v1/cases/${caseId}/${rest}`, body);
    const give = async (to: CaseId) => {
      const { person_id: personId } = await register
        .selectFrom('cases')
        .select('person_id')
        .where('id', '=', to)
        .executeTakeFirstOrThrow();
      const messageId = randomUUID() as MessageId;
      await insertIdentifier(register, personId, 'personnummer', PERSONNUMMER, today as PlainDate, messageId);
    };

    afterEach(async () => {
      await register.deleteFrom('identifiers').where('type', '=', 'personnummer').execute();
    });

    it.each<[string, string, object]>([
      ['alone', 'steps/personnummer/completion', registered],
      ['at a desk', 'completions', { completions: [{ stepId: 'personnummer', ...registered }] }],
    ])('that somebody else holds it, when told %s', async (_, rest, body) => {
      await give(sibling);
      const answer = await tellOf(rest, body);
      expect([answer.status, answer.body.type]).toEqual([409, '/problems/identifier-in-use']);
      expect(answer.body).toMatchObject({
        stepId: 'personnummer',
        invalidParameters: [{ name: 'personnummer' }],
      });
      expect(answer.text).not.toContain('2385');
    });

    it('nothing, when it is free, given up, or the person’s own', async () => {
      const tell = async () => (await tellOf('steps/personnummer/completion', registered)).status;
      expect(await tell()).toBe(202);
      await give(caseId);
      expect(await tell()).toBe(202);
      await give(sibling);
      await register.updateTable('identifiers').set({ valid_to: today }).execute();
      expect(await tell()).toBe(202);
    });
  });
});
