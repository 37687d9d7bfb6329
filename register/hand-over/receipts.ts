import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { AgencyId } from '../../domain/model/agency';
import type { Errand } from '../../domain/model/plan';
import type { PlainDate } from '../../domain/model/plain-date';
import {
  errandReference,
  filingReference,
  type FilingKey,
} from '../../domain/process/filings/filing-reference';
import type { RegisterSchema } from '../schema';

/** The key of a receipt: a filing, or an errand about one. */
export type ReceiptKey = FilingKey & { readonly errand?: Pick<Errand, 'kind' | 'n'> };

/** Stores an agency's answer and returns the receipt's id and day; the first answer to a key is kept. */
export async function storeReceipt(
  register: Kysely<RegisterSchema>,
  agency: AgencyId,
  { errand, ...filing }: ReceiptKey,
  receipt: { readonly reference: string; readonly on: PlainDate; readonly answer: unknown },
): Promise<{ receiptId: string; on: PlainDate }> {
  const { id } = await register
    .insertInto('receipts')
    .values({
      key: errand ? errandReference(filing, errand.kind, errand.n) : filingReference(filing),
      case_id: filing.caseId,
      step_id: filing.stepId,
      filing: filing.filing,
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
