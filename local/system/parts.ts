import type { Config } from '../../platform/config/config';
import { processVariables, type Variables, variablesOf } from '../../platform/config/env';
import type { PartName } from '../../platform/config/setting';

/** What the parts are started with that no setting says. */
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
type Part = {
  /** Its compiled main, in `dist/`. */
  readonly main: string;
  /** How long it may take to end when asked to, in milliseconds. */
  readonly grace: number;
  /** Its place among what is stopped: the lowest first, those of one stage together. */
  readonly stopStage: number;
};

/** The graces together with those of the servers stay under the 10 seconds that a stop may take. */
export const PARTS: Readonly<Record<PartName, Part>> = {
  oidc: { main: 'local/oidc.js', grace: 1000, stopStage: 3 },
  mail: { main: 'local/mail/main.js', grace: 1000, stopStage: 3 },
  agencies: { main: 'agencies/main.js', grace: 1000, stopStage: 3 },
  worker: { main: 'worker/main.js', grace: 4000, stopStage: 2 },
  api: { main: 'api/main.js', grace: 1000, stopStage: 1 },
};

/** The variables that `npm start` starts a part with: the settings that it reads, with what only this start knows. */
export function partVariables(
  part: PartName,
  config: Config,
  given: Given,
  set: Variables = processVariables(),
): Readonly<Record<string, string>> {
  return variablesOf(part, {
    ...set,
    DATA_DIR: config.dataDir,
    OIDC_ISSUER: config.oidc.issuer,
    DATABASE_URL: given.databaseUrl,
    AGENCIES_DATA_DIR: `${config.dataDir}/agencies`,
    AGENCIES_DEMO_SPEED: given.demo ? String(config.demoSpeed) : '',
    AGENCY_API_KEY: given.agencyApiKey,
    WEBHOOK_URL: `http://127.0.0.1:${config.api.port}/api/v1/webhooks`,
    WEBHOOK_SECRETS: JSON.stringify(given.webhookSecrets),
    SMTP_URL: given.smtpUrl ?? '',
    // On one machine the receivers are there too, and have no certificates.
    WEBHOOK_TARGETS: config.webhookTargets ?? 'any',
  });
}
