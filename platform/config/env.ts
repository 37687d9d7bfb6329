import { existsSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { repositoryRoot } from '../root';

const port = z.coerce
  .number('must be a port number, 1 to 65535')
  .int('must be a port number, 1 to 65535')
  .min(1, 'must be a port number, 1 to 65535')
  .max(65535, 'must be a port number, 1 to 65535');

const httpUrl = z
  .url({
    protocol: /^https?$/,
    error: 'must be an http or https address, for instance http://127.0.0.1:8080',
  })
  .transform((url) => url.replace(/\/+$/, ''));

const databaseUrl = z.url({
  protocol: /^postgres(ql)?$/,
  error: 'must be an address of PostgreSQL, for instance postgres://user:password@127.0.0.1:5432/etablering',
});

const smtpUrl = z.url({
  protocol: /^smtps?$/,
  error: 'must be an address of a mail server, for instance smtps://user:password@smtp.example.se',
});

const WEBHOOK_RULE =
  'must be JSON that gives each agency a Standard Webhooks secret, {"skatteverket":"whsec_..."}';
const webhookSecrets = json(WEBHOOK_RULE).pipe(
  z.record(
    z.string({ error: WEBHOOK_RULE }),
    z.string({ error: WEBHOOK_RULE }).regex(/^whsec_[A-Za-z0-9+/=]+$/, WEBHOOK_RULE),
    { error: WEBHOOK_RULE },
  ),
);

const ANSWERING_RULE =
  'must be JSON that says how steps are answered, {"sfi":{"answeredBy":"caseworker","handedOver":false}}';
const answering = json(ANSWERING_RULE).pipe(
  z.record(
    z.string({ error: ANSWERING_RULE }),
    z.strictObject(
      {
        answeredBy: z.enum(['caseworker', 'agencySystem'], { error: ANSWERING_RULE }),
        handedOver: z.boolean({ error: ANSWERING_RULE }),
      },
      { error: ANSWERING_RULE },
    ),
    { error: ANSWERING_RULE },
  ),
);

const APPROVAL_RULE =
  'must be JSON that gives steps the outcomes that need a second person, {"ekonomisktBistand":["denied"]}';
const secondApproval = json(APPROVAL_RULE).pipe(
  z.record(
    z.string({ error: APPROVAL_RULE }),
    z.array(z.string({ error: APPROVAL_RULE }), { error: APPROVAL_RULE }),
    { error: APPROVAL_RULE },
  ),
);

function json(rule: string) {
  return z.string().transform((text, context): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      context.addIssue({ code: 'custom', message: rule });
      return z.NEVER;
    }
  });
}

/** Every variable that the project reads, with its rule. An empty variable counts as not set. */
const Env = z.object({
  API_PORT: port.default(8080),
  PUBLIC_URL: httpUrl.optional(),
  DATABASE_URL: databaseUrl.optional(),
  POSTGRES_PORT: port.default(5439),
  TEMPORAL_PORT: port.default(7233),
  TEMPORAL_UI_PORT: port.default(8233),
  TEMPORAL_CLI_PATH: z.string().optional(),
  OIDC_PORT: port.default(8081),
  OIDC_ISSUER: httpUrl.optional(),
  OIDC_AUDIENCE: z.string().default('etablering-api'),
  AGENCIES_PORT: port.max(65527, 'must leave room for nine ports in a row').default(8091),
  AGENCIES_SEED: z.string().default('etablering'),
  AGENCIES_DEMO_SPEED: z.coerce
    .number('must be milliseconds, a number over 0')
    .positive('must be milliseconds, a number over 0')
    .default(1000),
  MIGRATIONSVERKET_URL: httpUrl.optional(),
  ARBETSFORMEDLINGEN_URL: httpUrl.optional(),
  SKATTEVERKET_URL: httpUrl.optional(),
  KOMMUN_URL: httpUrl.optional(),
  FORSAKRINGSKASSAN_URL: httpUrl.optional(),
  PENSIONSMYNDIGHETEN_URL: httpUrl.optional(),
  UHR_URL: httpUrl.optional(),
  REGION_URL: httpUrl.optional(),
  BANK_URL: httpUrl.optional(),
  AGENCY_API_KEY: z.string().min(16, 'must be at least 16 characters').optional(),
  WEBHOOK_SECRETS: webhookSecrets.optional(),
  STEP_ANSWERING: answering.default({}),
  SECOND_APPROVAL: secondApproval.default({}),
  STEPS: z
    .string()
    .transform((list) => list.split(',').map((step) => step.trim()))
    .optional(),
  NAVET_POLL_SECONDS: z.coerce
    .number('must be whole seconds, or 0 for never')
    .int('must be whole seconds, or 0 for never')
    .min(0, 'must be whole seconds, or 0 for never')
    .max(86_400, 'must be a day at most, 86400 seconds')
    .default(60),
  ENGINE_WATCH_SECONDS: z.coerce
    .number('must be whole seconds, from 1')
    .int('must be whole seconds, from 1')
    .min(1, 'must be whole seconds, from 1')
    .max(3_600, 'must be an hour at most, 3600 seconds')
    .default(30),
  BULK_CASES_PER_SECOND: z.coerce
    .number('must be a number from 0.1 to 1000')
    .min(0.1, 'must be a number from 0.1 to 1000')
    .max(1000, 'must be a number from 0.1 to 1000')
    .default(20),
  BULK_CASES_AT_MOST: z.coerce
    .number('must be a whole number, 1 to 100000')
    .int('must be a whole number, 1 to 100000')
    .min(1, 'must be a whole number, 1 to 100000')
    .max(100_000, 'must be a whole number, 1 to 100000')
    .default(10_000),
  SUBSCRIPTION_SECONDS: z.coerce
    .number('must be whole seconds, from 1')
    .int('must be whole seconds, from 1')
    .min(1, 'must be whole seconds, from 1')
    .max(3_600, 'must be an hour at most, 3600 seconds')
    .default(60),
  SMTP_URL: smtpUrl.optional(),
  MAIL_FROM: z.string().default('Etablering <no-reply@etablering.example>'),
  MAIL_SMTP_PORT: port.default(1025),
  MAIL_UI_PORT: port.default(8025),
  WEBHOOK_TARGETS: z
    .enum(['public', 'private', 'any'], { error: 'must be public, private or any' })
    .optional(),
  REPLAN_CASES_PER_SECOND: z.coerce
    .number('must be a number up to 100, or 0 for never')
    .min(0, 'must be a number up to 100, or 0 for never')
    .max(100, 'must be a number up to 100, or 0 for never')
    .default(20),
  IMPORT_CASES_PER_SECOND: z.coerce
    .number('must be a number over 0, 100 at most')
    .positive('must be a number over 0, 100 at most')
    .max(100, 'must be a number over 0, 100 at most')
    .default(5),
  IMPORT_KEEP_DAYS: z.coerce
    .number('must be whole days, 1 to 365')
    .int('must be whole days, 1 to 365')
    .min(1, 'must be whole days, 1 to 365')
    .max(365, 'must be whole days, 1 to 365')
    .default(30),
  DATA_DIR: z.string().default('.data'),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
      error: 'must be fatal, error, warn, info, debug, trace or silent',
    })
    .default('info'),
});
export type Env = z.infer<typeof Env>;

/** Their names. */
export const VARIABLE_NAMES: readonly string[] = Object.keys(Env.shape);

export type Variables = Readonly<Record<string, string | undefined>>;

/** One or more variables break their rule; the message has one line for each of them. */
export class BadConfiguration extends Error {
  override readonly name = 'BadConfiguration';
}

/** Reads the variables of the project out of `variables`. Throws `BadConfiguration` naming every faulty one. */
export function readEnv(variables: Variables): Env {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
  const read = Env.safeParse(given);
  if (read.success) return read.data;
  const faults = new Map(read.error.issues.map((issue) => [String(issue.path[0]), issue.message]));
  // The value is not repeated: it may be a secret.
  throw new BadConfiguration([...faults].map(([name, rule]) => `${name} ${rule}`).join('\n'));
}

/** The process's own variables, after `.env` at the root where there is one (a variable that is set wins over it). */
export function processVariables(): Variables {
  const file = path.join(repositoryRoot(), '.env');
  if (existsSync(file)) process.loadEnvFile(file);
  return process.env;
}

/** Variables of the operating system, of Node and of Temporal, which are passed on to the processes that we start. */
const PASSED_ON =
  /^(PATH|HOME|USER|LANG|LC_\w+|TZ|TMPDIR|XDG_\w+|SSL_\w+|NODE_\w+|TEMPORAL_(?!PORT|UI_PORT)\w+)$/;

/** What a process that we start gets besides what it is told. */
export function inheritedVariables(): Readonly<Record<string, string>> {
  const all = Object.entries(processVariables());
  return Object.fromEntries(
    all.flatMap(([name, value]) => (value && PASSED_ON.test(name) ? [[name, value]] : [])),
  );
}
