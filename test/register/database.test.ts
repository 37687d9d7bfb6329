import { sql } from 'kysely';
import type { Register } from '../../register/database';
import { createDatabase } from '../../register/database';
import { createTestDatabase } from '../support/databases';
import type { TestDatabase } from '../support/databases';

describe('the register', () => {
  let file: TestDatabase;
  let register: Register;

  beforeAll(async () => {
    file = await createTestDatabase();
    register = createDatabase(file.url);
  });

  afterAll(async () => {
    await register.destroy();
    await file.drop();
  });

  it('gives days as dates without a clock', async () => {
    const { rows } = await sql<{ day: string }>`select date '2026-03-27' as day`.execute(register);
    expect(rows).toEqual([{ day: '2026-03-27' }]);
  });

  it('gives numbers over 32 bits as text, so that no digit is lost', async () => {
    const { rows } = await sql<{ n: string }>`select 9007199254740993::bigint as n`.execute(register);
    expect(rows).toEqual([{ n: '9007199254740993' }]);
  });

  it('survives a transaction that ran into its time limit', async () => {
    const late = register.transaction().execute(async (transaction) => {
      await sql`set local transaction_timeout = '100ms'`.execute(transaction);
      await sql`select pg_sleep(5)`.execute(transaction);
    });
    await expect(late).rejects.toThrow(/terminated|timeout|not queryable/);
    await expect(sql`select 1`.execute(register)).resolves.toMatchObject({ rows: [{ '?column?': 1 }] });
  });

  it('survives a time limit that passes between two statements', async () => {
    const late = register.transaction().execute(async (transaction) => {
      await sql`set local transaction_timeout = '100ms'`.execute(transaction);
      await new Promise((resolve) => setTimeout(resolve, 400));
      await sql`select 1`.execute(transaction);
    });
    await expect(late).rejects.toThrow(/terminated|timeout|not queryable/);
    await expect(sql`select 1`.execute(register)).resolves.toBeDefined();
  });
});
