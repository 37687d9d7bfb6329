import { randomUUID } from 'node:crypto';
import { parseConfig } from '../../platform/config/config';
import { installedPlanner } from '../../register/assessment/planner';
import { createDatabase, type Register } from '../../register/database';
import { createTestDatabase, type TestDatabase } from '../support/databases';
import { intake } from '../support/intake';
import { type Desk, openDesk } from './support/desk';
import { household, member, newDossiernummer, staying } from './support/household';

/** Nothing here has an engine: a case is opened and reads whole all the same. */
describe('intake while the engine is away', () => {
  let database: TestDatabase;
  let register: Register;
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

  const open = (body: unknown, key?: string, identity = 'coordinator') =>
    desk.post(identity, '/api/v1/households', body, key);
  const count = async (table: 'cases' | 'persons' | 'households' | 'messages') => {
    const { n } = await register
      .selectFrom(table)
      .select((eb) => eb.fn.countAll<string>().as('n'))
      .executeTakeFirstOrThrow();
    return Number(n);
  };

  it('opens a case for each member, planned so that it reads whole at once', async () => {
    const answer = await open(
      household({ members: [member(), member({ role: 'child', relation: 'barn' })] }),
    );
    expect(answer.status).toBe(201);
    expect(answer.headers.location).toBe(`/api/v1/households/${answer.body.householdId}`);
    expect(answer.body.cases).toHaveLength(2);
    const read = await desk.get('coordinator', `/api/v1/cases/${answer.body.cases[0].caseId}`);
    expect(read.body).toMatchObject({ revision: 0, kommun: '0484', state: 'open', milestone: null });
    const delgivning = read.body.steps.find((step: { stepId: string }) => step.stepId === 'delgivning');
    expect(delgivning).toMatchObject({ status: { kind: 'open' }, allowedOutcomes: ['served', 'notServed'] });
  });

  it('plans as the installation answers its steps', async () => {
    const planner = installedPlanner(
      parseConfig({ STEP_ANSWERING: '{"sfi":{"answeredBy":"caseworker","handedOver":false}}' }),
    );
    const [caseId] = await intake(register, [[]], planner);
    const read = await desk.get('coordinator', `/api/v1/cases/${caseId}`);
    const sfi = read.body.steps.find((step: { stepId: string }) => step.stepId === 'sfi');
    expect(sfi.status).toMatchObject({ kind: 'open', waitingFor: 'caseworker' });
  });

  it('leaves the start of each workflow to the relay, and gives each case a key', async () => {
    const { body } = await open(household());
    const [{ caseId }] = body.cases;
    const start = await register.selectFrom('messages').selectAll().where('case_id', '=', caseId).execute();
    expect(start).toMatchObject([{ kind: 'start', via: 'start', state: 'received' }]);
    const key = await register.selectFrom('case_keys').select('key').where('case_id', '=', caseId).execute();
    expect(key[0]?.key).toHaveLength(32);
  });

  it('answers a repeat with the very same cases, and opens nothing', async () => {
    const [body, key] = [household(), randomUUID()];
    const first = await open(body, key);
    const cases = await count('cases');
    const again = await open(body, key);
    expect([again.status, again.body]).toEqual([201, first.body]);
    expect(await count('cases')).toBe(cases);
  });

  it('opens one household when the same request comes twice at the same moment', async () => {
    const [body, key] = [household(), randomUUID()];
    const cases = await count('cases');
    const answers = await Promise.all([open(body, key), open(body, key), open(body, key)]);
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(new Set(answers.map((answer) => answer.body.householdId)).size).toBe(1);
    expect(await count('cases')).toBe(cases + 1);
  });

  it('refuses the same key with another body', async () => {
    const key = randomUUID();
    await open(household(), key);
    const other = await open(household(), key);
    expect([other.status, other.body.type]).toEqual([409, '/problems/idempotency-key-reused']);
  });

  it('opens none when one member already has an open case, and says which', async () => {
    const held = member();
    await open(household({ members: [held] }));
    const before = [
      await count('cases'),
      await count('persons'),
      await count('households'),
      await count('messages'),
    ];
    const answer = await open(
      household({ members: [member(), member({ dossiernummer: held.dossiernummer })] }),
    );
    expect(answer.status).toBe(409);
    expect(answer.body).toMatchObject({
      type: '/problems/identifier-in-use',
      invalidParameters: [{ name: 'members.1.dossiernummer' }],
    });
    expect([
      await count('cases'),
      await count('persons'),
      await count('households'),
      await count('messages'),
    ]).toEqual(before);
    expect(JSON.stringify(answer.body)).not.toContain(held.dossiernummer);
  });

  it('opens one case when two households claim the same number at the same moment', async () => {
    const dossiernummer = newDossiernummer();
    const claim = () => open(household({ members: [member({ dossiernummer })] }));
    const statuses = (await Promise.all([claim(), claim()])).map(({ status }) => status);
    expect(statuses.sort((a, b) => a - b)).toEqual([201, 409]);
  });

  it('knows a person again whose earlier case is closed', async () => {
    const returning = member();
    const first = await open(household({ members: [returning] }));
    await register
      .updateTable('cases')
      .set({ state: 'closed' })
      .where('id', '=', first.body.cases[0].caseId)
      .execute();
    const second = await open(household({ members: [returning] }));
    expect(second.body.cases[0].personId).toBe(first.body.cases[0].personId);
    expect(second.body.cases[0].caseId).not.toBe(first.body.cases[0].caseId);
  });

  it('lets a person join a household that is there', async () => {
    const { body } = await open(household());
    const joining = {
      source: 'Folkbokföringen',
      householdId: body.householdId,
      member: member({ role: 'child' }),
    };
    const answer = await desk.post('coordinator', '/api/v1/cases', joining);
    expect([answer.status, answer.body.householdId]).toEqual([201, body.householdId]);
    const read = await desk.get('coordinator', `/api/v1/households/${body.householdId}`);
    expect(read.body.members.map((one: { role: string }) => one.role)).toEqual(['adult', 'child']);
    expect(read.body.members[1].kommun).toBe('0484');
  });

  it('asks for a household to join or the facts of a new one, not both', async () => {
    const both = { source: 'x', householdId: randomUUID(), facts: staying(), member: member() };
    expect((await desk.post('coordinator', '/api/v1/cases', both)).status).toBe(400);
    const unknown = { source: 'x', householdId: randomUUID(), member: member() };
    expect((await desk.post('coordinator', '/api/v1/cases', unknown)).status).toBe(404);
  });

  it.each([
    ['no members', household({ members: [] }), 'members'],
    [
      'a number of another form',
      household({ members: [member({ dossiernummer: '123' })] }),
      'members.0.dossiernummer',
    ],
    ['NUL in a name', household({ members: [member({ givenName: 'A\u0000' })] }), 'members.0.givenName'],
    ['half a character in a text', household({ source: 'Migrationsverket \ud83d' }), 'source'],
    ['nobody’s birthday', household({ members: [member({ facts: [] })] }), 'members.0.facts'],
    ['a field that is not known', household({ colour: 'blue' }), 'colour'],
    [
      'a day that does not exist',
      household({ facts: [{ ...staying()[0], validFrom: '2026-02-30' }] }),
      'facts.0.validFrom',
    ],
    [
      "a person's fact told of the household",
      household({ facts: [{ fact: { kind: 'language', lacksSwedish: true }, validFrom: '2026-01-01' }] }),
      'facts',
    ],
  ])('refuses an intake with %s, naming the parameter', async (_, body, name) => {
    const answer = await open(body);
    expect([answer.status, answer.type]).toEqual([400, 'application/problem+json']);
    expect(answer.body.invalidParameters.map((one: { name: string }) => one.name)).toContain(name);
  });

  it('refuses two members with one number', async () => {
    const twin = member();
    expect((await open(household({ members: [twin, twin] }))).status).toBe(400);
  });
});
