import { sql } from 'kysely';
import { createDatabase, type Register } from '../../register/database';
import { type ChangedDomain, changedDomain } from '../rules/diff/changed-domain';
import { written } from '../rules/diff/cases';
import { createTestDatabase, type TestDatabase } from '../support/databases';
import { intake } from '../support/intake';

const TABLES = 'messages persons identifiers households members facts cases case_steps answers ledger'.split(
  ' ',
);

/** The talk at the kommun is no step any more. */
const ABOLISHED = {
  file: 'process/steps/kommun/kommunmote.ts',
  from: /appliesTo: \w+/,
  to: "appliesTo: () => ({ kind: 'notApplicable', why: 'abolished' })",
};

describe('rules compared over a database', () => {
  let file: TestDatabase;
  let register: Register;
  let changed: ChangedDomain;
  let caseIds: readonly string[];

  beforeAll(async () => {
    file = await createTestDatabase();
    register = createDatabase(file.url);
    const opened = [await intake(register, [[], []]), await intake(register, [[]])];
    caseIds = opened.flat().toSorted();
    await register
      .updateTable('cases')
      .set({ state: 'closed' })
      .where('id', '=', opened[1]?.[0] as never)
      .execute();
    changed = changedDomain(ABOLISHED);
  });

  afterAll(async () => {
    await register.destroy();
    await file.drop();
  });

  it('tell each case that is affected, closed ones as such, and leave every row as it was', async () => {
    const before = await contentOf(register);
    const { out, code } = await changed.rules(['diff', 'HEAD', '--database'], { databaseUrl: file.url });
    expect(code).toBe(0);
    const told = [...out.matchAll(/^case (\S+) on [\d-]+( \(closed\))?$/gm)];
    expect(told.map(([, caseId]) => caseId)).toEqual(caseIds);
    expect(told.filter(([, , closed]) => closed)).toHaveLength(1);
    expect(out).toContain('  kommunmote status: blocked(by delgivning) → notApplicable(abolished)\n');
    expect(out).toMatch(/3 of 3 cases affected, 1 of them closed; 0 failed\n$/);
    expect(await contentOf(register)).toEqual(before);
  });

  it('need no more than a connection that may only read', async () => {
    const databaseUrl = `${file.url}?options=${encodeURIComponent('-c default_transaction_read_only=on')}`;
    const reader = createDatabase(databaseUrl);
    await expect(reader.deleteFrom('answers').execute()).rejects.toThrow('read-only transaction');
    await reader.destroy();
    const { out } = await changed.rules(['diff', 'HEAD'], { databaseUrl });
    expect(out).toContain('3 of 3 cases affected');
  });

  it('affect the same cases when they were written to a file first, with a warning', async () => {
    const exported = await changed.rules(['export'], { databaseUrl: file.url });
    expect(exported.warned).toContain('personal data');
    expect(exported.out.trimEnd().split('\n')).toHaveLength(3);
    const cases = written(changed.root, 'cases.jsonl', exported.out);
    const { out } = await changed.rules(['diff', 'HEAD', '--file', cases]);
    expect(out).toEqual((await changed.rules(['diff', 'HEAD'], { databaseUrl: file.url })).out);
  });

  it('show the fields of answers to the planner, as assess does', async () => {
    const [caseId] = caseIds;
    const messageId = '6d0e8a52-3f0e-4f0e-9d0e-0d1f6b1f7a11';
    const answer = {
      messageId,
      filing: 1,
      outcome: 'served',
      on: '2026-11-20',
      by: 'person',
      at: '2026-11-20T11:00:00.000Z',
    };
    await sql`update case_steps set record = jsonb_set(record, '{answers}', ${JSON.stringify([answer])}::jsonb)
      where case_id = ${caseId} and step_id = 'delgivning'`.execute(register);
    await sql`insert into answers (case_id, step_id, filing, message_id, outcome, on_date, fields)
      values (${caseId}, 'delgivning', 1, ${messageId}, 'served', '2026-11-20', '{"howServed":"by hand"}')`.execute(
      register,
    );
    const { out } = await changed.rules(['export'], { databaseUrl: file.url });
    const exported = out.split('\n').find((line) => line.includes(messageId)) ?? '{}';
    expect(JSON.parse(exported)).toMatchObject({
      caseId,
      records: { delgivning: { answers: [{ ...answer, fields: { howServed: 'by hand' } }] } },
    });
  });
});

/** Everything the tables hold, as one hash each. */
async function contentOf(register: Register): Promise<readonly unknown[]> {
  const hashes = TABLES.map((table) =>
    sql`select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as hash from ${sql.table(table)} t`
      .execute(register)
      .then(({ rows }) => [table, rows[0]]),
  );
  return Promise.all(hashes);
}
