import { randomUUID } from 'node:crypto';
import type { MessageId } from '../../../domain/model/ids';
import { createDatabase, type Register } from '../../../register/database';
import { noteInLedger } from '../../../register/ledger';
import { makeOwnChange } from '../../../register/work/own-change';
import { createTestDatabase, type TestDatabase } from '../../support/databases';

const DONE = { status: 200, body: {} };

describe("a change that is the register's own and of no single case", () => {
  let database: TestDatabase;
  let register: Register;
  beforeAll(async () => {
    database = await createTestDatabase();
    register = createDatabase(database.url);
  });
  afterAll(async () => {
    await register.destroy();
    await database.drop();
  });

  function absence(id: MessageId) {
    return { id, caseId: null, kind: 'absence', caller: 'anna', bodyHash: '', body: {} } as const;
  }
  async function told(id: MessageId) {
    return register.selectFrom('ledger').select(['kind', 'actor']).where('message_id', '=', id).execute();
  }

  it('has one row in the ledger, however often it is asked for', async () => {
    const id = randomUUID() as MessageId;
    await makeOwnChange(register, absence(id), async () => DONE);
    expect(await makeOwnChange(register, absence(id), async () => DONE)).toBeUndefined();
    expect(await told(id)).toEqual([{ kind: 'absence', actor: 'anna' }]);
  });

  it('has none when nothing came of it', async () => {
    const id = randomUUID() as MessageId;
    const refused = makeOwnChange(register, absence(id), async () => Promise.reject(new Error('refused')));
    await expect(refused).rejects.toThrow('refused');
    expect(await told(id)).toEqual([]);
  });

  it('has the one that tells more of it, where there is one', async () => {
    const id = randomUUID() as MessageId;
    await makeOwnChange(register, absence(id), async (trx) => {
      await noteInLedger(trx, { messageId: id, kind: 'import', actor: 'bo', content: { rows: 3 } });
      return DONE;
    });
    expect(await told(id)).toEqual([{ kind: 'import', actor: 'bo' }]);
  });
});
