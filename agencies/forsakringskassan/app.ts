import { Router, type Request } from 'express';
import { z } from 'zod';
import type { Agency, Desk, Filing, Letter } from '../kernel/agency';
import { dayOf } from '../kernel/calendar';
import type { ErrandKind } from '../kernel/reference';
import { bearingOf } from '../procedure/completion';
import { troublesOf } from '../procedure/trouble';
import { courseOfAnsokan, FORMANSKODER } from './course';

const ankom = z.iso.datetime({ precision: 3 });
const referens = z.string().max(200);

const Ansokan = z.strictObject({
  formanskod: z.enum(FORMANSKODER),
  /** The month that is applied for, of an application that comes back every month. */
  avserManad: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
    .optional(),
  sokande: z
    .strictObject({
      dossiernr: z.string().regex(/^\d{8}$/),
      personnummer: z.string().regex(/^\d{12}$/),
      fornamn: z.string().min(1),
      efternamn: z.string().min(1),
      fodelsedag: z.iso.date(),
    })
    .partial({ dossiernr: true, personnummer: true })
    .refine(({ dossiernr, personnummer }) => dossiernr ?? personnummer),
  inresedag: z.iso.date().optional(),
  ankom,
});

const Handelse = z.strictObject({
  handelsetyp: z.enum(['PAMINNELSE', 'INKOMMEN_KOMPLETTERING', 'BEGARAN_ATT_AVGORA']),
  ankom,
});

const KINDS = {
  PAMINNELSE: 'reminder',
  INKOMMEN_KOMPLETTERING: 'completion',
  BEGARAN_ATT_AVGORA: 'demand',
} as const satisfies Record<z.infer<typeof Handelse>['handelsetyp'], ErrandKind>;

/**
 * Försäkringskassan: etableringsersättning for the kartläggning and month by month, and whether a person is insured.
 * The sender's reference is the resource: an application is put where it is to be found.
 */
export const forsakringskassan: Agency = {
  id: 'forsakringskassan',
  sendsWebhooks: true,
  routes,
  trouble: troublesOf(
    {
      unauthorised: 'Avsändaren är inte behörig',
      malformed: 'Ansökan kunde inte tolkas',
      unknownMatter: 'Det finns inget förmånsärende med den referensen',
      sameReference: 'Referensen hör till ett annat förmånsärende',
      retracted: 'Ansökan är återtagen',
      refused: 'Ansökan tas inte upp',
    },
    (statuskod, beskrivning) => ({ felinformation: { statuskod, beskrivning } }),
  ),
  course: courseOfAnsokan,
};

function routes(desk: Desk): Router {
  const router = Router();
  const arende = '/formaner/v3/arenden/:arendereferens';
  router.put(arende, desk.file(application));
  router.put(`${arende}/handelser/:handelsereferens`, desk.write(event));
  router.post(
    `${arende}/atertagande`,
    desk.retract(
      ({ params }) => referens.parse(params.arendereferens),
      (arendereferens) => ({ status: 200, body: { arendereferens, arendestatus: 'ATERTAGEN' } }),
    ),
  );
  return router;
}

function application({ body, params }: Request): Filing {
  const content = Ansokan.parse(body);
  const { formanskod, avserManad, sokande, ankom: at } = content;
  const { dossiernr, personnummer = '', fornamn, efternamn, fodelsedag } = sokande;
  // A personnummer may have come between two tries of one filing; where a dossier number is given it tells persons apart.
  const person = dossiernr ?? personnummer;
  return {
    reference: referens.parse(params.arendereferens),
    at,
    type: formanskod,
    about: JSON.stringify([formanskod, avserManad, person, fornamn, efternamn, fodelsedag]),
    person,
    content,
    receipt: ({ year, number }) => ({
      arendeId: `FK-${number}/${year.slice(2)}`,
      registreringsdag: dayOf(at),
      arendestatus: 'PAGAENDE',
    }),
  };
}

function event({ body, params }: Request): Letter {
  const { handelsetyp, ankom: at } = Handelse.parse(body);
  const kind = KINDS[handelsetyp];
  return {
    reference: referens.parse(params.handelsereferens),
    at,
    kind,
    answers: bearingOf(kind),
    receipt: ({ number }, answers) => ({
      handelseId: `FKH-${number}`,
      registreringsdag: dayOf(at),
      ...(kind === 'demand' && { begaran: answers ? 'BEVILJAD' : 'AVSLAGEN' }),
    }),
  };
}
