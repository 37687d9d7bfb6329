import type { Circumstances, PlannedAnswer } from '../kernel/agency';
import type { Matter } from '../kernel/dossiers';
import { requestsFor } from '../procedure/completion';
import { drawnDays } from '../procedure/decision';

export const PRODUCTS = ['PAYMENT_ACCOUNT', 'BANKID'] as const;
type Product = (typeof PRODUCTS)[number];

/** Days from a complete order. An account within ten bank days (2010:751 4 a kap.); BankID of our own making. */
const LEAD = {
  PAYMENT_ACCOUNT: { first: 5, last: 15 },
  BANKID: { first: 3, last: 14 },
} as const satisfies Record<Product, { first: number; last: number }>;

const REASONS = {
  PAYMENT_ACCOUNT: 'Identiteten kunde inte kontrolleras (lag 2017:630 3 kap.).',
  BANKID: 'Giltig id-handling saknas.',
} as const satisfies Record<Product, string>;

/** The course of an order: documents asked for, then opened or refused on the day that it is decided. */
export function courseOfOrder(matter: Matter, circumstances: Circumstances): readonly PlannedAnswer[] {
  const product = matter.type as Product;
  const { requests, since } = requestsFor(matter, circumstances, (event_id, { on, by }) => ({
    ...envelope(matter, event_id, 'documents_requested'),
    requested_on: on,
    answer_by: by,
    documents: ['proof of identity'],
  }));
  if (!since) return requests;
  const { timetable, behaviour } = circumstances;
  const days = behaviour.leadDays ?? drawnDays(circumstances, LEAD[product], 'beslut');
  const coming = timetable.after(since, days, 'beslut');
  const write = (event_id: string, today: string | undefined): object => {
    const day = today ?? coming.day;
    return behaviour.avslag
      ? { ...envelope(matter, event_id, 'refused'), refused_on: day, reason: REASONS[product] }
      : { ...envelope(matter, event_id, 'opened'), opened_on: day };
  };
  return [...requests, { name: 'beslut', due: coming.due, write }];
}

function envelope(matter: Matter, event_id: string, event: string): object {
  const { order_number } = matter.receipt as { order_number: string };
  return { event_id, event: `order.${event}`, client_order_id: matter.reference, order_number };
}
