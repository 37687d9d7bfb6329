import { z } from 'zod';

type Range = { readonly min?: number; readonly above?: number; readonly max?: number };

/** A number within a range. `rule` is the message for every other text. */
export function number(rule: string, { min = -Infinity, above = -Infinity, max = Infinity }: Range) {
  return z.coerce.number(rule).min(min, rule).gt(above, rule).max(max, rule);
}

/** A whole number within a range. */
export function wholeNumber(rule: string, range: Range) {
  return number(rule, range).int(rule);
}

/** A port of this machine. */
export const port = wholeNumber('must be a port number, 1 to 65535', { min: 1, max: 65_535 });

/** An http or https address, without a slash at its end. */
export const httpUrl = z
  .url({
    protocol: /^https?$/,
    error: 'must be an http or https address, for instance http://127.0.0.1:8080',
  })
  .transform((url) => url.replace(/\/+$/, ''));

/** The address of a PostgreSQL database. */
export const databaseUrl = z.url({
  protocol: /^postgres(ql)?$/,
  error: 'must be an address of PostgreSQL, for instance postgres://user:password@127.0.0.1:5432/etablering',
});

/** The address of a mail server. */
export const smtpUrl = z.url({
  protocol: /^smtps?$/,
  error: 'must be an address of a mail server, for instance smtps://user:password@smtp.example.se',
});

const WEBHOOK_RULE =
  'must be JSON that gives each agency a Standard Webhooks secret, {"skatteverket":"whsec_..."}';

/** A Standard Webhooks secret for each agency. */
export const webhookSecrets = byName(
  WEBHOOK_RULE,
  z.string({ error: WEBHOOK_RULE }).regex(/^whsec_[A-Za-z0-9+/=]+$/, WEBHOOK_RULE),
);

const ANSWERING_RULE =
  'must be JSON that says how steps are answered, {"sfi":{"answeredBy":"caseworker","handedOver":false}}';

/** How steps are answered, by step. */
export const answering = byName(
  ANSWERING_RULE,
  z.strictObject(
    {
      answeredBy: z.enum(['caseworker', 'agencySystem'], { error: ANSWERING_RULE }),
      handedOver: z.boolean({ error: ANSWERING_RULE }),
    },
    { error: ANSWERING_RULE },
  ),
);

const APPROVAL_RULE =
  'must be JSON that gives steps the outcomes that need a second person, {"ekonomisktBistand":["denied"]}';

/** Outcomes, by step. */
export const outcomes = byName(
  APPROVAL_RULE,
  z.array(z.string({ error: APPROVAL_RULE }), { error: APPROVAL_RULE }),
);

/** Texts with commas between them. */
export const list = z.string().transform((text) => text.split(',').map((entry) => entry.trim()));

/** A JSON object of one kind of values. `rule` is the message for every other text. */
function byName<T extends z.ZodType>(rule: string, value: T) {
  const json = z.string().transform((text, context): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      context.addIssue({ code: 'custom', message: rule });
      return z.NEVER;
    }
  });
  return json.pipe(z.record(z.string({ error: rule }), value, { error: rule }));
}
