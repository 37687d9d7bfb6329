import { randomUUID } from 'node:crypto';
import type { CaseId, MessageId } from '../../../domain/model/ids';
import { startAction } from '../../../register/bulk/change';
import { storePreview } from '../../../register/bulk/preview';
import { createDatabase, type Register } from '../../../register/database';
import { createTestDatabase, type TestDatabase } from '../../support/databases';

const DAY = 24 * 3_600_000;

describe('previews of actions on many cases', () => {
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

  async function previews(previewedBy: string, daysAgo: number): Promise<MessageId> {
    const id = randomUUID() as MessageId;
    const at = new Date(Date.now() - daysAgo * DAY);
    const action = { kind: 'replan' } as const;
    const asked = { id, action, selection: { caseIds: [] }, reason: 'x', area: 'national' } as const;
    const judgement = { kind: 'accepted', changes: [], leftOut: [] } as const;
    const previewed = { caseId: randomUUID() as CaseId, revision: 0, registerVersion: 0, judgement };
    const expiresAt = new Date(at.getTime() + DAY);
    await storePreview(register, { ...asked, previewedBy, at, expiresAt }, [previewed]);
    return id;
  }

  it('that nobody started go a month later with their cases; those that were started stay', async () => {
    const [old, started, recent] = [
      await previews('manager', 31),
      await previews('manager', 31),
      await previews('manager', 29),
    ];
    const anothers = await previews('another', 31);
    await startAction(register, started, new Date());
    const last = await previews('manager', 0);
    const left = await register.selectFrom('bulk_items').select('bulk_id').execute();
    expect(new Set(left.map(({ bulk_id: id }) => id))).toEqual(new Set([started, recent, anothers, last]));
    expect(left.map(({ bulk_id: id }) => id)).not.toContain(old);
  });
});
