import { Router, type Request } from 'express';
import { z, ZodError } from 'zod';
import type {
  Agency,
  Circumstances,
  Desk,
  Filing,
  Letter,
  PlannedAnswer,
  Registered,
} from '../kernel/agency';
import { dayOf, nextDeskTime } from '../kernel/calendar';
import type { Matter } from '../kernel/dossiers';
import { effectOf } from '../procedure/completion';
import { troublesOf } from '../procedure/trouble';
import { rewriteEarlierState } from './earlier-state';

/** The parts of a person that every agency needs; each adds its own to a strict object. */
export const identity = {
  givenName: z.string().min(1),
  familyName: z.string().min(1),
  bornOn: z.iso.date(),
};
export const dossierNumber = z.string().regex(/^\d{8}$/);
export const personnummer = z.string().regex(/^\d{12}$/);
export const kommunCode = z.string().regex(/^\d{4}$/);

/** A person as any agency of the protocol reads them. */
export type Person = { [part in keyof typeof identity]: string } & { dossierNumber?: string };

/** The reports that a filing gets, as the kernel's `Agency.course` for one step. */
export type Course = (matter: Matter, circumstances: Circumstances) => readonly PlannedAnswer[];

/** What an agency does with one step. */
export type OpenStep = {
  /** What it needs to know about the person; anything else is refused. */
  readonly person: z.ZodType<Person>;
  /** The agency's own number of a filing. */
  readonly number: (registered: Registered) => string;
  /** A meeting booked at once: on the next working day at this full hour. */
  readonly appointment?: { readonly hour: number; readonly place: string };
  /** Absent for a step whose outcome a caseworker records. */
  readonly course?: Course;
};

/** What makes one agency of the protocol different from the others. */
export type OpenAgency = {
  readonly id: string;
  readonly steps: Readonly<Record<string, OpenStep>>;
  /** What its own number of an errand begins with. */
  readonly errandPrefix: string;
  /** Whether a demand for a decision (FL 12 §) may hasten its decisions. */
  readonly takesDemands?: true;
};

const sentAt = z.iso.datetime({ precision: 3 });
const Errand = z.strictObject({ sentAt });
const ErrandKind = z.enum(['reminder', 'completion', 'demand']);
const FILING = '/filings/:caseId/:stepId/:filing';

/** The simulator of an agency that speaks the open protocol (`docs/operations/agency-protocol.md`). */
export function openAgency(agency: OpenAgency): Agency {
  const courses = Object.values(agency.steps).map(({ course }) => course);
  return {
    id: agency.id,
    sendsWebhooks: courses.some((course) => course !== undefined),
    routes: (desk) => routes(agency, desk),
    trouble: troublesOf(
      {
        unauthorised: 'The API key is missing or not valid',
        malformed: 'The request does not follow the protocol',
        unknownMatter: 'There is no filing under this reference',
        sameReference: 'The reference belongs to another filing',
        retracted: 'The filing is retracted',
        refused: 'The filing is not accepted',
      },
      (code, message) => ({ code, message }),
    ),
    course: (matter, circumstances) =>
      stepOf(agency, matter.key.stepId).course?.(matter, circumstances) ?? [],
    upgrade: rewriteEarlierState,
  };
}

function routes(agency: OpenAgency, desk: Desk): Router {
  const router = Router();
  router.put(
    FILING,
    desk.file((request) => filing(agency, request)),
  );
  router.put(
    `${FILING}/:kind/:n`,
    desk.write((request) => errand(agency, request)),
  );
  router.delete(
    FILING,
    desk.retract(referenceOf, () => ({ status: 204 })),
  );
  return router;
}

function referenceOf({ params }: Request): string {
  return [params.caseId, params.stepId, params.filing].join('/');
}

/** A step, or the step of an occurrence such as `etableringsersattning:2027-05`. Throws a ZodError for any other. */
function stepOf({ steps }: OpenAgency, stepId: string): OpenStep {
  const [name = ''] = stepId.split(':');
  const step = Object.hasOwn(steps, name) ? steps[name] : undefined;
  if (!step) throw new ZodError([]);
  return step;
}

function filing(agency: OpenAgency, request: Request): Filing {
  const stepId = z.string().parse(request.params.stepId);
  const step = stepOf(agency, stepId);
  const content = z.strictObject({ sentAt, person: step.person }).parse(request.body);
  const { sentAt: at, person } = content;
  const { givenName, familyName, bornOn } = person;
  return {
    reference: referenceOf(request),
    at,
    type: stepId,
    // A personnummer may have come between two tries of one filing: it is no part of who it is about.
    about: JSON.stringify([person.dossierNumber, givenName, familyName, bornOn]),
    person: person.dossierNumber ?? `${givenName} ${familyName} ${bornOn}`,
    content,
    receipt: (registered) => ({
      number: step.number(registered),
      registeredOn: dayOf(at),
      ...(step.appointment && {
        appointment: {
          at: nextDeskTime(at, step.appointment.hour).at,
          place: step.appointment.place,
        },
      }),
    }),
  };
}

function errand(agency: OpenAgency, { params, body }: Request): Letter {
  const { sentAt: at } = Errand.parse(body);
  const kind = ErrandKind.parse(params.kind);
  const isDemand = kind === 'demand';
  return {
    reference: [params.caseId, params.stepId, params.filing, kind, params.n].join('/'),
    at,
    kind,
    answers: isDemand && !agency.takesDemands ? undefined : effectOf(kind),
    receipt: ({ number }, answers) => ({
      number: `${agency.errandPrefix}${number}`,
      registeredOn: dayOf(at),
      ...(isDemand && { granted: answers !== undefined }),
    }),
  };
}
