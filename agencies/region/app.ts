import { Router, type Request } from 'express';
import { z } from 'zod';
import type { Agency, Circumstances, Desk, Filing, Letter, PlannedAnswer } from '../kernel/agency';
import { dayOf, nextDeskTime, plusMilliseconds } from '../kernel/calendar';
import type { Matter } from '../kernel/dossiers';
import type { ErrandKind } from '../kernel/reference';
import { troublesOf } from '../procedure/trouble';

/** The health centre sees newcomers in the morning. */
const DESK_HOUR = 9;
/** Days from the booking to the visit, of our own making: no public figure. */
const WAIT_DAYS = 28;
const DAY_MS = 86_400_000;
const SENDER = 'urn:region:sender-reference';

const instant = z.iso.datetime({ precision: 3 });
const Identifier = z.strictObject({ system: z.literal(SENDER), value: z.string().max(200) });

const Patient = z.strictObject({
  resourceType: z.literal('Patient'),
  identifier: z
    .array(z.strictObject({ type: z.enum(['dossiernummer', 'personnummer']), value: z.string().min(8) }))
    .min(1),
  name: z.strictObject({ family: z.string().min(1), given: z.array(z.string().min(1)).length(1) }),
  birthDate: z.iso.date(),
  address: z.strictObject({ district: z.string().regex(/^\d{4}$/) }).optional(),
});

const Appointment = z.strictObject({
  resourceType: z.literal('Appointment'),
  identifier: Identifier,
  serviceType: z.literal('health-examination'),
  subject: Patient,
  created: instant,
});

const Communication = z.strictObject({
  resourceType: z.literal('Communication'),
  identifier: Identifier,
  category: z.enum(['reminder', 'additional-information', 'request-for-decision']),
  sent: instant,
});

const KINDS = {
  reminder: 'reminder',
  'additional-information': 'completion',
  'request-for-decision': 'demand',
} as const satisfies Record<z.infer<typeof Communication>['category'], ErrandKind>;

/** A region: books the health examination, in a dialect of FHIR, and later reports how the visit went. */
export const region: Agency = {
  id: 'region',
  sendsWebhooks: true,
  routes,
  trouble: troublesOf(
    {
      unauthorised: 'No access to this endpoint',
      malformed: 'The resource does not follow its profile',
      unknownMatter: 'No Appointment has this identifier',
      sameReference: 'The identifier belongs to another Appointment',
      retracted: 'The Appointment has been deleted',
      refused: 'The Patient is not offered this service',
    },
    (code, diagnostics) => ({
      resourceType: 'OperationOutcome',
      issue: [{ severity: 'error', details: { coding: [{ code }] }, diagnostics }],
    }),
  ),
  course: courseOfAppointment,
};

function routes(desk: Desk): Router {
  const router = Router();
  router.post('/fhir/Appointment', desk.file(appointment));
  router.post('/fhir/Communication', desk.write(communication));
  router.delete(
    '/fhir/Appointment',
    desk.retract(
      ({ query }) => z.string().max(200).parse(query.identifier),
      () => ({ status: 204 }),
    ),
  );
  return router;
}

/** Every booking is four weeks ahead. */
function appointment({ body }: Request): Filing {
  const content = Appointment.parse(body);
  const { identifier, serviceType, subject, created: at } = content;
  const start = nextDeskTime(plusMilliseconds(at, WAIT_DAYS * DAY_MS), DESK_HOUR).at;
  const dossier = subject.identifier.find(({ type }) => type === 'dossiernummer')?.value ?? '';
  return {
    reference: identifier.value,
    at,
    type: serviceType,
    about: JSON.stringify([serviceType, dossier, subject.name, subject.birthDate]),
    person: dossier,
    content,
    receipt: ({ number }) => ({
      resourceType: 'Appointment',
      id: `hu-${number}`,
      identifier,
      status: 'booked',
      start,
      meta: { lastUpdated: dayOf(at) },
    }),
  };
}

function communication({ body }: Request): Letter {
  const { identifier, category, sent: at } = Communication.parse(body);
  return {
    reference: identifier.value,
    at,
    kind: KINDS[category],
    receipt: ({ number }) => ({
      resourceType: 'Communication',
      id: `com-${number}`,
      status: 'completed',
      received: dayOf(at),
    }),
  };
}

/** The course of a booking: on its day the visit is reported, or that the person did not need or want it. */
function courseOfAppointment(
  matter: Matter,
  { timetable, behaviour }: Circumstances,
): readonly PlannedAnswer[] {
  const visit = timetable.after(matter.came, behaviour.leadDays ?? WAIT_DAYS, 'visit');
  const write = (versionId: string, today: string | undefined): object => ({
    ...matter.receipt,
    meta: { versionId, lastUpdated: today ?? visit.day },
    ...howItWent(behaviour),
  });
  return [{ name: 'visit', due: visit.due, write }];
}

function howItWent({ avslag, avvisad }: Circumstances['behaviour']): object {
  if (avvisad) return { status: 'cancelled', cancellationReason: 'examined-before' };
  if (avslag) return { status: 'cancelled', cancellationReason: 'patient-declined' };
  return { status: 'fulfilled' };
}
