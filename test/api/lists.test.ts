import { createDatabase, type Register } from '../../register/database';
import { createTestDatabase, type TestDatabase } from '../support/databases';
import { addDays } from '../../domain/law/calendar';
import { type Desk, openDesk } from './support/desk';
import { household, member, staying, today } from './support/household';

/** A case that nothing happens in, at a step of the kommun. */
const SPAN = {
  since: addDays(today, -3),
  root_step: 'sfi' as never,
  root_agency: 'kommun' as const,
  kommun: '0484' as never,
  kinds: ['silent' as const],
  behind: [],
  behind_count: 0,
  reasons: JSON.stringify([{ kind: 'silent', step: 'sfi', since: addDays(today, -3) }]),
};

describe('the list of cases', () => {
  let database: TestDatabase;
  let register: Register;
  let desk: Desk;
  let eskilstuna: string[];
  let sundsvall: { caseId: string; householdId: string };

  beforeAll(async () => {
    database = await createTestDatabase();
    register = createDatabase(database.url);
    desk = await openDesk({ register });
    const members = [member(), member(), member(), member(), member()];
    const first = await open(household({ members }));
    eskilstuna = first.cases.map(({ caseId }) => caseId);
    const second = await open(household({ facts: staying('2281') }));
    sundsvall = { caseId: second.cases[0]?.caseId ?? '', householdId: second.householdId };
  });

  afterAll(async () => {
    await desk.close();
    await register.destroy();
    await database.drop();
  });

  async function open(body: object): Promise<{ householdId: string; cases: { caseId: string }[] }> {
    return (await desk.post('coordinator', '/api/v1/households', body)).body;
  }
  const list = async (query: string, identity = 'coordinator') =>
    (await desk.get(identity, `/api/v1/cases?${query}`)).body as {
      items: { caseId: string; openSteps: { stepId: string }[] }[];
      nextCursor: string | null;
    };
  const ids = async (query: string, identity?: string) =>
    (await list(query, identity)).items.map(({ caseId }) => caseId);

  it('gives each case once, page by page, while cases change and others are opened', async () => {
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: Awaited<ReturnType<typeof list>> = await list(`limit=2${cursor && `&cursor=${cursor}`}`);
      seen.push(...page.items.map(({ caseId }) => caseId));
      cursor = page.nextCursor;
      await register
        .updateTable('cases')
        .set({ revision: 7 })
        .where('id', 'in', seen as never)
        .execute();
      await register
        .updateTable('cases')
        .set({ kommun: null })
        .where('id', '=', eskilstuna[0] as never)
        .execute();
    }
    await register
      .updateTable('cases')
      .set({ kommun: '0484' as never })
      .where('kommun', 'is', null)
      .execute();
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toEqual(expect.arrayContaining([...eskilstuna, sundsvall.caseId]));
  });

  it('tells of each case its open steps, and no names', async () => {
    const page = await desk.get('coordinator', `/api/v1/cases?householdId=${sundsvall.householdId}`);
    expect(page.body.items).toHaveLength(1);
    expect(page.body.items[0].openSteps[0]).toMatchObject({ stepId: 'delgivning', waitingFor: 'caseworker' });
    expect(page.text).not.toContain('Testsson');
  });

  it('filters by what holds of one and the same step', async () => {
    expect(await ids('step=delgivning&stepStatus=open&limit=200')).toHaveLength(6);
    expect(await ids('step=personnummer&stepStatus=open')).toEqual([]);
    expect(await ids('step=personnummer&stepStatus=blocked&kommun=2281')).toEqual([sundsvall.caseId]);
    expect(await ids('agency=skatteverket&waitingFor=caseworker')).toEqual([]);
    expect(await ids(`agency=migrationsverket&openSince=${addDays(today, -1)}`)).toEqual([]);
    expect(await ids(`agency=migrationsverket&openSince=${today}`)).toHaveLength(6);
    expect(await ids(`step=delgivning&dueBefore=${addDays(today, 1)}`)).toEqual([]);
    expect(await ids(`step=delgivning&dueBefore=${addDays(today, 60)}`)).toHaveLength(6);
    expect(await ids('milestone=folkbokford')).toEqual([]);
  });

  it('filters by whose steps they have: mine, a colleague’s, nobody’s', async () => {
    const [first = ''] = eskilstuna;
    const assignment = `/api/v1/cases/${first}/steps/sfi/assignment`;
    await desk.post('caseworker-kommun', assignment, { assignee: 'caseworker-kommun' });
    expect(await ids('assignee=me', 'caseworker-kommun')).toEqual([first]);
    expect(await ids('assignee=me')).toEqual([]);
    expect(await ids('assignee=caseworker-kommun')).toEqual([first]);
    expect(await ids('assignee=caseworker-kommun', 'caseworker-kommun-sundsvall')).toEqual([]);
    expect(await ids('assignee=none&limit=200')).toHaveLength(6);
    await register
      .updateTable('case_steps')
      .set({ status_kind: 'paused' })
      .where('assignee', '=', 'caseworker-kommun')
      .execute();
    expect(await ids('assignee=caseworker-kommun')).toEqual([first]);
  });

  it('filters by what is stuck today, for a reason or for any', async () => {
    const [, second = '', third = ''] = eskilstuna;
    expect(await ids('stuck=true')).toEqual([]);
    await register
      .insertInto('stuck_spans')
      .values({
        ...SPAN,
        case_id: second as never,
        from_date: addDays(today, -3),
        to_date: addDays(today, 1),
      })
      .execute();
    await register
      .insertInto('stuck_spans')
      .values({ ...SPAN, case_id: third as never, from_date: addDays(today, -3), to_date: today })
      .execute();
    expect(await ids('stuck=true')).toEqual([second]);
    expect(await ids('stuck=silent')).toEqual([second]);
    expect(await ids('stuck=gap')).toEqual([]);
    const trouble = { kind: 'workflowMissing' as const, case_id: third as never, since: new Date() };
    await register.insertInto('engine_trouble').values(trouble).execute();
    expect(await ids('stuck=technical')).toEqual([third]);
    expect(new Set(await ids('stuck=true'))).toEqual(new Set([second, third]));
    expect(await ids('stuck=true', 'caseworker-kommun-sundsvall')).toEqual([]);
  });

  it('holds only cases of the caller’s agency and area', async () => {
    expect(await ids('limit=200', 'caseworker-kommun')).not.toContain(sundsvall.caseId);
    expect(await ids('limit=200', 'caseworker-kommun-sundsvall')).toEqual([sundsvall.caseId]);
    expect(await ids('kommun=0484', 'caseworker-kommun-sundsvall')).toEqual([]);
  });

  it.each([
    'colour=blue',
    'limit=0',
    'limit=201',
    'cursor=abc',
    'kommun=1',
    'stepStatus=odd',
    'stuck=odd',
    'assignee=%00',
    'step=noSuchStep',
    'step=x&step=y',
  ])('refuses the query %s', async (query) => {
    const answer = await desk.get('coordinator', `/api/v1/cases?${query}`);
    expect([answer.status, answer.body.invalidParameters[0].name]).toEqual([400, query.split('=')[0]]);
  });

  it('gives a timeline page by page too', async () => {
    const path = `/api/v1/cases/${sundsvall.caseId}/timeline`;
    await desk.get('manager', path);
    const first = await desk.get('coordinator', `${path}?limit=1`);
    expect(first.body.items).toMatchObject([{ kind: 'intake', actor: 'coordinator' }]);
    const second = await desk.get('coordinator', `${path}?limit=1&cursor=${first.body.nextCursor}`);
    expect(second.body.items).toMatchObject([{ kind: 'read', actor: 'manager' }]);
  });
});
