import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Secrets } from '../../platform/config/secrets';
import { AGENCY_SYSTEMS } from '../../platform/config/settings/agencies';

/** The keys between the project and the simulators. */
export type AgencyKeys = {
  readonly [K in 'agencyApiKey' | 'webhookSecrets']: NonNullable<Secrets[K]>;
};

/** The keys that are set, else those of the data folder; what the folder lacks is made there. */
export function agencyKeys(dataDir: string, set: Partial<Secrets>): AgencyKeys {
  const kept = keptKeys(path.join(dataDir, 'agency-keys.json'));
  return {
    agencyApiKey: set.agencyApiKey ?? kept.agencyApiKey,
    webhookSecrets: set.webhookSecrets ?? kept.webhookSecrets,
  };
}

/** A folder of an earlier version lacks the secrets of the agencies that have come since. */
function keptKeys(file: string): AgencyKeys {
  const kept = read(file);
  const missing = AGENCY_SYSTEMS.filter((agency) => !kept?.webhookSecrets[agency]);
  if (kept && missing.length === 0) return kept;
  const keys: AgencyKeys = {
    agencyApiKey: kept?.agencyApiKey ?? randomBytes(24).toString('base64url'),
    webhookSecrets: {
      ...kept?.webhookSecrets,
      ...Object.fromEntries(missing.map((agency) => [agency, newSecret()])),
    },
  };
  writeFileSync(file, JSON.stringify(keys), { mode: 0o600 });
  return keys;
}

function read(file: string): AgencyKeys | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as AgencyKeys;
  } catch {
    return undefined;
  }
}

function newSecret(): string {
  return `whsec_${randomBytes(32).toString('base64')}`;
}
