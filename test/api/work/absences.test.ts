import { randomUUID } from 'node:crypto';
import { addDays } from '../../../domain/law/calendar';
import { moveWork } from '../../../register/absences/move-work';
import { createDatabase, type Register } from '../../../register/database';
import { createTestDatabase, type TestDatabase } from '../../support/databases';
import { type Desk, openDesk } from '../support/desk';
import { household, today } from '../support/household';

const AWAY = 'caseworker-kommun';
const SUBSTITUTE = 'caseworker-kommun-2';
const ABSENCES = '/api/v1/absences';

describe('being away', () => {
  let database: TestDatabase;
  let register: Register;
  let desk: Desk;

  beforeAll(async () => {
    database = await createTestDatabase();
    register = createDatabase(database.url);
    desk = await openDesk({ register });
    const people = [AWAY, SUBSTITUTE, 'caseworker-kommun-sundsvall', 'caseworker-skatteverket', 'manager'];
    for (const who of people) await desk.get(who, '/api/v1/colleagues');
  });
  afterAll(async () => {
    await desk.close();
    await register.destroy();
    await database.drop();
  });
  afterEach(async () => {
    const { items } = (await desk.get('manager', ABSENCES)).body;
    for (const { absenceId } of items) await desk.remove('manager', `${ABSENCES}/${absenceId}`);
    await moveWork(register, new Date());
  });

  const days = (from: number, to: number) => ({ from: addDays(today, from), to: addDays(today, to) });
  const isAway = (from: number, to: number, more: object = {}, who = AWAY, key = randomUUID()) =>
    desk.post(who, ABSENCES, { substitute: SUBSTITUTE, ...days(from, to), ...more }, key);
  const opens = async (): Promise<string> =>
    (await desk.post('coordinator', '/api/v1/households', household())).body.cases[0].caseId;
  const give = (caseId: string, assignee: string, who = 'manager') =>
    desk.post(who, `/api/v1/cases/${caseId}/steps/sfi/assignment`, { assignee, reason: 'fördelning' });
  const sfiOf = async (caseId: string) => {
    const { steps } = (await desk.get(AWAY, `/api/v1/cases/${caseId}`)).body;
    return (steps as { stepId: string }[]).find(({ stepId }) => stepId === 'sfi');
  };

  it('from today: work goes to the substitute, who sees on whose behalf, and comes back when it ends', async () => {
    const caseId = await opens();
    await give(caseId, AWAY);
    const answer = await isAway(0, 3);
    expect([answer.status, answer.body.state]).toEqual([201, 'underWay']);
    await moveWork(register, new Date());
    expect(await sfiOf(caseId)).toMatchObject({ assignee: SUBSTITUTE, onBehalfOf: AWAY });
    const { items } = (await desk.get(SUBSTITUTE, '/api/v1/worklist?assignee=me')).body;
    expect(items).toMatchObject([{ caseId, stepId: 'sfi', onBehalfOf: AWAY }]);
    const ended = await desk.remove(AWAY, `${ABSENCES}/${answer.body.absenceId}`);
    expect([ended.status, ended.body.state, ended.body.endedBy]).toEqual([200, 'over', AWAY]);
    await moveWork(register, new Date());
    const back = await sfiOf(caseId);
    expect(back).toMatchObject({ assignee: AWAY });
    expect(back).not.toHaveProperty('onBehalfOf');
  });

  it('says so when a step that is given to the one away goes to the substitute', async () => {
    const caseId = await opens();
    const { body: absence } = await isAway(0, 1);
    expect((await give(caseId, AWAY)).body).toMatchObject({
      assignee: SUBSTITUTE,
      onBehalfOf: AWAY,
      absenceId: absence.absenceId,
    });
    const { items } = (await desk.get(SUBSTITUTE, '/api/v1/inbox')).body;
    expect(items[0]).toMatchObject({ kind: 'assigned', caseId, content: { onBehalfOf: AWAY } });
  });

  it('is entered once under one key, and told to the substitute', async () => {
    const key = randomUUID();
    const first = await isAway(5, 9, {}, AWAY, key);
    const again = await isAway(5, 9, {}, AWAY, key);
    expect([again.status, again.body]).toEqual([201, first.body]);
    const { items } = (await desk.get(SUBSTITUTE, '/api/v1/inbox')).body;
    expect(items[0]).toMatchObject({ kind: 'absence', content: { what: 'entered', ...days(5, 9) } });
  });

  it('is entered for a colleague by a manager, and listed to whom it concerns', async () => {
    const { body } = await isAway(5, 9, { subject: AWAY }, 'manager');
    expect(body).toMatchObject({ subject: AWAY, createdBy: 'manager', state: 'coming' });
    const seenBy = async (who: string) =>
      (await desk.get(who, ABSENCES)).body.items.map((item: { absenceId: string }) => item.absenceId);
    for (const who of [AWAY, SUBSTITUTE, 'manager']) expect(await seenBy(who)).toEqual([body.absenceId]);
    expect(await seenBy('caseworker-skatteverket')).toEqual([]);
    await desk.remove('manager', `${ABSENCES}/${body.absenceId}`);
    expect(await seenBy(AWAY)).toEqual([]);
    const over = (await desk.get(AWAY, `${ABSENCES}?over=true&limit=200`)).body.items;
    expect(over).toContainEqual(expect.objectContaining({ absenceId: body.absenceId, state: 'over' }));
  });

  it.each<[string, string, object, number, object]>([
    ['a day that has gone', AWAY, days(-1, 3), 422, { rule: 'notInThePast' }],
    ['a last day before the first', AWAY, days(3, 2), 400, { invalidParameters: [{ name: 'to' }] }],
    ['oneself as substitute', AWAY, { substitute: AWAY }, 422, { type: '/problems/unknown-colleague' }],
    [
      'a substitute of another agency',
      AWAY,
      { substitute: 'caseworker-skatteverket' },
      422,
      { type: '/problems/unknown-colleague' },
    ],
    [
      'a substitute with other residents',
      AWAY,
      { substitute: 'caseworker-kommun-sundsvall' },
      422,
      { type: '/problems/unknown-colleague' },
    ],
    ['the absence of a colleague', AWAY, { subject: SUBSTITUTE }, 403, { type: '/problems/not-allowed' }],
    ['nobody, by a manager', 'manager', {}, 400, { invalidParameters: [{ name: 'subject' }] }],
    ['a manager', 'manager', { subject: 'manager' }, 422, { type: '/problems/unknown-colleague' }],
  ])('refuses %s', async (_, who, more, status, problem) => {
    const answer = await isAway(1, 2, more, who);
    expect(answer.status).toBe(status);
    expect(answer.body).toMatchObject(problem);
    expect((await desk.get('manager', ABSENCES)).body.items).toEqual([]);
  });

  it('refuses two at once of one person, naming the days', async () => {
    await isAway(5, 9);
    const answer = await isAway(9, 12);
    expect([answer.status, answer.body]).toMatchObject([
      409,
      { type: '/problems/absence-overlaps', days: days(5, 9) },
    ]);
    expect((await isAway(10, 12)).status).toBe(201);
  });

  it('refuses chains in either order, naming the days', async () => {
    await isAway(5, 9);
    const substituteAway = await isAway(7, 7, { substitute: AWAY }, SUBSTITUTE);
    expect([substituteAway.status, substituteAway.body]).toMatchObject([
      422,
      { type: '/problems/absence-not-possible', rule: 'noChains', days: days(5, 9) },
    ]);
    expect((await isAway(10, 12, { substitute: AWAY }, SUBSTITUTE)).status).toBe(201);
    const standIn = await isAway(12, 14);
    expect(standIn.body).toMatchObject({ status: 422, rule: 'noChains', days: days(10, 12) });
  });

  it('lets one of two win who would stand in for each other at once', async () => {
    const answers = await Promise.all([isAway(5, 9), isAway(5, 9, { substitute: AWAY }, SUBSTITUTE)]);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201, 422]));
  });

  it('is ended by whoever is away or a manager, not by the substitute, and is unknown to others', async () => {
    const { body } = await isAway(5, 9);
    const path = `${ABSENCES}/${body.absenceId}`;
    expect((await desk.remove(SUBSTITUTE, path)).status).toBe(403);
    expect((await desk.remove('caseworker-kommun-sundsvall', path)).status).toBe(404);
    const ended = await desk.remove(AWAY, path);
    const again = await desk.remove('manager', path);
    expect([again.status, again.body]).toEqual([200, ended.body]);
  });
});
