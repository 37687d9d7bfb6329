import { Router, type Request } from 'express';
import { z } from 'zod';
import type { Agency, Desk, Filing, Letter } from '../kernel/agency';
import { dayOf } from '../kernel/calendar';
import type { ErrandKind } from '../kernel/reference';
import { bearingOf } from '../procedure/completion';
import { troublesOf } from '../procedure/trouble';
import { courseOfPension } from './course';

const klient_referens = z.string().max(200);
const ankomst = z.iso.datetime({ precision: 3 });

const Pensionsansokan = z.strictObject({
  klient_referens,
  forman: z.literal('GRUNDSKYDD'),
  /** Of a renewal: the month from which the support is asked for again. */
  fornyas_fran: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
    .optional(),
  pensionssokande: z.strictObject({
    dossier_nr: z.string().regex(/^\d{2}-\d{6}$/),
    person_nr: z
      .string()
      .regex(/^\d{8}-\d{4}$/)
      .optional(),
    hela_namnet: z.string().min(3),
    fodd: z.iso.date(),
    bosatt_i: z
      .string()
      .regex(/^\d{4}$/)
      .optional(),
  }),
  ankomst,
});

const Inkommande = z.strictObject({
  klient_referens,
  brev_referens: klient_referens,
  brev_typ: z.enum(['paminnelse', 'komplettering', 'begaran_om_avgorande']),
  ankomst,
});

const KINDS = {
  paminnelse: 'reminder',
  komplettering: 'completion',
  begaran_om_avgorande: 'demand',
} as const satisfies Record<z.infer<typeof Inkommande>['brev_typ'], ErrandKind>;

/** Pensionsmyndigheten: garantipension, bostadstillägg and äldreförsörjningsstöd on one application, and its renewal. */
export const pensionsmyndigheten: Agency = {
  id: 'pensionsmyndigheten',
  sendsWebhooks: true,
  routes,
  trouble: troublesOf(
    {
      unauthorised: 'Okänd klient',
      malformed: 'Meddelandet följer inte schemat',
      unknownMatter: 'Okänd klient_referens',
      sameReference: 'klient_referens är upptagen',
      retracted: 'Ansökan är återkallad',
      refused: 'Ansökan registreras inte',
    },
    (fel_kod, fel_text) => ({ fel_kod, fel_text }),
  ),
  course: courseOfPension,
};

function routes(desk: Desk): Router {
  const router = Router();
  router.post('/pension/ansokningar', desk.file(application));
  router.post('/pension/brev', desk.write(letter));
  router.post(
    '/pension/aterkallade',
    desk.retract(
      ({ body }) => z.strictObject({ klient_referens }).parse(body).klient_referens,
      () => ({ status: 202, body: {} }),
    ),
  );
  return router;
}

function application({ body }: Request): Filing {
  const content = Pensionsansokan.parse(body);
  const { klient_referens: reference, forman, pensionssokande, ankomst: at } = content;
  const { dossier_nr, hela_namnet, fodd } = pensionssokande;
  return {
    reference,
    at,
    type: forman,
    about: JSON.stringify([forman, content.fornyas_fran, dossier_nr, hela_namnet, fodd]),
    person: dossier_nr,
    content,
    receipt: ({ year, number }) => ({
      diarienummer: `VER ${year}-${number}`,
      ankomstdag: dayOf(at),
    }),
  };
}

function letter({ body }: Request): Letter {
  const { brev_referens: reference, brev_typ, ankomst: at } = Inkommande.parse(body);
  const kind = KINDS[brev_typ];
  return {
    reference,
    at,
    kind,
    answers: bearingOf(kind),
    receipt: ({ number }, answers) => ({
      kvittonummer: `PMB-${number}`,
      ankomstdag: dayOf(at),
      ...(kind === 'demand' && { avgors: answers !== undefined }),
    }),
  };
}
