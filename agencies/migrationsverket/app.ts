import { Router, type Request } from 'express';
import { z } from 'zod';
import type { Agency, Desk, Filing, Letter } from '../kernel/agency';
import { dayOf, nextDeskTime } from '../kernel/calendar';
import type { ErrandKind } from '../kernel/reference';
import { troublesOf } from '../procedure/trouble';

/** The first desk of the day: the permit is handed over here before the other desks can begin. */
const DESK_HOUR = 9;

const skickad = z.iso.datetime({ precision: 3 });

const Delgivning = z.strictObject({
  referens: z.string().max(200),
  dossiernummer: z.string().regex(/^\d{2}-\d{6}$/),
  sokande: z.strictObject({
    fornamn: z.string().min(1),
    efternamn: z.string().min(1),
    fodelsedatum: z.iso.date(),
  }),
  skickad,
});

const Meddelande = z.strictObject({
  referens: z.string().max(200),
  meddelandereferens: z.string().max(200),
  typ: z.enum(['PAMINNELSE', 'KOMPLETTERING', 'BEGARAN_OM_AVGORANDE']),
  skickad,
});

const KINDS = {
  PAMINNELSE: 'reminder',
  KOMPLETTERING: 'completion',
  BEGARAN_OM_AVGORANDE: 'demand',
} as const satisfies Record<z.infer<typeof Meddelande>['typ'], ErrandKind>;

/** Migrationsverket: books the meeting where a permit is served (delgivning). A caseworker records the meeting. */
export const migrationsverket: Agency = {
  id: 'migrationsverket',
  sendsWebhooks: false,
  routes,
  trouble: troublesOf(
    {
      unauthorised: 'Nyckeln saknas eller gäller inte.',
      malformed: 'Uppgifterna kan inte läsas.',
      unknownMatter: 'Bokningen finns inte.',
      sameReference: 'Referensen gäller redan en annan bokning.',
      retracted: 'Bokningen är avbokad.',
      refused: 'Personen kan inte kallas till delgivning.',
    },
    (felkod, feltext) => ({ felkod, feltext }),
  ),
  course: () => [],
};

function routes(desk: Desk): Router {
  const router = Router();
  router.post('/bokningar/delgivning', desk.file(booking));
  router.post('/bokningar/meddelanden', desk.write(letter));
  router.delete(
    '/bokningar/:referens',
    desk.retract(
      ({ params }) => z.string().parse(params.referens),
      () => ({ status: 204 }),
    ),
  );
  return router;
}

function booking({ body }: Request): Filing {
  const content = Delgivning.parse(body);
  const { referens, skickad: at, dossiernummer, sokande } = content;
  return {
    reference: referens,
    at,
    type: 'delgivning',
    about: JSON.stringify([dossiernummer, sokande]),
    person: dossiernummer,
    content,
    receipt: ({ number }) => ({
      bokningsnummer: `MIG-${number}`,
      tid: nextDeskTime(at, DESK_HOUR).at,
      plats: 'Servicekontoret, mottagningen för delgivning',
      registrerad: dayOf(at),
    }),
  };
}

function letter({ body }: Request): Letter {
  const { meddelandereferens, typ, skickad: at } = Meddelande.parse(body);
  return {
    reference: meddelandereferens,
    at,
    kind: KINDS[typ],
    receipt: ({ number }) => ({ kvittens: `MIGM-${number}`, mottaget: dayOf(at) }),
  };
}
