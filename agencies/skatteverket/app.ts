import { Router, type Request } from 'express';
import type { Agency, Desk, Filing, Letter, Reply } from '../kernel/agency';
import { dayOf, nextDeskTime } from '../kernel/calendar';
import type { ErrandKind } from '../kernel/reference';
import { effectOf } from '../procedure/completion';
import { troublesOf } from '../procedure/trouble';
import { announcedRegistration, courseOfFolkbokforing } from './course';
import { Arende, Aterkallelse, Avisering, Besok, Skrivelse } from './words';

/** The counter at the servicekontor is the third desk of the day, after Migrationsverket and Arbetsförmedlingen. */
const DESK_HOUR = 11;

/** Skatteverket: visits at a servicekontor, and the decision on folkbokföring with personnummer. */
export const skatteverket: Agency = {
  id: 'skatteverket',
  sendsWebhooks: true,
  routes,
  trouble: troublesOf(
    {
      unauthorised: 'Anropet saknar giltig nyckel.',
      malformed: 'Anropet följer inte tjänstens format.',
      unknownMatter: 'Ärendet finns inte hos Skatteverket.',
      sameReference: 'Referensen har använts för en annan anmälan.',
      retracted: 'Anmälan är återkallad.',
      refused: 'Anmälan kan inte tas emot.',
    },
    (kod, meddelande) => ({ kod, meddelande }),
  ),
  course: courseOfFolkbokforing,
};

function routes(desk: Desk): Router {
  const router = Router();
  router.post('/folkbokforing/v1/besok', desk.file(visit));
  router.post('/folkbokforing/v1/arenden', desk.file(notification));
  router.post('/folkbokforing/v1/paminnelser', desk.write(letter('reminder')));
  router.post('/folkbokforing/v1/kompletteringar', desk.write(letter('completion')));
  router.post('/folkbokforing/v1/begaran-om-avgorande', desk.write(letter('demand')));
  router.post(
    '/folkbokforing/v1/aviseringar',
    desk.look(
      ({ body }) => Avisering.parse(body).avsandarreferenser,
      (matters) => ({ aviseringar: matters.flatMap((matter) => announcedRegistration(matter) ?? []) }),
    ),
  );
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
    person: dossiernummer,
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
    person: dossiernummer,
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
      answers: effectOf(kind),
      receipt: ({ year, number }, answers) => ({
        kvittensnummer: `K-${year}-${number}`,
        mottagen: dayOf(at),
        status: kind === 'demand' && !answers ? 'BEGARAN_AVSLAGEN' : 'MOTTAGEN',
      }),
    };
  };
}
