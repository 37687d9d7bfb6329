import { randomUUID } from 'node:crypto';
import type { MessageId } from '../../../domain/model/ids';
import { createDatabase, type Register } from '../../../register/database';
import { importsAtWork } from '../../../register/imports/at-work';
import { checkNext } from '../../../register/imports/checking/check-import';
import { nextHouseholds } from '../../../register/imports/opening/next-households';
import { beginImport, confirmImport, storeRows } from '../../../register/imports/receive';
import { jsonLine } from '../../api/imports/support/rows';
import { createTestDatabase, type TestDatabase } from '../../support/databases';
import { intake } from '../../support/intake';

describe('the rows of a file, compared with persons who are there and with each other', () => {
  let database: TestDatabase;
  let register: Register;
  beforeEach(async () => {
    database = await createTestDatabase();
    register = createDatabase(database.url);
  });
  afterEach(async () => {
    await register.destroy();
    await database.drop();
  });

  function named(givenName: string, familyName: string, bornOn: string): string {
    return jsonLine({
      givenName,
      familyName,
      facts: [{ fact: { kind: 'birth', bornOn }, validFrom: bornOn }],
    });
  }

  async function sends(rows: readonly string[]): Promise<string> {
    const file = { caller: 'test', area: 'national', format: 'jsonLines', source: 'test' } as const;
    const id = await beginImport(register, { ...file, validateOnly: false });
    await storeRows(
      register,
      id,
      rows.map((content, place) => ({ line: place + 1, content })),
    );
    const message = { id: randomUUID() as MessageId, caller: 'test', bodyHash: '', rows: rows.length };
    await confirmImport(register, id, { ...message, response: { status: 202, body: {} } });
    return id;
  }

  /** As the worker does, until the rows are opened or wait for somebody's word. */
  async function checks(): Promise<void> {
    for (;;) {
      const [file] = await importsAtWork(register);
      if (!file || file.state === 'opening') return;
      await checkNext(register, file);
    }
  }

  it('may be like hundreds of others each', async () => {
    await sends(Array.from({ length: 300 }, () => named('Ali', 'Ahmed', '1990-01-01')));
    await checks();
    const { found } = await register
      .selectFrom('import_candidates')
      .select((eb) => eb.fn.countAll<string>().as('found'))
      .executeTakeFirstOrThrow();
    expect(Number(found)).toBe((300 * 299) / 2);
  });

  it('stay checked when a worker that was away for a moment would check them once more', async () => {
    await sends([named('Ali', 'Ahmed', '1990-01-01')]);
    const [before] = await importsAtWork(register);
    await Promise.all([checks(), checks()]);
    const checked = await register.selectFrom('imports').selectAll().execute();
    expect(checked).toMatchObject([{ state: 'opening' }]);
    for (const state of ['checking', 'comparing'] as const) {
      if (before) await checkNext(register, { ...before, state });
    }
    expect(await register.selectFrom('imports').selectAll().execute()).toEqual(checked);
  });

  it('are compared with somebody who has come back since, too', async () => {
    const [caseId] = await intake(register, [[]]);
    await register
      .updateTable('persons')
      .set({ created_at: new Date(0) })
      .execute();
    await register.updateTable('cases').set({ state: 'closed' }).execute();
    const id = await sends([named('Test', 'Testsson', '1991-05-14')]);
    await checks();
    await register.updateTable('cases').set({ state: 'open' }).execute();
    expect(await nextHouseholds(register, id, 10)).toEqual([]);
    const alike = await register.selectFrom('import_candidates').select('case_id').execute();
    expect(alike).toEqual([{ case_id: caseId }]);
  });
});
