import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { InstallationSettings } from '../../domain/process/planner/installation-settings';
import { RULES_VERSION } from '../../domain/process/steps/catalogue';

const DOMAIN = path.join(__dirname, '..', '..', 'domain');
/** Texts for people decide no plan, so a change of words has no case planned again. */
const ROOMS_OF_RULES = ['law', 'model', 'process'].map((room) => path.join(DOMAIN, room));

let domainHash: string | undefined;

/**
 * Which rules a case was planned by: the catalogue's day, and a hash of everything that decides a plan, the rules
 * themselves and the installation's settings. Cases with another one are planned again after a deploy.
 */
export function rulesVersion(settings: InstallationSettings): string {
  domainHash ??= hashOf(ROOMS_OF_RULES.flatMap(filesUnder).map((file) => readFileSync(file, 'utf8')));
  return `${RULES_VERSION}.${hashOf([domainHash, JSON.stringify(settings)]).slice(0, 8)}`;
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /(?<!\.d)\.[jt]s$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}

function hashOf(texts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const text of texts) hash.update(text).update('\0');
  return hash.digest('hex');
}
