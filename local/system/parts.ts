import type { AgencySystem, Config } from '../../platform/config/config';

/** What the parts are told that no setting says. */
export type Given = {
  readonly databaseUrl: string;
  readonly agencyApiKey: string;
  readonly webhookSecrets: Readonly<Record<string, string>>;
  /** The mail server that is set, or the mail catcher; absent where there is neither. */
  readonly smtpUrl?: string;
  /** Whether the simulators answer at the demonstration's speed. */
  readonly demo: boolean;
};

/** A part of the system that runs as a process of its own. */
export type Part = {
  readonly name: PartName;
  /** Its compiled main, in `dist/`. */
  readonly main: string;
  /** How long it may take to end when asked to, in milliseconds. */
  readonly grace: number;
  /** What it is told; nothing else of this process's variables but those of the system (`inheritedVariables`). */
  readonly variables: (config: Config, given: Given) => Readonly<Record<string, string>>;
};

export const PART_NAMES = ['oidc', 'mail', 'agencies', 'worker', 'api'] as const;
export type PartName = (typeof PART_NAMES)[number];

/**
 * The parts in the order in which they start; they stop in the opposite one. With the servers' own, the graces stay
 * together under the 10 seconds that a stop may take.
 */
export const PARTS: Readonly<Record<PartName, Part>> = {
  oidc: { name: 'oidc', main: 'local/oidc.js', grace: 1000, variables: common },
  mail: { name: 'mail', main: 'local/mail/main.js', grace: 1000, variables: mail },
  agencies: { name: 'agencies', main: 'agencies/main.js', grace: 1000, variables: agencies },
  worker: { name: 'worker', main: 'worker/main.js', grace: 4000, variables: whole },
  api: { name: 'api', main: 'api/main.js', grace: 1000, variables: whole },
};

function common({ dataDir, logLevel, oidc }: Config): Readonly<Record<string, string>> {
  return {
    DATA_DIR: dataDir,
    LOG_LEVEL: logLevel,
    OIDC_PORT: String(oidc.port),
    OIDC_ISSUER: oidc.issuer,
    OIDC_AUDIENCE: oidc.audience,
  };
}

function mail({ dataDir, logLevel, mail: { smtpPort, uiPort } }: Config): Readonly<Record<string, string>> {
  return {
    DATA_DIR: dataDir,
    LOG_LEVEL: logLevel,
    MAIL_SMTP_PORT: String(smtpPort),
    MAIL_UI_PORT: String(uiPort),
  };
}

function whole(config: Config, given: Given): Readonly<Record<string, string>> {
  const urls = Object.entries(config.agencies.urls).map(([agency, url]) => [
    urlVariable(agency as AgencySystem),
    url,
  ]);
  return {
    ...common(config),
    ...(Object.fromEntries(urls) as Record<string, string>),
    API_PORT: String(config.api.port),
    PUBLIC_URL: config.api.publicUrl,
    DATABASE_URL: given.databaseUrl,
    TEMPORAL_PORT: String(config.temporal.port),
    TEMPORAL_UI_PORT: String(config.temporal.uiPort),
    AGENCIES_PORT: String(config.agencies.port),
    AGENCY_API_KEY: given.agencyApiKey,
    WEBHOOK_SECRETS: JSON.stringify(given.webhookSecrets),
    STEP_ANSWERING: JSON.stringify(config.answering),
    STEPS: config.steps?.join(',') ?? '',
    BULK_CASES_PER_SECOND: String(config.bulk.casesPerSecond),
    BULK_CASES_AT_MOST: String(config.bulk.casesAtMost),
    SECOND_APPROVAL: JSON.stringify(config.secondApproval),
    NAVET_POLL_SECONDS: String(config.registrationsAskedEvery / 1000),
    IMPORT_CASES_PER_SECOND: String(config.imports.casesPerSecond),
    IMPORT_KEEP_DAYS: String(config.imports.keepDays),
    ENGINE_WATCH_SECONDS: String(config.engineWatchedEvery / 1000),
    SUBSCRIPTION_SECONDS: String(config.subscriptionsLookedAtEvery / 1000),
    SMTP_URL: given.smtpUrl ?? '',
    MAIL_FROM: config.mail.from,
    // On one machine the receivers are there too, and have no certificates.
    WEBHOOK_TARGETS: config.webhookTargets ?? 'any',
    REPLAN_CASES_PER_SECOND: String(config.replannedPerSecond),
  };
}

/** The simulators are no part of the project: they learn where to send their webhooks, and their secrets. */
function agencies(config: Config, given: Given): Readonly<Record<string, string>> {
  return {
    AGENCIES_PORT: String(config.agencies.port),
    AGENCIES_DATA_DIR: `${config.dataDir}/agencies`,
    AGENCIES_SEED: config.agencies.seed,
    ...(given.demo ? { AGENCIES_DEMO_SPEED: String(config.agencies.demoSpeed) } : {}),
    AGENCY_API_KEY: given.agencyApiKey,
    WEBHOOK_URL: `http://127.0.0.1:${config.api.port}/api/v1/webhooks`,
    WEBHOOK_SECRETS: JSON.stringify(given.webhookSecrets),
  };
}

function urlVariable(agency: AgencySystem): string {
  return `${agency.toUpperCase()}_URL`;
}
