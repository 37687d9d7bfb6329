import { z } from 'zod';
import { PlainDate } from '../../domain/model/plain-date';
import { errandReference, filingReference } from '../../domain/process/filings/filing-reference';
import { type AgencyAddress, type AgencyClient, type ErrandWords, knownStep } from './agency-client';
import { agencyHttp, anyAnswer } from './agency-http';

/** What each step orders. */
const PRODUCT = { bankkonto: 'PAYMENT_ACCOUNT', bankId: 'BANKID' } as const;

const PURPOSE = {
  reminder: 'CHASE',
  completion: 'DOCUMENTS',
  demand: 'ESCALATE',
} as const satisfies ErrandWords;

const Order = z.looseObject({ order_number: z.string(), accepted_on: PlainDate });
const Note = z.looseObject({ note_number: z.string(), accepted_on: PlainDate });
const Code = z
  .object({ rejected: z.object({ reason_code: z.string() }) })
  .transform(({ rejected }) => rejected.reason_code);

/** A bank's orders, our reference as `client_order_id`. A bank is never told a dossier number. */
export function createBankClient(address: AgencyAddress): AgencyClient {
  const http = agencyHttp('bank', address, Code);
  return {
    async handOver({ key, now, person }) {
      const body = {
        client_order_id: filingReference(key),
        product: knownStep(PRODUCT, key),
        customer: {
          full_name: `${person.givenName} ${person.familyName}`,
          date_of_birth: person.bornOn,
          personal_identity_number: person.personnummer,
          ...(person.permitGround && { residence_permit: true }),
        },
        submitted_at: now,
      };
      const answer = await http({ method: 'POST', path: '/partner/orders', body, answer: Order });
      return { reference: answer.order_number, on: answer.accepted_on, answer };
    },
    async retract(key) {
      const body = { client_order_id: filingReference(key) };
      await http({ method: 'POST', path: '/partner/orders/withdrawals', body, answer: anyAnswer });
    },
    async sendErrand(kind, key, n, now) {
      const body = {
        client_order_id: filingReference(key),
        note_id: errandReference(key, kind, n),
        purpose: PURPOSE[kind],
        submitted_at: now,
      };
      const answer = await http({ method: 'POST', path: '/partner/orders/notes', body, answer: Note });
      return { reference: answer.note_number, on: answer.accepted_on, answer };
    },
  };
}
