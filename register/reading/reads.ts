import { createHash } from 'node:crypto';
import type { CaseId } from '../../domain/model/ids';
import { lockCase } from '../assessment/projection';
import type { Register } from '../database';
import { appendLedger } from '../ledger';

/**
 * Records in the ledger that somebody has read personal data of these cases: one row for each reader, case and hour,
 * so that a refreshing screen does not fill the timeline.
 */
export async function recordReads(
  register: Register,
  reader: string,
  cases: readonly CaseId[],
  route: string,
): Promise<void> {
  if (cases.length === 0) return;
  const hour = new Date().toISOString().slice(0, 13);
  const keyOf = (caseId: CaseId) => `${caseId}/read/${reader}/${hour}`;
  const known = await register
    .selectFrom('ledger')
    .select('event_key')
    .where('event_key', 'in', cases.map(keyOf))
    .execute();
  const isKnown = new Set(known.map((row) => row.event_key));
  for (const caseId of cases.filter((id) => !isKnown.has(keyOf(id)))) {
    await register.transaction().execute(async (trx) => {
      await lockCase(trx, caseId);
      const entry = { eventKey: keyOf(caseId), kind: 'read', actor: reader, content: { route } };
      await appendLedger(trx, caseId, [entry]);
    });
  }
}

/** Records which cases somebody saw in a list: one row for each reader, page and hour, in no case's ledger. */
export async function recordListing(
  register: Register,
  reader: string,
  cases: readonly CaseId[],
  route: string,
): Promise<void> {
  if (cases.length === 0) return;
  const hour = new Date().toISOString().slice(0, 13);
  const content = Buffer.from(JSON.stringify({ route, cases }));
  const hash = createHash('sha256').update(content).digest();
  await register
    .insertInto('ledger')
    .values({
      case_id: null,
      event_key: `list/${reader}/${hour}/${hash.toString('hex')}`,
      message_id: null,
      kind: 'listed',
      actor: reader,
      content,
      prev_hash: null,
      hash,
    })
    .onConflict((conflict) => conflict.column('event_key').doNothing())
    .execute();
}
