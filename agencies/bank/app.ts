import { Router, type Request } from 'express';
import { z } from 'zod';
import type { Agency, Desk, Filing, Letter } from '../kernel/agency';
import { dayOf } from '../kernel/calendar';
import type { ErrandKind } from '../kernel/reference';
import { bearingOf } from '../procedure/completion';
import { troublesOf } from '../procedure/trouble';
import { courseOfOrder, PRODUCTS } from './course';

const client_order_id = z.string().max(200);
const submitted_at = z.iso.datetime({ precision: 3 });

const Order = z.strictObject({
  client_order_id,
  product: z.enum(PRODUCTS),
  customer: z.strictObject({
    full_name: z.string().min(3),
    date_of_birth: z.iso.date(),
    personal_identity_number: z
      .string()
      .regex(/^\d{12}$/)
      .optional(),
    residence_permit: z.boolean().optional(),
  }),
  submitted_at,
});

const Note = z.strictObject({
  client_order_id,
  note_id: z.string().max(200),
  purpose: z.enum(['CHASE', 'DOCUMENTS', 'ESCALATE']),
  submitted_at,
});

const KINDS = { CHASE: 'reminder', DOCUMENTS: 'completion', ESCALATE: 'demand' } as const satisfies Record<
  z.infer<typeof Note>['purpose'],
  ErrandKind
>;

/** A bank: orders of a payment account and of BankID. It knows no dossier numbers; it is no authority. */
export const bank: Agency = {
  id: 'bank',
  sendsWebhooks: true,
  routes,
  trouble: troublesOf(
    {
      unauthorised: 'Unknown partner',
      malformed: 'Order cannot be validated',
      unknownMatter: 'Order does not exist',
      sameReference: 'Order id already used',
      retracted: 'Order is withdrawn',
      refused: 'Order cannot be accepted',
    },
    (reason_code, reason) => ({ rejected: { reason_code, reason } }),
  ),
  course: courseOfOrder,
};

function routes(desk: Desk): Router {
  const router = Router();
  router.post('/partner/orders', desk.file(order));
  router.post('/partner/orders/notes', desk.write(note));
  router.post(
    '/partner/orders/withdrawals',
    desk.retract(
      ({ body }) => z.strictObject({ client_order_id }).parse(body).client_order_id,
      () => ({ status: 200, body: { order_status: 'WITHDRAWN' } }),
    ),
  );
  return router;
}

function order({ body }: Request): Filing {
  const content = Order.parse(body);
  const { product, customer, submitted_at: at } = content;
  const person = `${customer.full_name} ${customer.date_of_birth}`;
  return {
    reference: content.client_order_id,
    at,
    type: product,
    about: `${product} ${person}`,
    person,
    content,
    receipt: ({ number }) => ({
      order_number: `${product === 'BANKID' ? 'B' : 'A'}${number}`,
      accepted_on: dayOf(at),
      order_status: 'PENDING',
    }),
  };
}

function note({ body }: Request): Letter {
  const { note_id, purpose, submitted_at: at } = Note.parse(body);
  const kind = KINDS[purpose];
  return {
    reference: note_id,
    at,
    kind,
    answers: bearingOf(kind),
    receipt: ({ number }) => ({ note_number: number, accepted_on: dayOf(at) }),
  };
}
