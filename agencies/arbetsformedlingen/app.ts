import { Router, type Request } from 'express';
import { z } from 'zod';
import type { Agency, Desk, Filing, Letter } from '../kernel/agency';
import { dayOf, nextDeskTime } from '../kernel/calendar';
import type { ErrandKind } from '../kernel/reference';
import { troublesOf } from '../procedure/trouble';

/** The second desk of the day. */
const DESK_HOUR = 10;

const sentAt = z.iso.datetime({ precision: 3 });

const Appointment = z.strictObject({
  type: z.literal('ETABLERINGSSAMTAL'),
  jobseeker: z.strictObject({
    dossierNumber: z.string().regex(/^\d{8}$/),
    givenName: z.string().min(1),
    familyName: z.string().min(1),
    dateOfBirth: z.iso.date(),
  }),
  sentAt,
});

const Message = z.strictObject({
  type: z.enum(['REMINDER', 'SUPPLEMENT', 'DECISION_DEMAND']),
  sentAt,
});

const KINDS = {
  REMINDER: 'reminder',
  SUPPLEMENT: 'completion',
  DECISION_DEMAND: 'demand',
} as const satisfies Record<z.infer<typeof Message>['type'], ErrandKind>;

/**
 * Arbetsförmedlingen: books the etableringssamtal. An English-worded REST interface where the sender's reference is
 * the `Idempotency-Key` header. A caseworker records the meeting.
 */
export const arbetsformedlingen: Agency = {
  id: 'arbetsformedlingen',
  sendsWebhooks: false,
  routes,
  trouble: troublesOf(
    {
      unauthorised: 'The API key is missing or not valid',
      malformed: 'The request does not follow the schema',
      unknownMatter: 'There is no such appointment',
      sameReference: 'The idempotency key belongs to another appointment',
      retracted: 'The appointment is cancelled',
      refused: 'The person cannot be given an appointment',
    },
    (code, message) => ({ error: { code, message } }),
  ),
  course: () => [],
};

function routes(desk: Desk): Router {
  const router = Router();
  router.post('/v2/appointments', desk.file(appointment));
  router.post('/v2/appointments/messages', desk.write(message));
  router.delete(
    '/v2/appointments',
    desk.retract(idempotencyKey, () => ({ status: 200, body: { status: 'CANCELLED' } })),
  );
  return router;
}

function idempotencyKey(request: Request): string {
  return z.string().max(200).parse(request.get('idempotency-key'));
}

function appointment(request: Request): Filing {
  const content = Appointment.parse(request.body);
  const { type, jobseeker, sentAt: at } = content;
  return {
    reference: idempotencyKey(request),
    at,
    type,
    about: JSON.stringify([type, jobseeker]),
    person: jobseeker.dossierNumber,
    content,
    receipt: ({ number }) => ({
      appointmentId: `apt_${number}`,
      startsAt: nextDeskTime(at, DESK_HOUR).at,
      office: { code: '0484-1', name: 'Arbetsförmedlingen Eskilstuna' },
      bookedOn: dayOf(at),
    }),
  };
}

function message(request: Request): Letter {
  const { type, sentAt: at } = Message.parse(request.body);
  return {
    reference: idempotencyKey(request),
    at,
    kind: KINDS[type],
    receipt: ({ number }) => ({ messageId: `msg_${number}`, receivedOn: dayOf(at) }),
  };
}
