import { randomUUID } from 'node:crypto';
import { createDatabase, type Register } from '../../register/database';
import { createTestDatabase, type TestDatabase } from '../support/databases';
import { type Desk, openDesk } from './support/desk';
import { household, member, staying, today } from './support/household';
import { sharedSignIn } from './support/sign-in';

/** Who may know and do what. The engine is away: a 202 here says that access, schema and register had nothing against it. */
describe('access', () => {
  let database: TestDatabase;
  let register: Register;
  const signIn = sharedSignIn();
  let desk: Desk;
  /** A case in Eskilstuna, and that of a child, for whom Arbetsförmedlingen has no step. */
  let adult: string;
  let child: string;
  let householdId: string;

  beforeAll(async () => {
    database = await createTestDatabase();
    register = createDatabase(database.url);
    desk = await openDesk({ register });
    const young = member({ role: 'child' });
    const facts = young.facts.map((stated) =>
      stated.fact.kind === 'birth' ? { ...stated, fact: { kind: 'birth', bornOn: '2020-03-01' } } : stated,
    );
    const body = household({ members: [member(), { ...young, facts }] });
    const opened = await desk.post('coordinator', '/api/v1/households', body);
    householdId = opened.body.householdId;
    [adult, child] = opened.body.cases.map(({ caseId }: { caseId: string }) => caseId);
  });

  afterAll(async () => {
    await desk.close();
    await register.destroy();
    await database.drop();
  });

  const read = async (identity: string, caseId: string) =>
    (await desk.get(identity, `/api/v1/cases/${caseId}`)).status;

  it.each([
    ['coordinator', 200],
    ['manager', 200],
    ['caseworker-skatteverket', 200],
    ['system-skatteverket', 200],
    ['caseworker-kommun', 200],
    ['operator', 403],
  ])('%s reads a case: %i', async (identity, status) => {
    expect(await read(identity, adult)).toBe(status);
  });

  it('is not given to an agency that has no step for the person: the case is not there for it', async () => {
    expect(await read('caseworker-arbetsformedlingen', adult)).toBe(200);
    expect(await read('caseworker-arbetsformedlingen', child)).toBe(404);
    expect(await read('caseworker-arbetsformedlingen', randomUUID())).toBe(404);
  });

  it('knows a case by one spelling of its id, so that no second workflow is named after it', async () => {
    expect(await read('coordinator', adult.toUpperCase())).toBe(400);
  });

  it('is not given to another kommun, in reading, lists or household', async () => {
    const away = 'caseworker-kommun-sundsvall';
    expect(await read(away, adult)).toBe(404);
    expect((await desk.get(away, `/api/v1/cases/${adult}/timeline`)).status).toBe(404);
    expect((await desk.get(away, `/api/v1/households/${householdId}`)).status).toBe(404);
    expect((await desk.get(away, '/api/v1/cases')).body.items).toEqual([]);
    const told = { outcome: 'held', on: today };
    const write = await desk.post(away, `/api/v1/cases/${adult}/steps/kommunmote/completion`, told);
    expect(write.status).toBe(404);
  });

  it('shows an agency only those of a household whom it has a step for', async () => {
    const seen = await desk.get('caseworker-arbetsformedlingen', `/api/v1/households/${householdId}`);
    expect(seen.body.members.map(({ caseId }: { caseId: string }) => caseId)).toEqual([adult]);
  });

  const served = { outcome: 'served', on: today, howServed: 'möte' };
  const answered = { outcome: 'completionAnswered', on: today };

  it.each([
    ['caseworker-migrationsverket', 'delgivning', served, 202],
    ['system-migrationsverket', 'delgivning', served, 202],
    ['caseworker-skatteverket', 'delgivning', served, 403],
    ['coordinator', 'delgivning', served, 403],
    ['manager', 'delgivning', served, 403],
    ['operator', 'delgivning', served, 403],
    ['coordinator', 'personnummer', answered, 202],
    ['caseworker-skatteverket', 'personnummer', answered, 202],
    ['caseworker-migrationsverket', 'personnummer', answered, 403],
  ])('%s completes %s with what %o says: %#', async (identity, step, body, status) => {
    const answer = await desk.post(identity, `/api/v1/cases/${adult}/steps/${step}/completion`, body);
    expect(answer.status).toBe(status);
  });

  it('to a desk of several steps asks for each of them', async () => {
    const completions = [
      { stepId: 'flyttningsanmalan', outcome: 'filed', on: today },
      { stepId: 'delgivning', ...served },
    ];
    const path = `/api/v1/cases/${adult}/completions`;
    expect((await desk.post('caseworker-skatteverket', path, { completions })).status).toBe(403);
  });

  it.each([
    ['coordinator', 'withdrawal', { reason: 'x', on: today }, 202],
    ['caseworker-skatteverket', 'withdrawal', { reason: 'x', on: today }, 403],
    ['coordinator', 'steps/delgivning/reopening', { reason: 'x' }, 403],
    ['caseworker-migrationsverket', 'steps/delgivning/reopening', { reason: 'x' }, 202],
    ['caseworker-migrationsverket', 'steps/delgivning/resubmission', { reason: 'x' }, 202],
    ['caseworker-skatteverket', 'steps/delgivning/resubmission', { reason: 'x' }, 403],
  ])('%s posts %s: %#', async (identity, rest, body, status) => {
    expect((await desk.post(identity, `/api/v1/cases/${adult}/${rest}`, body)).status).toBe(status);
  });

  it('to intake is for systems and coordinators', async () => {
    const open = async (identity: string, body: object) =>
      (await desk.post(identity, '/api/v1/households', body)).status;
    expect(await open('system-migrationsverket', household())).toBe(201);
    expect(await open('caseworker-migrationsverket', household())).toBe(403);
    expect(await open('manager', household())).toBe(403);
  });

  it('of a kommun’s own coordinator ends at its border, also at intake', async () => {
    const claims = {
      sub: 'local',
      role: 'coordinator',
      area: ['2281'],
      exp: Math.floor(Date.now() / 1000) + 60,
    };
    const headers = {
      authorization: `Bearer ${await signIn.forge(claims)}`,
      'idempotency-key': randomUUID(),
    };
    const elsewhere = await desk.postWith('coordinator', '/api/v1/households', household(), headers);
    expect(elsewhere.status).toBe(403);
    const own = household({ facts: staying('2281') });
    expect((await desk.postWith('coordinator', '/api/v1/households', own, headers)).status).toBe(201);
  });

  it('leaves a row in the ledger for each reader and case, not one for each reload', async () => {
    await read('manager', child);
    await read('manager', child);
    const rows = await register
      .selectFrom('ledger')
      .select(['actor', 'kind'])
      .where('case_id', '=', child as never)
      .where('kind', '=', 'read')
      .where('actor', '=', 'manager')
      .execute();
    expect(rows).toHaveLength(1);
    await desk.get('manager', '/api/v1/cases?limit=1');
    const listed = await register.selectFrom('ledger').select('actor').where('kind', '=', 'listed').execute();
    expect(listed.map(({ actor }) => actor)).toContain('manager');
  });
});
