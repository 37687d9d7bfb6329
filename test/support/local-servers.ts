/** Where an OpenID Connect provider listens, and the folder with its signing keys. */
export type Provider = { readonly issuer: string; readonly dataDir: string };

/** The servers that one `npm test` shares: started by `global-setup.ts`, known to every test file. */
export type LocalServers = {
  /** A database of the shared PostgreSQL to connect to for making others. */
  readonly adminUrl: string;
  /** Address of Temporal's frontend; time skipping is on, the search attributes are there. */
  readonly temporalAddress: string;
  /** The demonstration's OpenID Connect provider. */
  readonly provider: Provider;
  /** File with the bundled workflows; empty when the workflows do not bundle. */
  readonly workflowBundle: string;
};

const VARIABLE = 'ETABLERING_TEST_SERVERS';

/** The shared servers. Throws in a jest project that does not start them (`jest.config.mjs`). */
export function localServers(): LocalServers {
  const announced = process.env[VARIABLE];
  if (!announced) throw new Error('this jest project starts no servers: see jest.config.mjs');
  return JSON.parse(announced) as LocalServers;
}

/**
 * Makes the servers known to the test files, which jest runs in processes of their own. Their workers run workflow code in
 * the test's own thread: starting another thread took more than half a second for each worker.
 */
export function announceLocalServers(servers: LocalServers): void {
  process.env[VARIABLE] = JSON.stringify(servers);
  process.env.TEMPORAL_DEBUG = '1';
}
