import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { AgencyId } from '../../domain/model/agency';
import type { CaseId, StepId } from '../../domain/model/ids';
import type { PlainDate } from '../../domain/model/plain-date';
import type { RegisterSchema } from '../schema';

/** What a receipt is for: a filing, or an errand about one. */
export type ReceiptKey = {
  readonly caseId: CaseId;
  readonly stepId: StepId;
  readonly filing: number;
  readonly kind?: string;
  readonly n?: number;
};

/** The key under which an agency got something: `caseId/stepId/filing`, with `/<kind>/<n>` for an errand. */
export function receiptKey({ caseId, stepId, filing, kind, n }: ReceiptKey): string {
  return [caseId, stepId, filing, ...(kind === undefined ? [] : [kind, n])].join('/');
}

/** Stores what an agency answered and gives the receipt's id and day; the first answer to a key stands. */
export async function storeReceipt(
  register: Kysely<RegisterSchema>,
  agency: AgencyId,
  key: ReceiptKey,
  receipt: { readonly reference: string; readonly on: PlainDate; readonly answer: unknown },
): Promise<{ receiptId: string; on: PlainDate }> {
  const { id } = await register
    .insertInto('receipts')
    .values({
      key: receiptKey(key),
      case_id: key.caseId,
      step_id: key.stepId,
      filing: key.filing,
      agency,
      id: randomUUID(),
      agency_reference: receipt.reference,
      answer: JSON.stringify(receipt.answer),
    })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ agency }))
    .returning('id')
    .executeTakeFirstOrThrow();
  return { receiptId: id, on: receipt.on };
}
