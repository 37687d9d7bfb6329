import type { CaseId } from '../../../domain/model/ids';
import { createDatabase, type Register } from '../../../register/database';
import { createTestDatabase, type TestDatabase } from '../../support/databases';
import { type Desk, openDesk } from '../support/desk';
import { household, member } from '../support/household';

/** Published by Skatteverket for tests. */
const NUMBERS = ['199105142385', '199105142393', '199203022380', '199203022398', '199312172381'] as const;

describe('a member of an intake who has a personnummer already', () => {
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

  const open = (...members: ReturnType<typeof member>[]) =>
    desk.post('coordinator', '/api/v1/households', household({ members }));
  const close = (caseId: CaseId) =>
    register.updateTable('cases').set({ state: 'closed' }).where('id', '=', caseId).execute();
  const numbersOf = async (personId: string) => {
    const rows = await register
      .selectFrom('identifiers')
      .select(['type', 'value'])
      .where('person_id', '=', personId as never)
      .orderBy('id')
      .execute();
    return rows.map(({ type, value }) => `${type} ${value}`);
  };

  it('is known by it, written with or without a hyphen, while the case is open', async () => {
    const first = await open(member({ personnummer: '19910514-2385' }));
    expect(first.status).toBe(201);
    expect(await numbersOf(first.body.cases[0].personId)).toContain(`personnummer ${NUMBERS[0]}`);
    const again = await open(member(), member({ personnummer: NUMBERS[0] }));
    expect([again.status, again.body.type]).toEqual([409, '/problems/identifier-in-use']);
    expect(again.body.invalidParameters).toMatchObject([{ name: 'members.1.personnummer' }]);
    expect(JSON.stringify(again.body)).not.toContain(NUMBERS[0]);
  });

  it('is the same person when the earlier case is closed, under whatever dossiernummer', async () => {
    const first = await open(member({ personnummer: NUMBERS[1] }));
    const { caseId, personId } = first.body.cases[0];
    await close(caseId);
    const returning = member({ personnummer: NUMBERS[1] });
    const second = await open(returning);
    expect(second.body.cases[0].personId).toBe(personId);
    const numbers = await numbersOf(personId);
    expect(numbers).toHaveLength(3);
    expect(numbers).toContain(`dossiernummer ${returning.dossiernummer}`);
  });

  it('is refused when the dossiernummer is somebody else’s', async () => {
    const one = member({ personnummer: NUMBERS[2] });
    const other = member({ personnummer: NUMBERS[3] });
    const opened = await open(one, other);
    for (const { caseId } of opened.body.cases) await close(caseId);
    const mixed = await open(member({ dossiernummer: one.dossiernummer, personnummer: NUMBERS[3] }));
    expect([mixed.status, mixed.body.type]).toEqual([409, '/problems/identifier-in-use']);
    expect((await open(one)).status).toBe(201);
  });

  it.each([
    ['a check digit that is wrong', [{ personnummer: '199312172382' }], 'members.0.personnummer'],
    ['the number of another member', [{ personnummer: NUMBERS[4] }, { personnummer: NUMBERS[4] }], 'members'],
  ])('is refused with %s', async (_, members, name) => {
    const answer = await open(...members.map((changes) => member(changes)));
    expect([answer.status, answer.body.invalidParameters[0].name]).toEqual([400, name]);
  });
});
