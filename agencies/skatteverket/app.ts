import { Router, type Request } from 'express';
import type { Agency, Desk, Filing, Letter, Reply, Trouble } from '../kernel/agency';
import { dayOf, nextDeskTime } from '../kernel/calendar';
import type { ErrandKind } from '../kernel/reference';
import { courseOfFolkbokforing, openRequest, waitsForPapers } from './course';
import { Arende, Aterkallelse, Besok, Skrivelse } from './words';

/** The counter at the servicekontor is the third desk of the day, after Migrationsverket and Arbetsförmedlingen. */
const DESK_HOUR = 11;

/** Skatteverket: visits at a servicekontor, and the decision on folkbokföring with personnummer. */
export const skatteverket: Agency = {
  id: 'skatteverket',
  sendsWebhooks: true,
  routes,
  trouble,
  course: courseOfFolkbokforing,
};

function routes(desk: Desk): Router {
  const router = Router();
  router.post('/folkbokforing/v1/besok', desk.file(visit));
  router.post('/folkbokforing/v1/arenden', desk.file(notification));
  router.post('/folkbokforing/v1/paminnelser', desk.write(letter('reminder')));
  router.post('/folkbokforing/v1/kompletteringar', desk.write(letter('completion')));
  router.post('/folkbokforing/v1/begaran-om-avgorande', desk.write(letter('demand')));
  const withdrawn = (avsandarreferens: string): Reply => ({
    status: 200,
    body: { avsandarreferens, status: 'ATERKALLAD' },
  });
  router.post(
    '/folkbokforing/v1/aterkallelser',
    desk.retract(({ body }) => Aterkallelse.parse(body).avsandarreferens, withdrawn),
  );
  return router;
}

function visit({ body }: Request): Filing {
  const content = Besok.parse(body);
  const { avsandarreferens: reference, inkom: at, dossiernummer, person } = content;
  const desk = nextDeskTime(at, DESK_HOUR);
  return {
    reference,
    at,
    type: 'besok',
    about: JSON.stringify(['besok', dossiernummer, person]),
    dossiernummer,
    content,
    receipt: ({ year, number }) => ({
      besoksnummer: `B-${year}-${number}`,
      bokat: dayOf(at),
      besokstid: { datum: desk.day, klockslag: `${DESK_HOUR}:00` },
      servicekontor: 'Eskilstuna',
    }),
  };
}

function notification({ body }: Request): Filing {
  const content = Arende.parse(body);
  const { avsandarreferens: reference, inkom: at, dossiernummer, person } = content;
  return {
    reference,
    at,
    type: 'folkbokforing',
    about: JSON.stringify(['folkbokforing', dossiernummer, person]),
    dossiernummer,
    content,
    receipt: ({ year, number }) => ({
      arendenummer: `${year}-${number}`,
      mottagen: dayOf(at),
      status: 'MOTTAGEN',
    }),
  };
}

function letter(kind: ErrandKind): (request: Request) => Letter {
  return ({ body }) => {
    const { skrivelsereferens: reference, inkom: at } = Skrivelse.parse(body);
    return {
      reference,
      at,
      kind,
      answers: (matter, behaviour) => {
        if (kind === 'completion') return openRequest(matter);
        const isTaken = kind === 'demand' && !behaviour.refuseDemand && !waitsForPapers(matter);
        return isTaken ? 'beslut' : undefined;
      },
      receipt: ({ year, number }, answers) => ({
        kvittensnummer: `K-${year}-${number}`,
        mottagen: dayOf(at),
        status: kind === 'demand' && !answers ? 'BEGARAN_AVSLAGEN' : 'MOTTAGEN',
      }),
    };
  };
}

function trouble(kind: Trouble, kod: string): Reply {
  const replies = {
    unauthorised: { status: 401, meddelande: 'Anropet saknar giltig nyckel.' },
    malformed: { status: 400, meddelande: 'Anropet följer inte tjänstens format.' },
    unknownMatter: { status: 404, meddelande: 'Ärendet finns inte hos Skatteverket.' },
    sameReference: { status: 409, meddelande: 'Referensen har använts för en annan anmälan.' },
    retracted: { status: 410, meddelande: 'Anmälan är återkallad.' },
    refused: { status: 422, meddelande: 'Anmälan kan inte tas emot.' },
  } satisfies Record<Trouble, { status: number; meddelande: string }>;
  const { status, meddelande } = replies[kind];
  return { status, body: { kod, meddelande } };
}
