import { sql } from 'kysely';
import { planFirstCut } from '../../rules/support';
import { sweepImports } from '../../../register/imports/retention';
import { household, member } from '../support/household';
import { until } from '../../support/until';
import { type ImportDesk, openImportDesk } from './support/import-desk';
import { row } from './support/rows';

describe('households of an import', () => {
  let desk: ImportDesk;

  beforeEach(async () => {
    desk = await openImportDesk();
  });

  afterEach(() => desk.close());

  const state = async (address: string) => (await desk.get('coordinator', address)).body;
  const send = async (...rows: Parameters<typeof desk.sends>[0][]) =>
    String((await desk.sends(rows.flat() as Parameters<typeof desk.sends>[0])).headers.location);
  const opened = async (address: string) => (await state(address)).counts.opened;

  it('are opened at the rate, no faster, and the import says when it will be done', async () => {
    desk.startsWorker({ casesPerSecond: 4 });
    const began = Date.now();
    const address = await send([row(), row(), row(), row(), row(), row()]);
    await until('some are opened', async () => (await opened(address)) > 1);
    const { estimatedEnd, counts } = await state(address);
    expect(Date.parse(estimatedEnd)).toBeGreaterThan(began);
    expect(counts.opened + counts.waiting).toBe(6);
    await desk.untilState(address, 'ended');
    for (const place of [address, `${address}/result`]) {
      const { headers } = await desk.get('coordinator', place);
      const again = await desk.getWith('coordinator', place, { 'if-none-match': headers.etag ?? '' });
      expect([again.status, again.text]).toEqual([304, '']);
    }
    expect(Date.now() - began).toBeGreaterThan(5 * 250);
    expect((await state(address)).estimatedEnd).toBeNull();
  });

  it('are not opened while the import is stopped, and are when it is resumed', async () => {
    const address = await send([row(), row()]);
    const { etag = '' } = (await desk.get('coordinator', address)).headers;
    const onTop = (tag: string) => ({ 'if-match': tag, 'idempotency-key': `stop-${tag}` });
    const stale = await desk.postWith('coordinator', `${address}/stop`, undefined, onTop('"another"'));
    expect(stale.body.type).toBe('/problems/stale-revision');
    const stop = await desk.postWith('coordinator', `${address}/stop`, undefined, onTop(etag));
    expect([stop.status, stop.body.isStopped]).toEqual([200, true]);
    desk.startsWorker();
    const other = await desk.imports([row()]);
    expect(await state(other)).toMatchObject({ state: 'ended' });
    expect(await state(address)).toMatchObject({
      state: 'stopped',
      counts: { waiting: 2 },
      estimatedEnd: null,
    });
    await desk.post('coordinator', `${address}/resume`, undefined);
    await desk.untilState(address, 'ended');
    expect(await opened(address)).toBe(2);
    const late = await desk.post('coordinator', `${address}/stop`, undefined);
    expect([late.status, late.body.type]).toEqual([409, '/problems/import-ended']);
  });

  it('are opened by one worker at a time, and by another when that is gone', async () => {
    const address = await send(Array.from({ length: 12 }, () => row()));
    const first = desk.startsWorker({ casesPerSecond: 5 });
    desk.startsWorker({ casesPerSecond: 100 });
    await until('some are opened', async () => (await opened(address)) > 2);
    await first.stop();
    await desk.untilState(address, 'ended');
    const { cases } = await desk.register
      .selectFrom('cases')
      .select((eb) => eb.fn.countAll<string>().as('cases'))
      .executeTakeFirstOrThrow();
    expect(Number(cases)).toBe(12);
  });

  it('of which somebody has opened a case meanwhile are not opened, and say which case', async () => {
    const late = row();
    const address = await send([late, row({ household: late.household ?? '' })]);
    await checkedButNotOpened(address);
    const known = member({ dossiernummer: late.dossiernummer });
    const other = await desk.post('coordinator', '/api/v1/households', household({ members: [known] }));
    desk.startsWorker();
    await desk.untilState(address, 'ended');
    const result = await desk.result(address);
    expect(result.map(({ outcome, caseId }) => [outcome, caseId])).toEqual([
      ['duplicate', other.body.cases[0].caseId],
      ['skipped', ''],
    ]);
  });

  it('with a member like somebody who came meanwhile wait for a person’s word, once', async () => {
    const late = row();
    const address = await send([late]);
    await checkedButNotOpened(address);
    const birth = { fact: { kind: 'birth', bornOn: late.bornOn }, validFrom: late.bornOn };
    const alike = member({ givenName: late.givenName, familyName: late.familyName, facts: [birth] });
    await desk.post('coordinator', '/api/v1/households', household({ members: [alike] }));
    desk.startsWorker();
    await desk.untilState(address, 'awaitingDecisions');
    await desk.post('coordinator', `${address}/candidates/2`, { decision: 'new' });
    await desk.untilState(address, 'ended');
    expect(await opened(address)).toBe(1);
  });

  /** Lets a worker that may open next to nothing check the file, and stops it. */
  async function checkedButNotOpened(address: string): Promise<void> {
    await desk.register.updateTable('messages').set({ state: 'confirmed' }).execute();
    await sql`insert into messages (id, kind, via, caller, body_hash, body, state, received_at)
      select gen_random_uuid(), 'report', 'signal', 'x', '', '{}', 'received', now() - interval '1 minute'
      from generate_series(1, 21)`.execute(desk.register);
    desk.startsWorker();
    await until('it waits', async () => (await state(address)).waitsBecause === 'messagesWait');
    await desk.stopsWorkers();
    await sql`delete from messages where caller = 'x'`.execute(desk.register);
  }

  it.each([
    [
      'messages wait for the relay',
      'messagesWait',
      sql`insert into messages (id, kind, via, caller, body_hash, body, state, received_at)
        select gen_random_uuid(), 'report', 'signal', 'x', '', '{}', 'received', now() - interval '1 minute'
        from generate_series(1, 21)`,
      sql`update messages set state = 'confirmed' where caller = 'x'`,
    ],
    [
      'the engine has not begun those that are there',
      'engineBehind',
      sql`insert into cases select (jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid(), 'run_id', null,
        'assessed_at', now()))).* from cases c, generate_series(1, 26)`,
      sql`update cases set run_id = 'begun'`,
    ],
    [
      'people wait for their answers',
      'answersSlow',
      sql`insert into messages (id, kind, via, caller, body_hash, body, state, received_at, settled_at)
        select gen_random_uuid(), 'completion', 'update', 'x', '', '{}', 'confirmed', now(), now() + interval '1 second'
        from generate_series(1, 5)`,
      sql`update messages set received_at = now() - interval '1 hour' where caller = 'x'`,
    ],
  ])('are not opened while %s', async (_, because, worse, better) => {
    desk.startsWorker();
    await desk.imports([row()]);
    await worse.execute(desk.register);
    const address = await send([row()]);
    await until('it gives way', async () => (await state(address)).waitsBecause === because);
    expect(await opened(address)).toBe(0);
    await better.execute(desk.register);
    await desk.untilState(address, 'ended');
    expect(await state(address)).toMatchObject({ waitsBecause: null, counts: { opened: 1 } });
  });

  it('that fail by a fault of ours do not hold up the others', async () => {
    const faulty = row({ lacksSwedish: 'false' });
    desk.startsWorker({
      planner(facts, records, now) {
        if (facts.language?.lacksSwedish === false) throw new TypeError('a defect');
        return planFirstCut(facts, records, now);
      },
    });
    const result = await desk.result(await desk.imports([faulty, row()]));
    expect(result.map(({ outcome, errors }) => [outcome, errors])).toEqual([
      ['skipped', 'household: could not be opened: a fault of the system, for its operator'],
      ['opened', ''],
    ]);
  });

  it('are opened once though a worker is cut off from the register again and again', async () => {
    desk.startsWorker({ casesPerSecond: 20 });
    const address = await send(Array.from({ length: 30 }, () => row()));
    for (const some of [3, 10]) {
      await until(`${some} are opened`, async () => (await opened(address)) >= some);
      await sql`select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid()`.execute(desk.register);
    }
    await desk.untilState(address, 'ended');
    const result = await desk.result(address);
    expect(new Set(result.map(({ caseId }) => caseId)).size).toBe(30);
  });

  it('that nobody lets go on in the days that rows are kept end unopened; then the rows go too', async () => {
    const address = await send([row(), row()]);
    await desk.post('coordinator', `${address}/stop`, undefined);
    const later = (column: string) =>
      sql`update imports set ${sql.ref(column)} = now() - interval '31 days'`.execute(desk.register);
    await later('received_at');
    await sweepImports(desk.register, 30);
    expect(await state(address)).toMatchObject({ state: 'ended', counts: { skipped: 2 } });
    expect((await desk.result(address))[0]?.errors).toBe('row: nobody let it go on for 30 days');
    await later('ended_at');
    await sweepImports(desk.register, 30);
    expect(await desk.result(address)).toEqual([]);
    expect(await state(address)).toMatchObject({ rows: 2, counts: { skipped: 2 } });
  });
});
