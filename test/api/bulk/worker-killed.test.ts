import { sql } from 'kysely';
import type { CaseId } from '../../../domain/model/ids';
import { startWorkerProcess, type WorkerProcess } from '../../support/engine/worker-process';
import type { StagedCase } from '../../support/staged-case';
import { intake } from '../../support/intake';
import { localServers } from '../../support/local-servers';
import { until } from '../../support/until';
import { openRoom, type Room } from '../support/room';
import { type Action, type Manager, managerAt, sumOf } from './manager';

const KOMMUN = 'caseworker-kommun';
const MANY = 2_000;
const SOME = 40;
/** Seconds that a busy machine may need where a quiet one needs ten. */
const BUSY = 150;
const TEST = 400_000;

describe('an action on many cases whose worker is killed twice', () => {
  let room: Room;
  let manager: Manager;
  beforeAll(async () => {
    room = await openRoom();
    manager = managerAt(room);
    await room.get(KOMMUN, '/api/v1/colleagues');
  });
  afterAll(() => room.close());

  async function startsWorker(casesPerSecond: number): Promise<WorkerProcess> {
    const { databaseUrl, namespace } = room.stage;
    const { temporalAddress } = localServers();
    const variables = { BULK_CASES_PER_SECOND: String(casesPerSecond) };
    return startWorkerProcess({ databaseUrl, namespace, temporalAddress, variables });
  }

  /** One case opened in the register alone, and as many like it as asked for: opening each would take a minute. */
  async function registers(count: number): Promise<CaseId[]> {
    const [first = '' as CaseId] = await intake(room.stage.register, [[]]);
    const { rows } = await sql<{ id: CaseId }>`
      with copies as (
        insert into cases select (jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid()))).*
        from cases c, generate_series(2, ${count}::int) where c.id = ${first} returning id),
      steps as (
        insert into case_steps select (jsonb_populate_record(s, jsonb_build_object('case_id', k.id))).*
        from case_steps s, copies k where s.case_id = ${first})
      select id from copies`.execute(room.stage.register);
    // None of them is ever to begin: the action is the register's own.
    await room.stage.register.deleteFrom('messages').where('kind', '=', 'start').execute();
    return [first, ...rows.map(({ id }) => id)];
  }

  /** Opens cases with their workflows, ten at a time. */
  async function opens(count: number): Promise<StagedCase[]> {
    const cases: StagedCase[] = [];
    while (cases.length < count)
      cases.push(...(await room.stage.opensHousehold(Array.from({ length: 10 }, () => []))));
    for (const kase of cases) await kase.untilHandOver('sfi', 'filed');
    for (const kase of cases) await kase.untilHandOver('delgivning', 'filed');
    return cases;
  }

  async function doneIn(id: string): Promise<number> {
    const { rows } = await sql<{ done: number }>`
      select count(*)::int as done from bulk_items where bulk_id = ${id} and state = 'done'`.execute(
      room.stage.register,
    );
    return rows[0]?.done ?? 0;
  }

  /** Starts an action in a worker that is killed twice, each time in the middle of it. */
  async function actsWhileKilled(id: string, casesPerSecond: number, accepted: number): Promise<Action> {
    await room.stage.stopsWorkers();
    let worker = await startsWorker(casesPerSecond);
    await manager.starts(id);
    for (const share of [0.2, 0.5]) {
      const isFar = async () => (await doneIn(id)) >= accepted * share;
      await until(`${share} of the cases are done`, isFar, BUSY);
      await worker.isKilled();
      expect((await manager.reads(id)).cases.pending).toBeGreaterThan(0);
      worker = await startsWorker(casesPerSecond);
    }
    const over = await manager.untilOver(id, BUSY);
    await worker.isKilled();
    await room.stage.startsWorkers();
    return over;
  }

  /** How many rows each case has in its ledger from the action. */
  async function rowsOf(id: string): Promise<Map<string, number>> {
    const { rows } = await sql<{ caseId: string; count: number }>`
      select case_id as "caseId", count(*)::int as count from ledger
      where convert_from(content, 'utf8')::jsonb ->> 'bulkAction' = ${id} group by 1`.execute(
      room.stage.register,
    );
    return new Map(rows.map(({ caseId, count }) => [caseId, count]));
  }

  it(
    `acts once on each of ${MANY} cases, and its numbers add up`,
    async () => {
      const caseIds = await registers(MANY);
      const action = { kind: 'reassign', step: 'sfi', assignee: KOMMUN };
      const { bulkActionId, accepted } = await manager.previews(action, { filters: { step: 'sfi' } });
      expect(accepted).toBe(MANY);
      const changed = caseIds.slice(500, 510);
      for (const caseId of changed)
        await room.post('coordinator', `/api/v1/cases/${caseId}/notes`, { text: 'ändrat sedan dess' });
      const over = await actsWhileKilled(bulkActionId, 250, accepted);
      expect(over.cases).toEqual({ pending: 0, done: MANY - 10, refused: 0, failed: 0, skipped: 10 });
      expect(sumOf(over.cases)).toBe(over.selected);

      const rows = await rowsOf(bulkActionId);
      expect(rows.size).toBe(over.cases.done);
      expect(new Set(rows.values())).toEqual(new Set([1]));
      expect(changed.filter((caseId) => rows.has(caseId))).toEqual([]);
      const told = await sql<{ count: number }>`
      select count(*)::int as count from inbox where recipient = ${KOMMUN} and kind = 'assigned'`.execute(
        room.stage.register,
      );
      expect(told.rows).toEqual([{ count: MANY - 10 }]);
    },
    TEST,
  );

  it(
    `sends each of ${SOME} cases one message, and each takes it once`,
    async () => {
      const cases = await opens(SOME);
      const caseIds = cases.map(({ caseId }) => caseId);
      const { bulkActionId, accepted } = await manager.previews({ kind: 'pause', step: 'sfi' }, { caseIds });
      const over = await actsWhileKilled(bulkActionId, 15, accepted);
      expect(over.cases).toEqual({ pending: 0, done: SOME, refused: 0, failed: 0, skipped: 0 });

      const rows = await rowsOf(bulkActionId);
      expect([rows.size, new Set(rows.values())]).toEqual([SOME, new Set([1])]);
      const records = await Promise.all(cases.map(async (kase) => (await kase.step('sfi')).record));
      expect(new Set(records.map(({ pauses }) => pauses.length))).toEqual(new Set([1]));
    },
    TEST,
  );
});
