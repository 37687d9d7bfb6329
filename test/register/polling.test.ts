import { sql } from 'kysely';
import { pino } from 'pino';
import type { AskRegistrations } from '../../activities/clients/skatteverket-registrations';
import { createDatabase, type Register } from '../../register/database';
import { polling } from '../../worker/background/polling';
import { createTestDatabase, type TestDatabase } from '../support/databases';
import { type Running, runsAlone } from '../support/engine/background';
import { intake } from '../support/intake';
import { until } from '../support/until';

const QUIET = pino({ level: 'silent' });
const FILED = { filing: 1, state: 'filed', receiptId: 'x', on: '2027-01-13', agency: 'skatteverket' };

/** Skatteverket as a listener: who was asked about, question by question; it knows of nobody. */
function listener() {
  const asked: (readonly string[])[] = [];
  const ask: AskRegistrations = async (references) => {
    asked.push(references);
    return [];
  };
  return { asked, ask };
}

describe('asking Skatteverket who has been registered', () => {
  let file: TestDatabase;
  let register: Register;
  const running: Running[] = [];

  beforeEach(async () => {
    file = await createTestDatabase();
    register = createDatabase(file.url, QUIET);
    await intake(register, [[]]);
  });

  afterEach(async () => {
    await Promise.all(running.splice(0).map(({ stop }) => stop()));
    await register.destroy();
    await file.drop();
  });

  /** As many more cases as wanted, each with a matter at Skatteverket. */
  async function matters(count: number): Promise<void> {
    await sql`insert into cases select (jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid()))).*
      from cases c, generate_series(1, ${count})`.execute(register);
    await sql`insert into case_steps select (jsonb_populate_record(s, jsonb_build_object('case_id', c.id,
        'status_kind', 'open', 'record', s.record || ${JSON.stringify({ handOver: FILED })}::jsonb))).*
      from case_steps s, cases c where s.step_id = 'personnummer' and not exists
        (select 1 from case_steps own where own.case_id = c.id)`.execute(register);
    await sql`insert into receipts select c.id || '/personnummer/1', c.id, 'personnummer', 1, 'skatteverket',
      gen_random_uuid(), 'x', '{}' from cases c join case_steps s on s.case_id = c.id
      where s.step_id = 'personnummer' and s.status_kind = 'open'`.execute(register);
  }

  function polls(ask: AskRegistrations, everyMs = 20): void {
    running.push(runsAlone(polling({ register, ask, everyMs })));
  }

  it('is about every matter that lies there, a hundred at most at a time', async () => {
    await matters(205);
    const { asked, ask } = listener();
    polls(ask, 60_000);
    await until('all have been asked about', async () => asked.length === 3);
    expect(asked.map(({ length }) => length)).toEqual([100, 100, 5]);
    expect(new Set(asked.flat()).size).toBe(205);
    expect(asked[0]?.[0]).toMatch(/^[0-9a-f-]{36}\/personnummer\/1$/);
  });

  it.each([
    ['the case is closed', (id: string) => sql`update cases set state = 'closed' where id = ${id}`],
    [
      'the step is done',
      (id: string) => sql`update case_steps set status_kind = 'done' where case_id = ${id}`,
    ],
    [
      'the filing was taken back',
      (id: string) => sql`update case_steps
        set record = jsonb_set(record, '{handOver,state}', '"retracted"') where case_id = ${id}`,
    ],
    [
      'the filing is an earlier one',
      (id: string) => sql`update case_steps set filing = 2 where case_id = ${id}`,
    ],
    [
      'what came is the receipt of a reminder',
      (id: string) => sql`update receipts set key = key || '/reminder/4' where case_id = ${id}`,
    ],
  ])('is not about a matter of which %s', async (_, change) => {
    await matters(2);
    const [{ case_id: caseId } = { case_id: '' }, other] = await register
      .selectFrom('receipts')
      .selectAll()
      .execute();
    await change(caseId).execute(register);
    const { asked, ask } = listener();
    polls(ask);
    await until('it is asked', async () => asked.length > 1);
    expect(new Set(asked.flat())).toEqual(new Set([other?.key]));
  });

  it('goes on when the connection to the register breaks', async () => {
    await matters(1);
    const { asked, ask } = listener();
    polls(ask);
    await until('it asks', async () => asked.length > 0);
    await sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`.execute(register);
    const before = asked.length;
    await until('it asks again', async () => asked.length > before + 2);
    expect(new Set(asked.flat()).size).toBe(1);
  });

  it('keeps an answer that nobody can read for a person, once', async () => {
    await matters(1);
    const { asked, ask } = listener();
    polls(async (references, signal) => {
      await ask(references, signal);
      return references.map((reference) => ({ reference, unreadable: { personnummer: 'X' } }));
    });
    await until('it has been asked three times', async () => asked.length > 2);
    const [report, ...more] = await register
      .selectFrom('messages')
      .selectAll()
      .where('kind', '=', 'report')
      .execute();
    expect(more).toEqual([]);
    expect(report).toMatchObject({ via: 'signal', state: 'received', caller: 'poll:skatteverket' });
    expect(report?.body).toMatchObject({ items: [{ unreadable: { personnummer: 'X' } }] });
    expect(report?.message?.items).toEqual([{ stepId: 'personnummer', filing: 1 }]);
  });
});
