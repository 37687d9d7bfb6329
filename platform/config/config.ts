import path from 'node:path';
import { repositoryRoot } from '../root';
import { orExit, processVariables } from './env';
import type { Reader, Variables } from './env';
import { type ReadBy, readSections, section } from './section';
import { AGENCY_SYSTEMS, type AgencySystem, urlVariable } from './settings/agencies';

/** What may be logged. Paths are absolute, times in milliseconds. */
const SECTIONS = {
  dataDir: section(['DATA_DIR'], (env) => path.resolve(repositoryRoot(), env.DATA_DIR)),
  logLevel: section(['LOG_LEVEL'], (env) => env.LOG_LEVEL),
  api: section(['API_PORT', 'PUBLIC_URL'], (env) => ({
    port: env.API_PORT,
    publicUrl: env.PUBLIC_URL ?? loopback(env.API_PORT),
  })),
  postgres: section(['POSTGRES_PORT'], (env) => ({ port: env.POSTGRES_PORT })),
  temporal: section(['TEMPORAL_PORT'], (env) => ({ port: env.TEMPORAL_PORT })),
  temporalUi: section(['TEMPORAL_UI_PORT'], (env) => ({ port: env.TEMPORAL_UI_PORT })),
  oidc: section(['OIDC_PORT', 'OIDC_ISSUER', 'OIDC_AUDIENCE'], (env) => ({
    port: env.OIDC_PORT,
    issuer: env.OIDC_ISSUER ?? loopback(env.OIDC_PORT),
    audience: env.OIDC_AUDIENCE,
    /** True where no issuer is set: `npm start` then runs the provider itself. */
    own: env.OIDC_ISSUER === undefined,
  })),
  agencies: section(['AGENCIES_PORT', ...AGENCY_SYSTEMS.map(urlVariable)], (env) => ({
    port: env.AGENCIES_PORT,
    urls: Object.fromEntries(
      AGENCY_SYSTEMS.map((agency, place) => [
        agency,
        env[urlVariable(agency)] ?? loopback(env.AGENCIES_PORT + place),
      ]),
    ) as Readonly<Record<AgencySystem, string>>,
  })),
  demoSpeed: section(['AGENCIES_DEMO_SPEED'], (env) => env.AGENCIES_DEMO_SPEED),
  steps: section(['STEPS'], (env) => env.STEPS),
  answering: section(['STEP_ANSWERING'], (env) => env.STEP_ANSWERING),
  secondApproval: section(['SECOND_APPROVAL'], (env) => env.SECOND_APPROVAL),
  registrationsAskedEvery: section(['NAVET_POLL_SECONDS'], (env) => env.NAVET_POLL_SECONDS * 1000),
  engineWatchedEvery: section(['ENGINE_WATCH_SECONDS'], (env) => env.ENGINE_WATCH_SECONDS * 1000),
  replannedPerSecond: section(['REPLAN_CASES_PER_SECOND'], (env) => env.REPLAN_CASES_PER_SECOND),
  bulk: section(['BULK_CASES_PER_SECOND', 'BULK_CASES_AT_MOST'], (env) => ({
    casesPerSecond: env.BULK_CASES_PER_SECOND,
    casesAtMost: env.BULK_CASES_AT_MOST,
  })),
  imports: section(['IMPORT_CASES_PER_SECOND', 'IMPORT_KEEP_DAYS'], (env) => ({
    casesPerSecond: env.IMPORT_CASES_PER_SECOND,
    keepDays: env.IMPORT_KEEP_DAYS,
  })),
  subscriptionsLookedAtEvery: section(['SUBSCRIPTION_SECONDS'], (env) => env.SUBSCRIPTION_SECONDS * 1000),
  mail: section(['SMTP_URL', 'MAIL_FROM'], (env) => ({
    isOn: env.SMTP_URL !== undefined,
    from: env.MAIL_FROM,
  })),
  mailCatcher: section(['MAIL_SMTP_PORT', 'MAIL_UI_PORT'], (env) => ({
    smtpPort: env.MAIL_SMTP_PORT,
    uiPort: env.MAIL_UI_PORT,
  })),
  /** Not set it is `public`, but for `npm start`. */
  webhookTargets: section(['WEBHOOK_TARGETS'], (env) => env.WEBHOOK_TARGETS),
};

/** The settings of one reader but its secrets, so that it may be logged whole. */
export type ConfigOf<R extends Reader> = ReadBy<R, typeof SECTIONS>;

/** All settings but the secrets. */
export type Config = ConfigOf<'start'>;

/** The configuration of a reader in `variables`. Throws `BadConfiguration` naming every faulty variable. */
export function parseConfig(variables: Variables): Config;
export function parseConfig<R extends Reader>(variables: Variables, reader: R): ConfigOf<R>;
export function parseConfig(variables: Variables, reader: Reader = 'start') {
  return readSections(SECTIONS, variables, reader);
}

/**
 * The configuration of this process, which is a part of the system, or `npm start` or a command. A bad variable ends the
 * process with exit code 1 after one line for each of them, so every main calls this first.
 */
export function loadConfig<R extends Reader = 'start'>(reader: R = 'start' as R): ConfigOf<R> {
  return orExit(() => parseConfig(processVariables(), reader));
}

function loopback(port: number): string {
  return `http://127.0.0.1:${port}`;
}
