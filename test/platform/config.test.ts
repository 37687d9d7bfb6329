import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readSettings } from '../../agencies/settings';
import { SystemAgency } from '../../domain/model/agency';
import { parseConfig } from '../../platform/config/config';
import { BadConfiguration, readEnv, VARIABLE_NAMES } from '../../platform/config/env';
import { parseSecrets } from '../../platform/config/secrets';
import { PART_NAMES } from '../../platform/config/setting';
import { settingsPages } from '../../process-docs/settings-pages';
import { partVariables } from '../../local/system/parts';
import { repositoryRoot } from '../../platform/root';
import { installedPlanner } from '../../register/assessment/planner';
import { requireKnownOutcomes } from '../../register/proposals/second-approval';

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
    API_PORT: '8999',
    PUBLIC_URL: 'https://etablering.example',
    LOG_LEVEL: 'warn',
    TEMPORAL_PORT: '7999',
    OIDC_AUDIENCE: 'an-audience',
    AGENCIES_PORT: '9000',
    KOMMUN_URL: 'https://kommun.example.se',
    STEP_ANSWERING: '{"sfi":{"answeredBy":"caseworker","handedOver":true}}',
    STEPS: 'delgivning,sfi',
    SECOND_APPROVAL: '{"sfi":["notReceived"]}',
    NAVET_POLL_SECONDS: '5',
    ENGINE_WATCH_SECONDS: '6',
    BULK_CASES_PER_SECOND: '7.5',
    BULK_CASES_AT_MOST: '8',
    SUBSCRIPTION_SECONDS: '9',
    MAIL_FROM: 'Vi <vi@etablering.example>',
    MAIL_SMTP_PORT: '1999',
    WEBHOOK_TARGETS: 'private',
    REPLAN_CASES_PER_SECOND: '10',
    IMPORT_CASES_PER_SECOND: '0.5',
    IMPORT_KEEP_DAYS: '12',
  };
  const given = {
    databaseUrl: 'postgres://x',
    agencyApiKey: 'x'.repeat(16),
    webhookSecrets: {},
    demo: false,
  };
  it.each([SETTINGS, {}])('is passed on as it is to the parts: %j', (set) => {
    const config = parseConfig(set);
    for (const part of PART_NAMES) {
      const started = parseConfig(partVariables(part, config, given, set), part);
      // A part is started with the provider that runs. On one machine webhooks may go anywhere where nothing is set.
      const { oidc, webhookTargets = 'any' } = config;
      const all = Object.entries({ ...config, oidc: { ...oidc, own: false }, webhookTargets });
      expect(started).toEqual(Object.fromEntries(all.filter(([key]) => key in started)));
    }
  });

  it('is passed on to a part only as far as the part reads it, and nothing of it is left to `.env`', () => {
    const mail = partVariables('mail', parseConfig({}), given, {
      MAIL_UI_PORT: '',
      API_PORT: '8999',
      X: 'y',
    });
    expect(mail).toEqual({
      DATA_DIR: parseConfig({}).dataDir,
      MAIL_SMTP_PORT: '1025',
      MAIL_UI_PORT: '',
    });
    expect(Object.keys(partVariables('agencies', parseConfig({}), given, SETTINGS)).toSorted()).toEqual([
      'AGENCIES_DATA_DIR',
      'AGENCIES_DEMO_SPEED',
      'AGENCIES_PORT',
      'AGENCIES_SEED',
      'AGENCY_API_KEY',
      'WEBHOOK_SECRETS',
      'WEBHOOK_URL',
    ]);
  });

  it('is read by a part without regard to settings of others', () => {
    expect(parseConfig({ IMPORT_KEEP_DAYS: 'long', MAIL_UI_PORT: '9' }, 'mail').mailCatcher.uiPort).toBe(9);
    expect(() => parseConfig({ IMPORT_KEEP_DAYS: 'long' }, 'worker')).toThrow(/^IMPORT_KEEP_DAYS must/);
  });

  it('reaches the simulators in the words that they read', () => {
    const variables = partVariables('agencies', parseConfig({}), { ...given, demo: true }, {});
    expect(readSettings(variables)).toMatchObject({
      basePort: 8091,
      seed: 'etablering',
      demoSpeedMs: 1000,
      webhookUrl: 'http://127.0.0.1:8080/api/v1/webhooks',
    });
    expect(readSettings(partVariables('agencies', parseConfig({}), given, {})).demoSpeedMs).toBeUndefined();
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
    const read = (): unknown =>
      parseSecrets({ DATABASE_URL: 'postgres://127.0.0.1/db' }, 'start', ['agencyApiKey', 'webhookSecrets']);
    expect(read).toThrow(/^AGENCY_API_KEY must be set.*\nWEBHOOK_SECRETS must be set/);
  });
});

describe('.env.example', () => {
  const example = settingsPages().get('.env.example') ?? '';
  const named = [...example.matchAll(/^(?:# )?([A-Z_]+)=/gm)].map(([, name]) => name);

  it('names every variable that is read, and no other', () => {
    expect(new Set(named)).toEqual(new Set(VARIABLE_NAMES));
  });

  it('shows the values that hold when nothing is set', () => {
    const lines = example.split('\n').filter((line) => /^[A-Z_]+=/.test(line));
    const variables = Object.fromEntries(lines.map((line) => line.split('=', 2)));
    expect(parseConfig(variables)).toEqual(parseConfig({}));
  });

  it('shows examples that may be set', () => {
    const lines = [...example.matchAll(/^# ([A-Z_]+)=(.*)$/gm)];
    expect(() =>
      parseConfig(Object.fromEntries(lines.map(([, name, value]) => [name, value]))),
    ).not.toThrow();
  });
});

describe('the pages on settings', () => {
  it.each([...settingsPages()])('%s stands as `npm run docs` writes it', (name, text) => {
    expect(readFileSync(path.join(repositoryRoot(), name), 'utf8')).toBe(text);
  });
});
