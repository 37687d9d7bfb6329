import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { AGENCY_SYSTEMS } from '../../config/config';
import type { Secrets } from '../../config/secrets';

/** The keys between the project and the simulators. */
export type AgencyKeys = Required<Pick<Secrets, 'agencyApiKey' | 'webhookSecrets'>>;

/** The keys that are set, else those of the data folder, made there the first time. */
export function agencyKeys(dataDir: string, set: Secrets): AgencyKeys {
  const file = path.join(dataDir, 'agency-keys.json');
  const kept = read(file) ?? make(file);
  return {
    agencyApiKey: set.agencyApiKey ?? kept.agencyApiKey,
    webhookSecrets: set.webhookSecrets ?? kept.webhookSecrets,
  };
}

function read(file: string): AgencyKeys | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as AgencyKeys;
  } catch {
    return undefined;
  }
}

function make(file: string): AgencyKeys {
  const secret = (): string => `whsec_${randomBytes(32).toString('base64')}`;
  const keys: AgencyKeys = {
    agencyApiKey: randomBytes(24).toString('base64url'),
    webhookSecrets: Object.fromEntries(AGENCY_SYSTEMS.map((agency) => [agency, secret()])),
  };
  writeFileSync(file, JSON.stringify(keys), { mode: 0o600 });
  return keys;
}
