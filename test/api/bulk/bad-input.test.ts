import { randomUUID } from 'node:crypto';
import { parseConfig } from '../../../platform/config/config';
import { createDatabase, type Register } from '../../../register/database';
import { createTestDatabase, type TestDatabase } from '../../support/databases';
import { type Desk, openDesk } from '../support/desk';
import { household, member, today } from '../support/household';
import { type Manager, managerAt } from './manager';

const PAUSE = { kind: 'pause', step: 'sfi' };
const SFI = { filters: { step: 'sfi' } };

describe('an action on many cases that cannot be', () => {
  let database: TestDatabase;
  let register: Register;
  let desk: Desk;
  let manager: Manager;
  let caseIds: readonly string[];

  beforeAll(async () => {
    database = await createTestDatabase();
    register = createDatabase(database.url);
    desk = await openDesk({ register });
    manager = managerAt(desk);
    const body = household({ members: [member(), member(), member()] });
    const { cases } = (await desk.post('coordinator', '/api/v1/households', body)).body;
    caseIds = cases.map(({ caseId }: { caseId: string }) => caseId);
  });
  afterAll(async () => {
    await desk.close();
    await register.destroy();
    await database.drop();
  });

  const id = randomUUID();
  const completes = (step: string, completion: object) => ({ kind: 'complete', step, completion });

  it.each<[string, object, object, object, string]>([
    ['is not previewed first', PAUSE, SFI, { dryRun: false }, 'dryRun'],
    ['does not say that it is a preview', PAUSE, SFI, { dryRun: undefined }, 'dryRun'],
    ['gives no reason', PAUSE, SFI, { reason: '' }, 'reason'],
    ['is of no kind', { kind: 'delete', step: 'sfi' }, SFI, {}, 'action.kind'],
    ['names neither step nor agency', { kind: 'pause' }, SFI, {}, 'action'],
    ['gives to somebody without saying what', { kind: 'reassign', assignee: 'b' }, SFI, {}, 'action'],
    ['extends to no day', { kind: 'extend', step: 'sfi' }, SFI, {}, 'action.until'],
    ['has a parameter of another kind', { ...PAUSE, rule: 'sfiExpected' }, SFI, {}, 'action.rule'],
    ['completes a step that is not there', completes('nothing', { outcome: 'x' }), SFI, {}, 'action.step'],
    [
      'completes with an outcome that the step never has',
      completes('sfi', { outcome: 'granted', on: today }),
      SFI,
      {},
      'action.completion.outcome',
    ],
    ['completes without a day', completes('sfi', { outcome: 'started' }), SFI, {}, 'action.completion.on'],
    [
      'completes with what is one person’s',
      completes('personnummer', {
        outcome: 'registered',
        decidedOn: today,
        personnummer: '199001012385',
        from: today,
        kommun: '0484',
      }),
      SFI,
      {},
      'action.completion.personnummer',
    ],
    ['is about a step that is not there', { kind: 'pause', step: 'noSuchStep' }, SFI, {}, 'action.step'],
    ['selects by nothing', PAUSE, { filters: {} }, {}, 'selection'],
    ['selects by what is no filter', PAUSE, { filters: { colour: 'red' } }, {}, 'selection.filters.colour'],
    ['selects by what no filter holds', PAUSE, { filters: { kommun: '48' } }, {}, 'selection.filters.kommun'],
    ['selects in two ways', PAUSE, { filters: { step: 'sfi' }, caseIds: [id] }, {}, 'selection'],
    ['names no case', PAUSE, { caseIds: [] }, {}, 'selection'],
    ['names a case twice', PAUSE, { caseIds: [id, id] }, {}, 'selection'],
    ['names what is no case', PAUSE, { caseIds: ['199001012385'] }, {}, 'selection.caseIds.0'],
  ])('%s', async (_, action, selection, more, parameter) => {
    const answer = await manager.asks(action, selection, more);
    expect(answer.body).toMatchObject({ status: 400, type: '/problems/invalid-request' });
    const names = answer.body.invalidParameters.map(({ name }: { name: string }) => name);
    expect(names.some((name: string) => name.startsWith(parameter))).toBe(true);
    expect(answer.text).not.toContain('199001012385');
  });

  it('is told why where it is not previewed first', async () => {
    const { body } = await manager.asks(PAUSE, SFI, { dryRun: false });
    expect(body.invalidParameters).toMatchObject([{ reason: expect.stringContaining('previewed first') }]);
  });

  it('is for more cases than one action may have', async () => {
    const small = await openDesk({ register, variables: { BULK_CASES_AT_MOST: '2' } });
    const answer = await managerAt(small).asks(PAUSE, SFI);
    expect(answer.body).toMatchObject({ status: 422, type: '/problems/too-many-cases' });
    expect((await managerAt(small).asks(PAUSE, { caseIds })).status).toBe(422);
    expect((await managerAt(small).asks(PAUSE, { caseIds: caseIds.slice(1) })).status).toBe(201);
    await small.close();
    expect(parseConfig({}).bulk).toEqual({ casesPerSecond: 20, casesAtMost: 10_000 });
  });

  it('completes what one person may only propose', async () => {
    const variables = { SECOND_APPROVAL: JSON.stringify({ sfi: ['started'] }) };
    const careful = await openDesk({ register, variables });
    const action = completes('sfi', { outcome: 'started', on: today });
    const { cases, reasons } = await managerAt(careful).previews(action, { caseIds });
    expect(cases).toMatchObject({ pending: 0, refused: 3 });
    expect(reasons).toMatchObject([{ reason: 'needsSecondPerson', cases: 3 }]);
    await careful.close();
  });

  it.each(['caseworker-kommun', 'coordinator', 'system-kommun', 'operator'])(
    'is asked for by %s, who is no manager',
    async (who) => {
      expect((await managerAt(desk, who).asks(PAUSE, SFI)).status).toBe(403);
      const { bulkActionId } = await manager.previews(PAUSE, SFI);
      const address = `/api/v1/bulk-actions/${bulkActionId}`;
      const answers = [
        await desk.get(who, '/api/v1/bulk-actions'),
        await desk.get(who, address),
        await desk.get(who, `${address}/items`),
        await desk.post(who, `${address}/start`, {}),
        await desk.post(who, `${address}/stop`, {}),
      ];
      expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403]);
    },
  );

  it('is started by another than whoever previewed it', async () => {
    const { bulkActionId } = await managerAt(desk, 'manager-kommun').previews(PAUSE, SFI);
    expect((await manager.reads(bulkActionId)).state).toBe('previewed');
    expect((await manager.starts(bulkActionId)).status).toBe(403);
  });

  it('is started when its preview has expired', async () => {
    const { bulkActionId } = await manager.previews(PAUSE, SFI);
    await register
      .updateTable('bulk_actions')
      .set({ expires_at: new Date(0) } as never)
      .where('id', '=', bulkActionId as never)
      .execute();
    expect((await manager.reads(bulkActionId)).state).toBe('expired');
    const answer = await manager.starts(bulkActionId);
    expect(answer.body).toMatchObject({ status: 409, type: '/problems/preview-expired' });
  });

  it('is started or stopped on top of another version of it than the present one', async () => {
    const { bulkActionId } = await manager.previews(PAUSE, SFI);
    const address = `/api/v1/bulk-actions/${bulkActionId}`;
    const { etag = '' } = (await desk.get('manager', address)).headers;
    const asks = (what: string, tag: string) =>
      desk.postWith(
        'manager',
        `${address}/${what}`,
        {},
        { 'if-match': tag, 'idempotency-key': randomUUID() },
      );
    expect((await asks('start', '"another"')).body.type).toBe('/problems/stale-revision');
    const started = await asks('start', etag);
    expect(started.status).toBe(202);
    expect((await asks('stop', etag)).status).toBe(412);
    expect((await asks('stop', started.headers.etag ?? '')).status).toBe(202);
  });

  it('is stopped before it runs, or is not there', async () => {
    const { bulkActionId } = await manager.previews(PAUSE, SFI);
    expect((await manager.stops(bulkActionId)).body).toMatchObject({
      status: 409,
      type: '/problems/not-running',
    });
    expect((await manager.starts(randomUUID())).status).toBe(404);
    expect((await manager.stops(randomUUID())).status).toBe(404);
    expect((await desk.get('manager', `/api/v1/bulk-actions/${randomUUID()}`)).status).toBe(404);
    expect((await desk.get('manager', '/api/v1/bulk-actions/x/items')).status).toBe(400);
  });

  it('is started twice; while the engine is away it is started all the same, and waits', async () => {
    const { bulkActionId } = await manager.previews(PAUSE, SFI);
    const first = await manager.starts(bulkActionId, 'a-key');
    expect([first.status, first.body.state]).toEqual([202, 'running']);
    expect(first.headers.location).toBe(`/api/v1/bulk-actions/${bulkActionId}`);
    expect((await manager.starts(bulkActionId, 'a-key')).body).toEqual(first.body);
    expect((await manager.starts(bulkActionId)).body).toMatchObject({
      status: 409,
      type: '/problems/already-started',
    });
    const stopped = await manager.stops(bulkActionId);
    expect(stopped.body).toMatchObject({
      state: 'done',
      stoppedBy: 'manager',
      cases: { pending: 0, skipped: 3 },
      reasons: [{ state: 'skipped', reason: 'stopped', cases: 3 }],
    });
  });
});
