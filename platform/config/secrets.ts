import { BadConfiguration, orExit, processVariables } from './env';
import type { Reader, Variables } from './env';
import { type ReadBy, readSections, section } from './section';

/** What must never be logged. `npm start` makes its own where nothing is set. */
const SECRETS = {
  databaseUrl: section(['DATABASE_URL'], (env) => env.DATABASE_URL),
  /** The bearer key that the project shows to the agencies' systems. */
  agencyApiKey: section(['AGENCY_API_KEY'], (env) => env.AGENCY_API_KEY),
  /** The secret that each agency signs its webhooks with, `whsec_...`. */
  webhookSecrets: section(['WEBHOOK_SECRETS'], (env) => env.WEBHOOK_SECRETS),
  /** The mail server, with its user and password; no mail is sent without. */
  smtpUrl: section(['SMTP_URL'], (env) => env.SMTP_URL),
};

type SecretsOf<R extends Reader> = ReadBy<R, typeof SECRETS>;

/** All secrets; undefined where they are not set. */
export type Secrets = SecretsOf<'start'>;

/** A reader's secrets, those that it cannot do without present. */
type Needed<R extends Reader, K extends keyof SecretsOf<R>> = SecretsOf<R> & {
  readonly [N in K]: NonNullable<SecretsOf<R>[N]>;
};

/**
 * The secrets of a reader in `variables`. Throws `BadConfiguration` naming every faulty variable, or each that is
 * missing of those in `needed`.
 */
export function parseSecrets<R extends Reader, K extends keyof SecretsOf<R> & keyof Secrets = never>(
  variables: Variables,
  reader: R,
  needed: readonly K[] = [],
): Needed<R, K> {
  const secrets = readSections(SECRETS, variables, reader);
  const missing = needed.filter((key) => !secrets[key]).flatMap((key) => SECRETS[key].names);
  if (missing.length === 0) return secrets as Needed<R, K>;
  throw new BadConfiguration(
    missing.map((name) => `${name} must be set; \`npm start\` sets it by itself`).join('\n'),
  );
}

/** The secrets of this process; as `loadConfig`. */
export function loadSecrets<R extends Reader, K extends keyof SecretsOf<R> & keyof Secrets = never>(
  reader: R,
  needed: readonly K[] = [],
): Needed<R, K> {
  return orExit(() => parseSecrets(processVariables(), reader, needed));
}
