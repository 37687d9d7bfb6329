import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { AGENCY_SYSTEMS } from '../../platform/config/settings/agencies';
import { agencyKeys } from '../../local/system/secrets';

describe('the keys between the project and the simulators', () => {
  let dataDir: string;
  beforeEach(() => {
    dataDir = mkdtempSync(path.join(os.tmpdir(), 'agency-keys-'));
  });
  afterEach(() => rmSync(dataDir, { recursive: true }));

  const file = () => path.join(dataDir, 'agency-keys.json');

  it('are made at the first start, one secret for each agency, and are the same at the next', () => {
    const keys = agencyKeys(dataDir, {});
    expect(Object.keys(keys.webhookSecrets)).toEqual(AGENCY_SYSTEMS);
    expect(new Set(Object.values(keys.webhookSecrets)).size).toBe(AGENCY_SYSTEMS.length);
    expect(agencyKeys(dataDir, {})).toEqual(keys);
  });

  it('of a folder of an earlier version stay, and agencies that have come since get theirs', () => {
    const earlier = { agencyApiKey: 'an-earlier-key-of-ours', webhookSecrets: { kommun: 'whsec_a29tbXVu' } };
    writeFileSync(file(), JSON.stringify(earlier));
    const keys = agencyKeys(dataDir, {});
    expect(keys).toMatchObject(earlier);
    expect(new Set(Object.keys(keys.webhookSecrets))).toEqual(new Set(AGENCY_SYSTEMS));
    expect(JSON.parse(readFileSync(file(), 'utf8'))).toEqual(keys);
  });

  it('that are set win over those of the folder', () => {
    const webhookSecrets = { bank: 'whsec_YmFuaw==' };
    expect(agencyKeys(dataDir, { webhookSecrets }).webhookSecrets).toEqual(webhookSecrets);
  });
});
