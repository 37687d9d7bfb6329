import { readFileSync } from 'node:fs';
import path from 'node:path';
import { SystemAgency } from '../../domain/model/agency';
import { parseConfig } from '../../platform/config/config';
import { BadConfiguration, readEnv, VARIABLE_NAMES } from '../../platform/config/env';
import { requireSecrets, secretsOf } from '../../platform/config/secrets';
import { PARTS } from '../../local/system/parts';
import { repositoryRoot } from '../../platform/root';
import { installedPlanner } from '../../register/assessment/installed-planner';
import { requireKnownOutcomes } from '../../register/proposals/second-approval';

const example = readFileSync(path.join(repositoryRoot(), '.env.example'), 'utf8');
const inExample = [...example.matchAll(/^(?:# )?([A-Z_]+)=(.*)$/gm)].map(([, name = '', value = '']) => [
  name,
  value,
]);

describe('the configuration', () => {
  it('needs no variable at all', () => {
    expect(parseConfig({})).toMatchObject({
      api: { port: 8080, publicUrl: 'http://127.0.0.1:8080' },
      oidc: { issuer: 'http://127.0.0.1:8081', audience: 'etablering-api', own: true },
      agencies: { urls: { skatteverket: 'http://127.0.0.1:8093' } },
      dataDir: path.join(repositoryRoot(), '.data'),
    });
  });

  it('takes an empty variable as one that is not set', () => {
    expect(parseConfig({ API_PORT: '', OIDC_ISSUER: '' })).toEqual(parseConfig({}));
  });

  it('runs no provider of its own where an issuer is set', () => {
    const { oidc } = parseConfig({ OIDC_ISSUER: 'https://idp.example.se/' });
    expect(oidc).toMatchObject({ issuer: 'https://idp.example.se', own: false });
  });

  it('reaches an agency at the address that is set for it, the others at their simulators', () => {
    const { agencies } = parseConfig({ KOMMUN_URL: 'https://kommun.example.se', AGENCIES_PORT: '9000' });
    expect(agencies.urls).toMatchObject({
      kommun: 'https://kommun.example.se',
      migrationsverket: 'http://127.0.0.1:9000',
      skatteverket: 'http://127.0.0.1:9002',
    });
  });

  it('takes how steps are answered; unless told otherwise as the catalogue says', () => {
    const answering = { sfi: { answeredBy: 'caseworker', handedOver: false } };
    expect(parseConfig({ STEP_ANSWERING: JSON.stringify(answering) })).toMatchObject({ answering });
    expect(parseConfig({}).answering).toEqual({});
  });

  it('finds the simulators on nine ports in a row, one for each agency that has a system', () => {
    const { urls } = parseConfig({ AGENCIES_PORT: '9000' }).agencies;
    expect(Object.keys(urls)).toEqual(SystemAgency.options);
    expect(Object.values(urls)).toEqual(
      Array.from({ length: 9 }, (_, place) => `http://127.0.0.1:${9000 + place}`),
    );
  });

  it('takes the steps that an installation carries; unless told otherwise all of them', () => {
    expect(parseConfig({ STEPS: 'delgivning, personnummer' }).steps).toEqual(['delgivning', 'personnummer']);
    expect(parseConfig({ STEPS: '' }).steps).toBeUndefined();
  });

  it('asks Skatteverket every minute unless told otherwise, and not at all when told 0', () => {
    expect(parseConfig({}).registrationsAskedEvery).toBe(60_000);
    expect(parseConfig({ NAVET_POLL_SECONDS: '0' }).registrationsAskedEvery).toBe(0);
  });

  const SETTINGS = {
    STEP_ANSWERING: '{"sfi":{"answeredBy":"caseworker","handedOver":true}}',
    STEPS: 'delgivning,sfi',
    SECOND_APPROVAL: '{"sfi":["notReceived"]}',
    NAVET_POLL_SECONDS: '5',
    ENGINE_WATCH_SECONDS: '6',
    BULK_CASES_PER_SECOND: '7.5',
    BULK_CASES_AT_MOST: '8',
    SUBSCRIPTION_SECONDS: '9',
    MAIL_FROM: 'Vi <vi@etablering.example>',
    WEBHOOK_TARGETS: 'private',
    REPLAN_CASES_PER_SECOND: '10',
    IMPORT_CASES_PER_SECOND: '0.5',
    IMPORT_KEEP_DAYS: '12',
  };
  it.each([SETTINGS, {}])('is passed on as it is to the worker and the API: %j', (set) => {
    const config = parseConfig(set);
    const given = {
      databaseUrl: 'postgres://x',
      agencyApiKey: 'x'.repeat(16),
      webhookSecrets: {},
      demo: false,
    };
    for (const { variables } of [PARTS.worker, PARTS.api]) {
      const told = parseConfig(variables(config, given));
      // A part is told of the provider that runs. On one machine webhooks may go anywhere where nothing is set.
      const { oidc, webhookTargets = 'any' } = config;
      expect(told).toEqual({ ...config, oidc: { ...oidc, own: false }, webhookTargets });
    }
  });

  it('names a step that the catalogue does not have, in one line', () => {
    const config = parseConfig({
      STEP_ANSWERING: '{"bankid":{"answeredBy":"caseworker","handedOver":false}}',
    });
    expect(() => installedPlanner(config)).toThrow(/^STEP_ANSWERING [^\n]*bankid[^\n]*$/);
  });

  it('takes the outcomes that need a second person, and names one that nobody tells', () => {
    const config = parseConfig({ SECOND_APPROVAL: '{"sfi":["notReceived"]}' });
    expect(config.secondApproval).toEqual({ sfi: ['notReceived'] });
    expect(parseConfig({}).secondApproval).toEqual({});
    expect(() => requireKnownOutcomes({ sfi: ['granted'] })).toThrow(
      /^SECOND_APPROVAL [^\n]*sfi\.granted[^\n]*$/,
    );
  });

  it('holds no secret, so that it may be logged', () => {
    const secret = {
      DATABASE_URL: 'postgres://me:hemligt@127.0.0.1/db',
      AGENCY_API_KEY: 'hemligt-hemligt-hemligt',
      SMTP_URL: 'smtps://me:hemligt@smtp.example.se',
    };
    expect(JSON.stringify(parseConfig(secret))).not.toContain('hemligt');
  });

  it.each([
    ['API_PORT', '0'],
    ['API_PORT', '80.5'],
    ['AGENCIES_PORT', '65528'],
    ['PUBLIC_URL', 'ftp://127.0.0.1'],
    ['DATABASE_URL', 'mysql://127.0.0.1/db'],
    ['WEBHOOK_SECRETS', '{"skatteverket":"hemligt"}'],
    ['WEBHOOK_SECRETS', '[]'],
    ['AGENCY_API_KEY', 'short'],
    ['STEP_ANSWERING', 'sfi'],
    ['STEP_ANSWERING', '[]'],
    ['STEP_ANSWERING', '{"sfi":{"answeredBy":"nobody","handedOver":false}}'],
    ['STEP_ANSWERING', '{"sfi":{"answeredBy":"caseworker"}}'],
    ['STEP_ANSWERING', '{"sfi":{"answeredBy":"caseworker","handedOver":false,"by":"x"}}'],
    ['SECOND_APPROVAL', 'sfi'],
    ['SECOND_APPROVAL', '{"sfi":"notReceived"}'],
    ['LOG_LEVEL', 'loud'],
    ['AGENCIES_DEMO_SPEED', '-1'],
    ['SMTP_URL', 'https://smtp.example.se'],
    ['SUBSCRIPTION_SECONDS', '0'],
    ['WEBHOOK_TARGETS', 'everywhere'],
    ['BULK_CASES_PER_SECOND', '0'],
    ['BULK_CASES_PER_SECOND', '0.05'],
    ['BULK_CASES_AT_MOST', '0'],
    ['ENGINE_WATCH_SECONDS', '0'],
    ['REPLAN_CASES_PER_SECOND', '-1'],
    ['IMPORT_CASES_PER_SECOND', '0'],
    ['IMPORT_KEEP_DAYS', '366'],
    ['NAVET_POLL_SECONDS', '-1'],
    ['NAVET_POLL_SECONDS', '1.5'],
    ['NAVET_POLL_SECONDS', '86401'],
  ])('refuses %s=%s in one line that names it', (name, value) => {
    const read = (): unknown => readEnv({ [name]: value });
    expect(read).toThrow(BadConfiguration);
    expect(read).toThrow(new RegExp(`^${name} must [^\\n]+$`));
  });

  it('names each missing secret to a process that cannot do without', () => {
    const secrets = secretsOf(readEnv({ DATABASE_URL: 'postgres://127.0.0.1/db' }));
    expect(() => requireSecrets(secrets)).toThrow(
      /^AGENCY_API_KEY must be set.*\nWEBHOOK_SECRETS must be set/,
    );
  });
});

describe('.env.example', () => {
  it('names every variable that is read, and no other but where Temporal is', () => {
    const names = inExample.map(([name]) => name).filter((name) => name !== 'TEMPORAL_ADDRESS');
    expect(new Set(names)).toEqual(new Set(VARIABLE_NAMES));
  });

  it('shows the values that hold when nothing is set', () => {
    const lines = example.split('\n').filter((line) => /^[A-Z_]+=/.test(line));
    const variables = Object.fromEntries(lines.map((line) => line.split('=', 2)));
    expect(parseConfig(variables)).toEqual(parseConfig({}));
  });
});
