import { compile } from './scripts/build.mjs';

// A worker goes on with the modules that it has loaded, and a watching jest with its workers.
if (process.argv.some((argument) => argument.startsWith('--watch'))) {
  throw new Error('jest runs compiled files here and cannot watch the sources: run it anew after an edit');
}
if (!compile((line) => process.stderr.write(`${line}\n`))) throw new Error('the sources do not compile');

const SUPPORT = '<rootDir>/dist/test/support';

/** Tests run from the compiled files, loaded as Node itself loads them (ADR 23). */
const common = {
  runtime: `${SUPPORT}/jest/plain-runtime.js`,
  testEnvironment: `${SUPPORT}/jest/plain-environment.js`,
  transform: {},
  roots: ['<rootDir>/test'],
};

/** One PostgreSQL and one Temporal server for the whole run, started only when a test of these rooms runs. */
const withServers = {
  globalSetup: `${SUPPORT}/global-setup.js`,
  globalTeardown: `${SUPPORT}/global-teardown.js`,
};

const project = (name, match, more = {}) => ({
  ...common,
  ...more,
  displayName: name,
  testMatch: match.map((pattern) => `<rootDir>/test/${pattern}`),
});

export default {
  maxWorkers: 2,
  testTimeout: 120_000,
  testSequencer: `${SUPPORT}/jest/longest-first.js`,
  projects: [
    project('rules', ['rules/*.test.ts', 'rules/!(diff)/**/*.test.ts']),
    // Start programs and listen on ports, and need neither of the servers.
    project('programs', ['agencies/**/*.test.ts', 'platform/**/*.test.ts', 'rules/diff/**/*.test.ts']),
    project('architecture', ['*.test.ts']),
    project('register', ['register/**/*.test.ts', 'activities/**/*.test.ts'], withServers),
    project('workflows', ['workflows/**/*.test.ts', 'replay/**/*.test.ts'], withServers),
    project('api', ['api/**/*.test.ts'], withServers),
    project('cli', ['cli/**/*.test.ts'], withServers),
    project('scenarios', ['scenarios/**/*.test.ts'], withServers),
    project('start', ['start/**/*.test.ts']),
  ],
};
