import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { addDays } from '../../../domain/law/calendar';
import type { CaseId } from '../../../domain/model/ids';
import { forgetPreviews } from '../../../register/bulk/change';
import { createDatabase, type Register } from '../../../register/database';
import { createTestDatabase, type TestDatabase } from '../../support/databases';
import { type Desk, openDesk } from '../support/desk';
import { household, member, staying, today } from '../support/household';
import { type Manager, managerAt, sumOf } from './manager';

const PAUSE = { kind: 'pause', step: 'sfi' };

describe('the preview of an action on many cases', () => {
  let database: TestDatabase;
  let register: Register;
  let desk: Desk;
  let manager: Manager;
  let eskilstuna: readonly CaseId[];
  let sundsvall: readonly CaseId[];

  beforeAll(async () => {
    database = await createTestDatabase();
    register = createDatabase(database.url);
    desk = await openDesk({ register });
    manager = managerAt(desk);
    eskilstuna = await opens(household({ members: [member(), member()] }));
    sundsvall = await opens(household({ facts: staying('2281') }));
    for (const colleague of ['caseworker-kommun', 'caseworker-kommun-sundsvall']) {
      await desk.get(colleague, '/api/v1/colleagues');
    }
  });
  afterAll(async () => {
    await desk.close();
    await register.destroy();
    await database.drop();
  });

  async function opens(body: object): Promise<CaseId[]> {
    const { cases } = (await desk.post('coordinator', '/api/v1/households', body)).body;
    return cases.map(({ caseId }: { caseId: CaseId }) => caseId);
  }

  const assigns = (caseId: CaseId, assignee: string | null) =>
    desk.post('manager', `/api/v1/cases/${caseId}/steps/sfi/assignment`, { assignee, reason: 'x' });
  const casesOf = async (id: string) => (await manager.items(id)).map(({ caseId }) => caseId).toSorted();

  const found = async (filters: object) => casesOf((await manager.previews(PAUSE, { filters })).bulkActionId);

  it('names exact cases and what will happen to each, and changes none of them', async () => {
    const before = await register.selectFrom('messages').select('id').execute();
    const action = { kind: 'extend', step: 'sfi', until: addDays(today, 90) };
    const answer = await manager.asks(action, { filters: { step: 'sfi', kommun: '0484' } });
    expect(answer.status).toBe(201);
    expect(answer.headers.location).toBe(`/api/v1/bulk-actions/${answer.body.bulkActionId}`);
    expect(answer.body).toMatchObject({
      state: 'previewed',
      selected: 2,
      accepted: 2,
      estimatedSeconds: 1,
      cases: { pending: 2, done: 0, refused: 0, failed: 0, skipped: 0 },
    });
    const items = await manager.items(answer.body.bulkActionId);
    expect(items.map(({ caseId }) => caseId).toSorted()).toEqual(eskilstuna.toSorted());
    expect(items[0]?.changes).toEqual([
      { stepId: 'sfi', filing: 1, rule: 'sfiExpected', from: expect.any(String), to: action.until },
    ]);
    const after = await register.selectFrom('messages').select(['id', 'case_id', 'kind']).execute();
    const own = after.filter(({ id }) => !before.some((message) => message.id === id));
    expect(own).toEqual([{ id: answer.body.bulkActionId, case_id: null, kind: 'bulkAction' }]);
  });

  it('says who is refused and why, with rule and statute where the law refuses', async () => {
    const duty = { kind: 'extend', step: 'sfi', rule: 'sfiWithinThreeMonths', until: addDays(today, 300) };
    const unknown = randomUUID();
    const caseIds = [...eskilstuna, unknown];
    const { bulkActionId, cases, reasons } = await manager.previews(duty, { caseIds });
    expect(cases).toEqual({ pending: 0, done: 0, refused: 3, failed: 0, skipped: 0 });
    expect(reasons).toEqual([
      { state: 'refused', reason: 'notMovable', cases: 2, detail: expect.any(String) },
      { state: 'refused', reason: 'unknownCase', cases: 1, detail: expect.any(String) },
    ]);
    const items = await manager.items(bulkActionId, '&state=refused');
    expect(items.map(({ caseId }) => caseId)).toEqual(caseIds);
    expect(items[0]).toMatchObject({
      rule: 'sfiWithinThreeMonths',
      law: expect.stringMatching(/skollagen/i),
      detail: expect.stringMatching(/law/),
    });
  });

  it('is of what the caller may know: another kommun’s case reads as one that is not there', async () => {
    const local = managerAt(desk, 'manager-kommun');
    const all = await local.previews(PAUSE, { filters: { step: 'sfi' } });
    expect((await local.items(all.bulkActionId)).map(({ caseId }) => caseId).toSorted()).toEqual(
      eskilstuna.toSorted(),
    );
    const named = await local.previews(PAUSE, { caseIds: sundsvall });
    expect(named.reasons).toMatchObject([{ reason: 'unknownCase', cases: 1 }]);
    const national = await manager.previews(PAUSE, { filters: { step: 'sfi' } });
    expect((await desk.get('manager-kommun', `/api/v1/bulk-actions/${national.bulkActionId}`)).status).toBe(
      404,
    );
    expect((await manager.reads(all.bulkActionId)).selected).toBe(2);
  });

  it('selects by colleague and by rules that are older', async () => {
    const [first = '' as CaseId] = eskilstuna;
    await assigns(first, 'caseworker-kommun');
    expect(await found({ assignee: 'caseworker-kommun' })).toEqual([first]);
    expect(await found({ assignee: 'nobody' })).toEqual([]);
    expect(await found({ rulesVersionBefore: '2026-01-01' })).toEqual([]);
    expect(await found({ rulesVersionBefore: '2126-01-01' })).toHaveLength(3);
    await assigns(first, null);
  });

  it('selects what is stuck for a reason or at a step, as the stuck list does', async () => {
    const [first] = sundsvall;
    // Everything that time brings to this case has come: only what nothing in sight ends is left.
    await sql`update stuck_spans set from_date = from_date - 10000, to_date = to_date - 10000
      where case_id = ${first}`.execute(register);
    const [listed] = (await desk.get('manager', '/api/v1/stuck')).body.items;
    expect(listed.caseId).toBe(first);
    const [{ kind: reason }] = listed.reasons;
    const filters = { stuck: reason, rootStep: listed.root.stepId, rootAgency: listed.root.agency };
    expect(await found(filters)).toEqual([first]);
    expect(await found({ ...filters, kommun: '0484' })).toEqual([]);
    expect(await found({ rootStep: 'bankkonto' })).toEqual([]);
    expect(await found({ stuck: 'technical' })).toEqual([]);
    await register
      .updateTable('cases')
      .set({ technical: JSON.stringify({ kind: 'misfit', detail: 'sfi' }), technical_since: new Date() })
      .where('id', '=', first ?? ('' as never))
      .execute();
    expect(await found({ stuck: 'technical', rootStep: 'sfi' })).toEqual([first]);
    expect(await found({ stuck: 'technical', rootAgency: 'kommun' })).toEqual([first]);
    expect(await found({ stuck: 'technical', rootAgency: 'skatteverket' })).toEqual([]);
  });

  it('moves a colleague’s steps only to one who may have them', async () => {
    const [first = '' as CaseId] = eskilstuna;
    await assigns(first, 'caseworker-kommun');
    const move = { kind: 'reassign', from: 'caseworker-kommun', assignee: 'caseworker-kommun-sundsvall' };
    const selection = { filters: { assignee: 'caseworker-kommun' } };
    expect((await manager.previews(move, selection)).reasons).toMatchObject([
      { reason: 'unknownColleague', cases: 1 },
    ]);
    const { bulkActionId } = await manager.previews({ ...move, assignee: null }, selection);
    expect((await manager.items(bulkActionId))[0]?.changes).toEqual([
      { stepId: 'sfi', filing: 1, from: 'caseworker-kommun', to: null },
    ]);
    await assigns(first, null);
  });

  it('is answered again to the same request, and is one preview', async () => {
    const body = { dryRun: true, action: PAUSE, selection: { caseIds: eskilstuna }, reason: 'x' };
    const first = await desk.post('manager', '/api/v1/bulk-actions', body, 'the-same');
    const again = await desk.post('manager', '/api/v1/bulk-actions', body, 'the-same');
    expect(again.body).toEqual(first.body);
    const other = await desk.post('manager', '/api/v1/bulk-actions', { ...body, reason: 'y' }, 'the-same');
    expect(other.status).toBe(409);
    const { items } = (await desk.get('manager', '/api/v1/bulk-actions?limit=1')).body;
    expect(items[0].bulkActionId).toBe(first.body.bulkActionId);
  });

  it('is forgotten a while after it ran out, with its cases; what was started is kept', async () => {
    const [old, started] = [
      await manager.previews(PAUSE, { filters: { step: 'sfi' } }),
      await manager.previews(PAUSE, { filters: { step: 'sfi' } }),
    ];
    await manager.starts(started.bulkActionId);
    const itemsOf = async ({ bulkActionId }: { bulkActionId: string }) =>
      sql`select 1 from bulk_items where bulk_id = ${bulkActionId}`.execute(register);
    await forgetPreviews(register, new Date());
    expect((await itemsOf(old)).rows).not.toEqual([]);
    await forgetPreviews(register, new Date(Date.now() + 2 * 3_600_000));
    expect((await itemsOf(old)).rows).toEqual([]);
    expect((await itemsOf(started)).rows).not.toEqual([]);
  });

  it('is read again only where it has changed', async () => {
    const { bulkActionId } = await manager.previews(PAUSE, { caseIds: eskilstuna });
    const address = `/api/v1/bulk-actions/${bulkActionId}`;
    const { etag = '' } = (await desk.get('manager', address)).headers;
    expect((await desk.getWith('manager', address, { 'if-none-match': etag })).status).toBe(304);
    await manager.starts(bulkActionId);
    await manager.stops(bulkActionId);
    expect((await desk.getWith('manager', address, { 'if-none-match': etag })).status).toBe(200);
  });

  it('is listed to whoever made it, the newest first, page by page', async () => {
    const made = [];
    for (let count = 0; count < 3; count += 1)
      made.unshift((await manager.previews(PAUSE, { caseIds: eskilstuna })).bulkActionId);
    const page = (await desk.get('manager', '/api/v1/bulk-actions?limit=2')).body;
    const next = (await desk.get('manager', `/api/v1/bulk-actions?limit=1&cursor=${page.nextCursor}`)).body;
    const ids = [...page.items, ...next.items].map(({ bulkActionId }) => bulkActionId);
    expect(ids).toEqual(made);
  });

  it('adds up, whatever is selected', async () => {
    const caseIds = [...eskilstuna, ...sundsvall, randomUUID()];
    const { selected, cases } = await manager.previews({ kind: 'resume', agency: 'kommun' }, { caseIds });
    expect([selected, sumOf(cases)]).toEqual([4, 4]);
  });
});
