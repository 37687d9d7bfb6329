import { BadConfiguration } from './env';
import type { Env } from './env';

/** What must never be logged. `npm start` makes its own where nothing is set. */
export type Secrets = {
  readonly databaseUrl?: string;
  /** The bearer key that the project shows the agencies' systems. */
  readonly agencyApiKey?: string;
  /** The secret that each agency signs its webhooks with, `whsec_...`. */
  readonly webhookSecrets?: Readonly<Record<string, string>>;
  /** The mail server, with its user and password; no mail is sent without. */
  readonly smtpUrl?: string;
};

/** What no process of ours can do without. */
export type NeededSecrets = Required<Omit<Secrets, 'smtpUrl'>> & Pick<Secrets, 'smtpUrl'>;

/** The secrets among the variables. */
export function secretsOf(env: Env): Secrets {
  return {
    databaseUrl: env.DATABASE_URL,
    agencyApiKey: env.AGENCY_API_KEY,
    webhookSecrets: env.WEBHOOK_SECRETS,
    smtpUrl: env.SMTP_URL,
  };
}

/** The secrets, all that are needed present, for a process that cannot do without. Throws `BadConfiguration` naming those missing. */
export function requireSecrets(secrets: Secrets): NeededSecrets {
  const { databaseUrl, agencyApiKey, webhookSecrets, smtpUrl } = secrets;
  if (databaseUrl && agencyApiKey && webhookSecrets) {
    return { databaseUrl, agencyApiKey, webhookSecrets, smtpUrl };
  }
  const missing = [
    ...(databaseUrl ? [] : ['DATABASE_URL']),
    ...(agencyApiKey ? [] : ['AGENCY_API_KEY']),
    ...(webhookSecrets ? [] : ['WEBHOOK_SECRETS']),
  ];
  throw new BadConfiguration(
    missing.map((name) => `${name} must be set; \`npm start\` sets it by itself`).join('\n'),
  );
}
