import { addDays } from '../../../domain/law/calendar';
import { createDatabase, type Register } from '../../../register/database';
import { createTestDatabase, type TestDatabase } from '../../support/databases';
import { type Desk, openDesk } from '../support/desk';
import { household, member, staying, today } from '../support/household';

const KOMMUN = 'caseworker-kommun';
const COLLEAGUE = 'caseworker-kommun-2';

type Item = {
  caseId: string;
  stepId: string;
  since: string;
  due: { date: string } | null;
  lossOn: string | null;
  assignee: string | null;
  followUpOn: string | null;
  unread: boolean;
  cursor: string;
};

describe('the queue of an agency and area', () => {
  let database: TestDatabase;
  let register: Register;
  let desk: Desk;
  let eskilstuna: string[];
  let sundsvall: string[];

  beforeAll(async () => {
    database = await createTestDatabase();
    register = createDatabase(database.url);
    desk = await openDesk({ register });
    const opens = async (body: object) =>
      (await desk.post('coordinator', '/api/v1/households', body)).body.cases.map(
        (opened: { caseId: string }) => opened.caseId,
      );
    eskilstuna = await opens(household({ members: [member(), member(), member(), member(), member()] }));
    sundsvall = await opens(household({ facts: staying('2281') }));
  });
  afterAll(async () => {
    await desk.close();
    await register.destroy();
    await database.drop();
  });

  async function queue(query = '', identity = KOMMUN): Promise<{ items: Item[]; nextCursor: string | null }> {
    return (await desk.get(identity, `/api/v1/worklist?${query}`)).body;
  }
  const casesIn = async (query: string, identity?: string) => [
    ...new Set((await queue(query, identity)).items.map(({ caseId }) => caseId)),
  ];
  const claim = async (who: string, caseId: string | undefined, stepId = 'sfi') =>
    desk.post(who, `/api/v1/cases/${caseId}/steps/${stepId}/assignment`, { assignee: who });

  it('holds open steps of the own agency and the own residents only', async () => {
    expect((await casesIn('limit=200')).sort()).toEqual([...eskilstuna].sort());
    expect(await casesIn('', 'caseworker-kommun-sundsvall')).toEqual(sundsvall);
    const migrationsverket = await queue('limit=200', 'caseworker-migrationsverket');
    expect(new Set(migrationsverket.items.map(({ stepId }) => stepId))).toContain('delgivning');
    expect((await casesIn('limit=200', 'caseworker-migrationsverket')).length).toBe(6);
    expect(await casesIn('kommun=2281')).toEqual([]);
  });

  it.each([
    ['due', ({ due }: Item) => due?.date ?? '9999'],
    ['waiting', ({ since }: Item) => since],
    ['priority', ({ lossOn, due }: Item) => `${lossOn ?? '9999'} ${due?.date ?? '9999'}`],
  ] as const)(
    'is read page by page in the order %s, each step once, while steps are claimed',
    async (sort, keyOf) => {
      const all = (await queue(`sort=${sort}&limit=200`)).items;
      const seen: Item[] = [];
      for (let cursor: string | null = ''; cursor !== null;) {
        const page: Awaited<ReturnType<typeof queue>> = await queue(
          `sort=${sort}&limit=2${cursor && `&cursor=${cursor}`}`,
        );
        seen.push(...page.items);
        cursor = page.nextCursor;
        await claim(KOMMUN, page.items[0]?.caseId, page.items[0]?.stepId);
      }
      const names = (items: Item[]) => items.map(({ caseId, stepId }) => `${caseId}/${stepId}`);
      expect(names(seen)).toEqual(names(all));
      expect(seen.map(keyOf)).toEqual(seen.map(keyOf).sort());
    },
  );

  it('goes on at the step that was opened, when one comes back', async () => {
    const { items } = await queue('sort=due&limit=200');
    const after = await queue(`sort=due&limit=200&cursor=${items[2]?.cursor}`);
    expect(after.items.map(({ cursor }) => cursor)).toEqual(items.slice(3).map(({ cursor }) => cursor));
  });

  it('can be of what is mine, and of what is nobody’s', async () => {
    const [first] = eskilstuna;
    await desk.get(COLLEAGUE, '/api/v1/colleagues');
    const sfi = `/api/v1/cases/${first}/steps/sfi/assignment`;
    await desk.post(KOMMUN, sfi, { assignee: COLLEAGUE, reason: 'byte' });
    const mine = await queue('assignee=me&limit=200', COLLEAGUE);
    expect(mine.items.map(({ caseId, stepId }) => `${caseId}/${stepId}`)).toEqual([`${first}/sfi`]);
    expect((await queue(`assignee=${COLLEAGUE}&limit=200`)).items).toHaveLength(mine.items.length);
    const nobodys = await queue('assignee=none&limit=200');
    expect(nobodys.items.every(({ assignee }) => assignee === null)).toBe(true);
  });

  it('keeps a follow-up day for its owner alone', async () => {
    const on = addDays(today, 14);
    const path = `/api/v1/cases/${eskilstuna[0]}/steps/sfi/follow-up`;
    await desk.post(KOMMUN, path, { on });
    const due = `followUpBefore=${addDays(on, 1)}&limit=200`;
    expect((await queue(due)).items).toMatchObject([
      { caseId: eskilstuna[0], stepId: 'sfi', followUpOn: on },
    ]);
    expect((await queue(due, COLLEAGUE)).items).toEqual([]);
    expect((await queue(`followUpBefore=${on}&limit=200`)).items).toEqual([]);
    await desk.post(KOMMUN, path, { on: null });
    expect((await queue(due)).items).toEqual([]);
  });

  it('shows as unread what others have entered since one last read the case', async () => {
    const [, caseId = ''] = eskilstuna;
    const isUnread = async (who: string) =>
      (await queue('limit=200', who)).items
        .filter((item) => item.caseId === caseId)
        .every(({ unread }) => unread);
    expect(await isUnread(COLLEAGUE)).toBe(true);
    await desk.get(COLLEAGUE, `/api/v1/cases/${caseId}`);
    await desk.get(KOMMUN, `/api/v1/cases/${caseId}`);
    expect(await isUnread(COLLEAGUE)).toBe(false);
    await desk.post(KOMMUN, `/api/v1/cases/${caseId}/notes`, {
      text: 'Ringde, ingen svarade.',
      stepId: 'sfi',
    });
    expect(await isUnread(COLLEAGUE)).toBe(true);
    expect(await isUnread(KOMMUN)).toBe(false);
    expect(await casesIn('unread=true&limit=200', COLLEAGUE)).toContain(caseId);
  });

  it('is saved under a name, for oneself or for the team', async () => {
    await desk.get(COLLEAGUE, '/api/v1/colleagues');
    const query = { sort: 'priority', assignee: 'none', waitingFor: 'caseworker' };
    const own = await desk.post(KOMMUN, '/api/v1/worklist/views', { name: 'egen', query });
    const shared = await desk.post(KOMMUN, '/api/v1/worklist/views', {
      name: 'delad',
      isShared: true,
      query,
    });
    const names = async (who: string) =>
      (await desk.get(who, '/api/v1/worklist/views')).body.items.map((view: { name: string }) => view.name);
    expect(await names(KOMMUN)).toEqual(['delad', 'egen']);
    expect(await names(COLLEAGUE)).toEqual(['delad']);
    expect(await names('caseworker-kommun-sundsvall')).toEqual([]);
    const byView = await queue(`view=${shared.body.viewId}&limit=200`, COLLEAGUE);
    expect(byView.items).toEqual(
      (await queue('sort=priority&assignee=none&waitingFor=caseworker&limit=200', COLLEAGUE)).items,
    );
    expect((await desk.get(COLLEAGUE, `/api/v1/worklist?view=${own.body.viewId}`)).status).toBe(404);
  });

  it.each([
    ['sort=late', 'sort'],
    ['cursor=abc', 'cursor'],
    ['kommun=48', 'kommun'],
    ['step=noSuchStep', 'step'],
    ['colour=red', 'colour'],
  ])('refuses %s and names the parameter', async (query, name) => {
    const answer = await desk.get(KOMMUN, `/api/v1/worklist?${query}`);
    expect(answer.status).toBe(400);
    expect(answer.body.invalidParameters[0].name).toBe(name);
  });

  it('refuses a place of another order', async () => {
    const { items } = await queue('sort=due');
    const answer = await desk.get(KOMMUN, `/api/v1/worklist?sort=priority&cursor=${items[0]?.cursor}`);
    expect(answer.body).toMatchObject({ status: 400, invalidParameters: [{ name: 'cursor' }] });
  });

  it('mentions only colleagues who may see the case, and tells them', async () => {
    const path = `/api/v1/cases/${eskilstuna[2]}/notes`;
    const wrong = await desk.post(KOMMUN, path, {
      text: 'se detta',
      mentions: ['caseworker-kommun-sundsvall'],
    });
    expect(wrong.body).toMatchObject({ status: 400, invalidParameters: [{ name: 'mentions' }] });
    await desk.get('operator', '/api/v1/inbox');
    expect((await desk.post(KOMMUN, path, { text: 'se detta', mentions: ['operator'] })).status).toBe(400);
    await desk.post(KOMMUN, path, { text: 'se detta', mentions: [COLLEAGUE] });
    const { items } = (await desk.get(COLLEAGUE, '/api/v1/inbox?unread=true')).body;
    expect(items[0]).toMatchObject({ kind: 'mentioned', caseId: eskilstuna[2], content: { by: KOMMUN } });
    expect((await desk.get(COLLEAGUE, path)).body.items).toMatchObject([
      { text: 'se detta', mentions: [COLLEAGUE] },
    ]);
    await desk.post(COLLEAGUE, '/api/v1/inbox/reading', { upTo: items[0].entryId });
    expect((await desk.get(COLLEAGUE, '/api/v1/inbox?unread=true')).body.items).toEqual([]);
  });
});
