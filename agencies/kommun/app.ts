import { Router, type Request } from 'express';
import { z } from 'zod';
import type { Agency, Desk, Filing, Letter } from '../kernel/agency';
import { dayOf, nextDeskTime } from '../kernel/calendar';
import type { ErrandKind } from '../kernel/reference';
import { troublesOf } from '../procedure/trouble';
import { courseOfSfi } from './course';

/** The last desk of the day. */
const DESK_HOUR = 13;

const externReferens = z.string().max(200);
const inkommen = z.iso.datetime({ precision: 3 });
const kommunkod = z.string().regex(/^\d{4}$/);

const Sokande = z.strictObject({
  dossiernr: z.string().regex(/^\d{8}$/),
  namn: z.string().regex(/^.+, .+$/),
  fodd: z.iso.date(),
  personnummer: z
    .string()
    .regex(/^\d{12}$/)
    .optional(),
});

const Mote = z.strictObject({
  externReferens,
  sokande: Sokande,
  kommunkod: kommunkod.optional(),
  inkommen,
});

const Ansokan = z.strictObject({ externReferens, sokande: Sokande, kommunkod, inkommen });

const Meddelande = z.strictObject({
  externReferens,
  meddelande: z.strictObject({
    id: z.string().max(200),
    slag: z.enum(['påminnelse', 'komplettering', 'begäran om avgörande']),
  }),
  inkommen,
});

const KINDS = {
  påminnelse: 'reminder',
  komplettering: 'completion',
  'begäran om avgörande': 'demand',
} as const satisfies Record<z.infer<typeof Meddelande>['meddelande']['slag'], ErrandKind>;

/** A kommun: books the first meeting (a caseworker records it) and takes applications for SFI. */
export const kommun: Agency = {
  id: 'kommun',
  sendsWebhooks: true,
  routes,
  trouble: troublesOf(
    {
      unauthorised: 'Ogiltig nyckel',
      malformed: 'Ansökan är ofullständig eller felaktigt ifylld',
      unknownMatter: 'Ärendet finns inte',
      sameReference: 'Referensen används av ett annat ärende',
      retracted: 'Ärendet är återkallat',
      refused: 'Ansökan tas inte emot',
    },
    (kod, text) => ({ fel: [{ kod, text }] }),
  ),
  course: courseOfSfi,
};

function routes(desk: Desk): Router {
  const router = Router();
  router.post('/bokningar/mote', desk.file(meeting));
  router.post('/ansokningar/sfi', desk.file(application));
  router.post('/arenden/meddelanden', desk.write(letter));
  router.delete(
    '/arenden',
    desk.retract(
      ({ query }) => externReferens.parse(query.externReferens),
      () => ({ status: 204 }),
    ),
  );
  return router;
}

function meeting({ body }: Request): Filing {
  const content = Mote.parse(body);
  const { inkommen: at } = content;
  const desk = nextDeskTime(at, DESK_HOUR);
  return {
    ...filing('mote', content),
    receipt: ({ number }) => ({
      bokning: { id: `MÖTE ${number}`, externReferens: content.externReferens },
      mote: { dag: desk.day, klockan: `${DESK_HOUR}.00`, plats: 'Kommunens kontaktcenter' },
      datum: dayOf(at),
    }),
  };
}

function application({ body }: Request): Filing {
  const content = Ansokan.parse(body);
  return {
    ...filing('sfi', content),
    receipt: ({ year, number }) => ({
      arende: { diarienummer: `VUX-${year}-${number}`, externReferens: content.externReferens },
      status: 'registrerad',
      datum: dayOf(content.inkommen),
    }),
  };
}

function filing(type: string, content: z.infer<typeof Mote>): Omit<Filing, 'receipt'> {
  const { dossiernr, namn, fodd } = content.sokande;
  const about = JSON.stringify([type, dossiernr, namn, fodd]);
  return {
    reference: content.externReferens,
    at: content.inkommen,
    type,
    about,
    person: dossiernr,
    content,
  };
}

function letter({ body }: Request): Letter {
  const { meddelande, inkommen: at } = Meddelande.parse(body);
  return {
    reference: meddelande.id,
    at,
    kind: KINDS[meddelande.slag],
    receipt: ({ number }) => ({ kvitto: `KV ${number}`, datum: dayOf(at) }),
  };
}
