import { addDays } from '../../../domain/law/calendar';
import { createDatabase, type Register } from '../../../register/database';
import { createTestDatabase, type TestDatabase } from '../../support/databases';
import { type Desk, openDesk } from '../support/desk';
import { household, staying, today } from '../support/household';

type Reason = { kind: string; step?: string; since: string };
type Placed = { householdId: string; kommun: string };
type Stuck = {
  caseId: string;
  since: string;
  days: number;
  root: { stepId: string; agency: string } | null;
  reasons: Reason[];
  whoCanAct: string;
  action: string;
  trouble: { kind: string }[];
};

describe('what is stuck', () => {
  let database: TestDatabase;
  let register: Register;
  let desk: Desk;
  let eskilstuna: string;
  let sundsvall: string;

  beforeAll(async () => {
    database = await createTestDatabase();
    register = createDatabase(database.url);
    desk = await openDesk({ register });
    const opens = async (body: object) =>
      (await desk.post('coordinator', '/api/v1/households', body)).body.cases[0].caseId as string;
    eskilstuna = await opens(household());
    sundsvall = await opens(household({ facts: staying('2281') }));
  });
  afterAll(async () => {
    await desk.close();
    await register.destroy();
    await database.drop();
  });

  async function stuck(query = '', identity = 'manager'): Promise<Stuck[]> {
    return (await desk.get(identity, `/api/v1/stuck?limit=200&${query}`)).body.items;
  }
  async function reasonOf(caseId: string, kind: string, step: string, asOf: string) {
    const found = (await stuck(`asOf=${asOf}`)).find((one) => one.caseId === caseId);
    return found?.reasons.find((reason) => reason.kind === kind && reason.step === step);
  }
  const firstDay = async (caseId: string, kind: string, step: string) => {
    const far = addDays(today, 300);
    return (await reasonOf(caseId, kind, step, far))?.since ?? '';
  };

  it.each([
    ['silent', 'delgivning'],
    ['unowned', 'delgivning'],
    ['overdue', 'sfi'],
  ])('shows a reason from its first day on and on no day before: %s %s', async (kind, step) => {
    const since = await firstDay(eskilstuna, kind, step);
    expect(since > today).toBe(true);
    expect(await reasonOf(eskilstuna, kind, step, addDays(since as never, -1))).toBeUndefined();
    expect(await reasonOf(eskilstuna, kind, step, since)).toMatchObject({ kind, step, since });
  });

  it('is no longer nobody’s once it is claimed, and again some days after it is let go', async () => {
    const path = `/api/v1/cases/${eskilstuna}/steps/delgivning/assignment`;
    const before = await firstDay(eskilstuna, 'unowned', 'delgivning');
    await desk.post('caseworker-migrationsverket', path, { assignee: 'caseworker-migrationsverket' });
    expect(await firstDay(eskilstuna, 'unowned', 'delgivning')).toBe('');
    await desk.post('caseworker-migrationsverket', path, { assignee: null });
    expect(await firstDay(eskilstuna, 'unowned', 'delgivning')).toBe(before);
  });

  it('tells the root, since when, who can act and what would help', async () => {
    const since = await firstDay(eskilstuna, 'unowned', 'delgivning');
    const found = (await stuck(`asOf=${since}&step=delgivning`)).find(({ caseId }) => caseId === eskilstuna);
    expect(found).toMatchObject({
      root: { stepId: 'delgivning', agency: 'migrationsverket' },
      whoCanAct: 'migrationsverket',
      action: 'claim',
    });
    expect(found?.days).toBeGreaterThanOrEqual(0);
  });

  it('adds up in the summary, and the steps behind are counted', async () => {
    const asOf = addDays(today, 60);
    const cases = await stuck(`asOf=${asOf}`);
    const { items } = (await desk.get('manager', `/api/v1/stuck/summary?asOf=${asOf}&by=step,kommun`)).body;
    const total = items.reduce((sum: number, item: { cases: number }) => sum + item.cases, 0);
    expect(total).toBe(cases.length);
    expect(cases.length).toBe(2);
    const [first] = items;
    expect(first.stepsBehind).toBeGreaterThan(0);
    expect(first.oldestDays).toBe(
      Math.max(...cases.filter((one) => one.root?.stepId === first.step).map(({ days }) => days)),
    );
  });

  it('shows each only what they may know of', async () => {
    const asOf = addDays(today, 60);
    const kommun = await stuck(`asOf=${asOf}`, 'caseworker-kommun');
    expect(kommun.map(({ caseId }) => caseId)).toEqual([eskilstuna]);
    expect(await stuck(`asOf=${asOf}`, 'caseworker-uhr')).toEqual([]);
    const summary = await desk.get(
      'caseworker-kommun-sundsvall',
      `/api/v1/stuck/summary?asOf=${asOf}&by=kommun`,
    );
    expect(summary.body.items.map(({ kommun: where }: { kommun: string }) => where)).toEqual(['2281']);
  });

  it('is read page by page, each case once', async () => {
    const asOf = addDays(today, 60);
    const first = (await desk.get('manager', `/api/v1/stuck?asOf=${asOf}&limit=1`)).body;
    const second = (
      await desk.get('manager', `/api/v1/stuck?asOf=${asOf}&limit=1&cursor=${first.nextCursor}`)
    ).body;
    expect([first.items[0].caseId, second.items[0].caseId]).toEqual(
      expect.arrayContaining([eskilstuna, sundsvall]),
    );
    expect(second.nextCursor).toBeNull();
  });

  it('holds a message that no case has taken for five minutes, and only then', async () => {
    const message = (minutes: number, id: string) => ({
      id: id as never,
      case_id: sundsvall as never,
      kind: 'replan' as const,
      via: 'signal' as const,
      caller: 'test',
      body_hash: '',
      body: '{}',
      message: '{}',
      state: 'received' as const,
      received_at: new Date(Date.now() - minutes * 60_000),
    });
    await register
      .deleteFrom('messages')
      .where('case_id', '=', sundsvall as never)
      .execute();
    await register
      .insertInto('messages')
      .values(message(4, '00000000-0000-4000-8000-000000000001'))
      .execute();
    expect(await stuck('reason=technical')).toEqual([]);
    await register
      .insertInto('messages')
      .values(message(6, '00000000-0000-4000-8000-000000000002'))
      .execute();
    const [found] = await stuck('reason=technical');
    expect(found).toMatchObject({ caseId: sundsvall, action: 'repair', whoCanAct: 'operator' });
    expect(found?.trouble).toMatchObject([{ kind: 'unconfirmed' }]);
    const { technical } = (await desk.get('manager', '/api/v1/stuck/summary')).body;
    expect(technical).toMatchObject([{ kind: 'unconfirmed', cases: 1 }]);
  });

  it('tells technical trouble also of a case that is stuck for another reason, and only of what one may know', async () => {
    const began = new Date(`${today}T23:30:00+01:00`);
    const trouble = {
      kind: 'handOverFailing' as const,
      step_id: 'sfi',
      since: began,
      attempts: 7,
      code: 'Down',
    };
    await register
      .insertInto('engine_trouble')
      .values({ ...trouble, case_id: eskilstuna as never })
      .execute();
    await register
      .updateTable('stuck_spans')
      .set({ from_date: addDays(today, -1) })
      .where('case_id', '=', eskilstuna as never)
      .where('from_date', '=', (eb) =>
        eb
          .selectFrom('stuck_spans as first')
          .select((on) => on.fn.min('first.from_date').as('day'))
          .where('first.case_id', '=', eskilstuna as never),
      )
      .execute();
    const caseOf = async (query: string, who?: string) =>
      (await stuck(query, who)).find(({ caseId }) => caseId === eskilstuna);
    expect((await caseOf(''))?.reasons.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['technical', expect.not.stringMatching('technical')]),
    );
    expect(await caseOf('reason=technical&agency=kommun&step=sfi')).toMatchObject({
      whoCanAct: 'operator',
      action: 'repair',
      reasons: [{ kind: 'technical', step: 'sfi', since: today }],
    });
    expect(await caseOf('reason=technical&agency=skatteverket')).toBeUndefined();
    const counted = async (who: string, query = '') =>
      (await desk.get(who, `/api/v1/stuck/summary?${query}`)).body.technical as { kind: string }[];
    const failing = expect.objectContaining({ kind: 'handOverFailing', cases: 1 });
    expect(await counted('manager')).toContainEqual(failing);
    expect(await counted('caseworker-kommun')).toEqual([failing]);
    expect(await counted('caseworker-uhr')).toEqual([]);
    expect(await counted('manager', 'step=delgivning')).toEqual([]);
    expect(await counted('manager', 'reason=silent')).toEqual([]);
  });

  it('is told with the case itself, whose tag moves with it while a change may still be made on top of it', async () => {
    const address = `/api/v1/cases/${eskilstuna}`;
    const read = await desk.get('manager', address);
    const [listed] = (await stuck()).filter(({ caseId }) => caseId === eskilstuna);
    const { caseId: _case, householdId: _household, kommun: _kommun, ...own } = listed as Stuck & Placed;
    expect(read.body.stuck).toEqual(own);
    await register
      .deleteFrom('engine_trouble')
      .where('case_id', '=', eskilstuna as never)
      .execute();
    const tag = { 'if-none-match': read.headers.etag ?? '' };
    expect((await desk.getWith('manager', address, tag)).status).toBe(200);
    const onTop = { 'if-match': read.headers.etag ?? '', 'idempotency-key': 'on-top' };
    const note = await desk.postWith('manager', `${address}/notes`, { text: 'Ringde.' }, onTop);
    expect(note.status).toBe(201);
    const late = { ...onTop, 'idempotency-key': 'late' };
    expect((await desk.postWith('manager', `${address}/notes`, { text: 'Igen.' }, late)).status).toBe(412);
  });

  it.each([
    ['the reasons of a day that is past', `asOf=${addDays(today, -1)}&reason=overdue`, 'reason'],
    ['a reason that does not exist', 'reason=bored', 'reason'],
    ['a step that does not exist', 'step=noSuchStep', 'step'],
    ['a part that nothing is counted by', 'by=colour', 'by.0'],
  ])('refuses %s', async (_what, query, name) => {
    const answer = await desk.get('manager', `/api/v1/stuck/summary?${query}`);
    expect(answer.status).toBe(400);
    expect(answer.body.invalidParameters[0].name).toBe(name);
  });
});
