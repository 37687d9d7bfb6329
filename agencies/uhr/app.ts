import { Router, type Request } from 'express';
import { z } from 'zod';
import type { Agency, Desk, Filing, Letter } from '../kernel/agency';
import { dayOf } from '../kernel/calendar';
import type { ErrandKind } from '../kernel/reference';
import { bearingOf } from '../procedure/completion';
import { troublesOf } from '../procedure/trouble';
import { courseOfUtlatande } from './course';

const SLAG = {
  paminnelse: 'reminder',
  komplettering: 'completion',
  begaran: 'demand',
} as const satisfies Record<string, ErrandKind>;

const Ansokan = z.strictObject({
  tjanst: z.literal('utlandsk-utbildning'),
  dossierNr: z.string().regex(/^\d{8}$/),
  personNr: z
    .string()
    .regex(/^\d{12}$/)
    .optional(),
  fornamn: z.string().min(1),
  efternamn: z.string().min(1),
  fodelseDatum: z.iso.date(),
  inskickad: z.iso.datetime({ precision: 3 }),
});
const Inskickat = z.strictObject({ inskickad: z.iso.datetime({ precision: 3 }) });

/** UHR: a statement on grades from abroad. The sender's reference is the header `Uhr-Referens`. */
export const uhr: Agency = {
  id: 'uhr',
  sendsWebhooks: true,
  routes,
  trouble: troublesOf(
    {
      unauthorised: 'Nyckeln gäller inte för tjänsten.',
      malformed: 'Ansökan kan inte läsas.',
      unknownMatter: 'Vi har ingen ansökan med den referensen.',
      sameReference: 'Referensen används för en annan ansökan.',
      retracted: 'Ansökan är återtagen.',
      refused: 'Vi bedömer inte den här utbildningen.',
    },
    (orsakskod, hjalptext) => ({ orsakskod, hjalptext }),
  ),
  course: courseOfUtlatande,
};

function routes(desk: Desk): Router {
  const router = Router();
  router.post('/bedomning/ansokningar', desk.file(application));
  for (const [slag, kind] of Object.entries(SLAG)) {
    router.post(`/bedomning/ansokningar/${slag}`, desk.write(letter(kind)));
  }
  router.delete(
    '/bedomning/ansokningar',
    desk.retract(referens, () => ({ status: 204 })),
  );
  return router;
}

function referens(request: Request): string {
  return z.string().max(200).parse(request.get('uhr-referens'));
}

function application(request: Request): Filing {
  const content = Ansokan.parse(request.body);
  const { tjanst, dossierNr, fornamn, efternamn, fodelseDatum, inskickad: at } = content;
  return {
    reference: referens(request),
    at,
    type: tjanst,
    about: [tjanst, dossierNr, fornamn, efternamn, fodelseDatum].join('|'),
    person: dossierNr,
    content,
    receipt: ({ year, number }) => ({
      ansokningsNr: `UHR-${year}/${number}`,
      inkom: dayOf(at),
    }),
  };
}

function letter(kind: ErrandKind): (request: Request) => Letter {
  return (request) => {
    const { inskickad: at } = Inskickat.parse(request.body);
    return {
      reference: referens(request),
      at,
      kind,
      answers: bearingOf(kind),
      receipt: ({ number }, answers) => ({
        inkommenHandling: `${number}`,
        inkom: dayOf(at),
        ...(kind === 'demand' && { bifallen: answers !== undefined }),
      }),
    };
  };
}
