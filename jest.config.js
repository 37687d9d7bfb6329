/** Packages that ship ES modules only, which jest's CommonJS needs transformed. */
const ES_MODULES = [
  'jose',
  'kysely',
  'request-filtering-agent',
  'temporal-polyfill',
  'temporal-spec',
  'temporal-utils',
  'zod-openapi',
  'date-holidays',
  'uuid',
].join('|');

const common = {
  testEnvironment: 'node',
  transform: { '^.+\\.(t|j|mj)s$': ['@swc/jest', { jsc: { target: 'es2022' } }] },
  transformIgnorePatterns: [`/node_modules/(?!(${ES_MODULES}|date-[a-z-]+)/)`],
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.data', '<rootDir>/.tools'],
};

/** One PostgreSQL and one Temporal server for the whole run, started only when a test of these rooms runs. */
const withServers = {
  globalSetup: '<rootDir>/test/support/global-setup.ts',
  globalTeardown: '<rootDir>/test/support/global-teardown.ts',
};

const project = (name, match, more = {}) => ({
  ...common,
  ...more,
  displayName: name,
  testMatch: match.map((pattern) => `<rootDir>/test/${pattern}`),
});

module.exports = {
  maxWorkers: 2,
  testTimeout: 120_000,
  projects: [
    project('rules', ['rules/**/*.test.ts', 'agencies/**/*.test.ts', 'platform/**/*.test.ts']),
    project('architecture', ['*.test.ts']),
    project('register', ['register/**/*.test.ts', 'activities/**/*.test.ts'], withServers),
    project('workflows', ['workflows/**/*.test.ts', 'replay/**/*.test.ts'], withServers),
    project('api', ['api/**/*.test.ts'], withServers),
    project('cli', ['cli/**/*.test.ts'], withServers),
    project('scenarios', ['scenarios/**/*.test.ts'], withServers),
    project('start', ['start/**/*.test.ts']),
  ],
};
