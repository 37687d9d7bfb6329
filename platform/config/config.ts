import path from 'node:path';
import { repositoryRoot } from '../root';
import type { WebhookTargets } from '../outgoing/webhook-target';
import { BadConfiguration, processVariables, readEnv } from './env';
import type { Env, Variables } from './env';
import { secretsOf } from './secrets';

/** The agencies that have a system of their own here, in the order of their simulators' ports. */
export const AGENCY_SYSTEMS = [
  'migrationsverket',
  'arbetsformedlingen',
  'skatteverket',
  'kommun',
  'forsakringskassan',
  'pensionsmyndigheten',
  'uhr',
  'region',
  'bank',
] as const;
export type AgencySystem = (typeof AGENCY_SYSTEMS)[number];

/** All settings but the secrets, so that it may be logged whole. Paths are absolute, times in milliseconds. */
export type Config = {
  readonly dataDir: string;
  readonly logLevel: Env['LOG_LEVEL'];
  readonly api: { readonly port: number; readonly publicUrl: string };
  readonly postgres: { readonly port: number };
  readonly temporal: { readonly port: number; readonly uiPort: number; readonly cliPath?: string };
  readonly oidc: {
    readonly port: number;
    readonly issuer: string;
    readonly audience: string;
    /** True where no issuer is set: `npm start` then runs the provider itself. */
    readonly own: boolean;
  };
  readonly agencies: {
    readonly port: number;
    readonly seed: string;
    /** How long a day of lead time takes in the demonstration. */
    readonly demoSpeed: number;
    readonly urls: Readonly<Record<AgencySystem, string>>;
  };
  /** The steps that this installation answers or hands over otherwise than the catalogue says, by step id. */
  readonly answering: Env['STEP_ANSWERING'];
  /** The steps that this installation carries; all when not set. */
  readonly steps: Env['STEPS'];
  /** How often Skatteverket is asked who has been registered; 0 is never. */
  readonly registrationsAskedEvery: number;
  /** Pause between two looks at what the engine knows of cases that do not get on, in milliseconds. */
  readonly engineWatchedEvery: number;
  /** Pause between two looks at what subscriptions are about, in milliseconds. */
  readonly subscriptionsLookedAtEvery: number;
  readonly mail: {
    /** Whether there is a mail server to send by; its address is a secret. */
    readonly isOn: boolean;
    readonly from: string;
    /** Where the local mail catcher takes mails, and shows them. */
    readonly smtpPort: number;
    readonly uiPort: number;
  };
  /** Where webhooks of subscriptions may go; `public` where nothing is set, but for `npm start`. */
  readonly webhookTargets?: WebhookTargets;
  /** Cases that are told each second to plan by new rules. */
  readonly replannedPerSecond: number;
  readonly imports: {
    /** The most cases that imports open in a second; fewer while other work waits. */
    readonly casesPerSecond: number;
    /** How long the rows of an import are kept after its end, and an unfinished one at all. */
    readonly keepDays: number;
  };
};

/** The configuration in `variables`. Throws `BadConfiguration` naming every faulty variable. */
export function parseConfig(variables: Variables): Config {
  return configOf(readEnv(variables));
}

/**
 * The configuration of this process. A bad variable ends the process with exit code 1 after one line for each of
 * them, so every main calls this first. Tests pass their variables to `parseConfig` instead.
 */
export function loadConfig(variables: Variables = processVariables()): Config {
  return orExit(() => parseConfig(variables));
}

/** The secrets of this process; as `loadConfig`. */
export function loadSecrets(variables: Variables = processVariables()): ReturnType<typeof secretsOf> {
  return orExit(() => secretsOf(readEnv(variables)));
}

function orExit<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof BadConfiguration)) throw error;
    process.stderr.write(`${error.message}\n`);
    return process.exit(1);
  }
}

function configOf(env: Env): Config {
  return {
    dataDir: path.resolve(repositoryRoot(), env.DATA_DIR),
    logLevel: env.LOG_LEVEL,
    api: { port: env.API_PORT, publicUrl: env.PUBLIC_URL ?? loopback(env.API_PORT) },
    postgres: { port: env.POSTGRES_PORT },
    temporal: { port: env.TEMPORAL_PORT, uiPort: env.TEMPORAL_UI_PORT, cliPath: env.TEMPORAL_CLI_PATH },
    oidc: {
      port: env.OIDC_PORT,
      issuer: env.OIDC_ISSUER ?? loopback(env.OIDC_PORT),
      audience: env.OIDC_AUDIENCE,
      own: env.OIDC_ISSUER === undefined,
    },
    agencies: {
      port: env.AGENCIES_PORT,
      seed: env.AGENCIES_SEED,
      demoSpeed: env.AGENCIES_DEMO_SPEED,
      urls: agencyUrls(env),
    },
    answering: env.STEP_ANSWERING,
    steps: env.STEPS,
    registrationsAskedEvery: env.NAVET_POLL_SECONDS * 1000,
    replannedPerSecond: env.REPLAN_CASES_PER_SECOND,
    engineWatchedEvery: env.ENGINE_WATCH_SECONDS * 1000,
    imports: { casesPerSecond: env.IMPORT_CASES_PER_SECOND, keepDays: env.IMPORT_KEEP_DAYS },
    subscriptionsLookedAtEvery: env.SUBSCRIPTION_SECONDS * 1000,
    mail: {
      isOn: env.SMTP_URL !== undefined,
      from: env.MAIL_FROM,
      smtpPort: env.MAIL_SMTP_PORT,
      uiPort: env.MAIL_UI_PORT,
    },
    webhookTargets: env.WEBHOOK_TARGETS,
  };
}

function agencyUrls(env: Env): Readonly<Record<AgencySystem, string>> {
  const urls = AGENCY_SYSTEMS.map((agency, place) => {
    const variable = `${agency.toUpperCase() as Uppercase<AgencySystem>}_URL` as const;
    return [agency, env[variable] ?? loopback(env.AGENCIES_PORT + place)];
  });
  return Object.fromEntries(urls) as Record<AgencySystem, string>;
}

function loopback(port: number): string {
  return `http://127.0.0.1:${port}`;
}
