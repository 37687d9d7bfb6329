import type { Connection } from '@temporalio/client';
import type { TemporalTarget } from '../../platform/temporal-connection';
import { connectTemporal } from '../../platform/temporal-connection';

/** The servers that one `npm test` shares: started by `global-setup.ts`, known to every test file. */
export type LocalServers = {
  /** A database of the shared PostgreSQL to connect to for making others. */
  readonly adminUrl: string;
  /** Address of Temporal's frontend; time skipping is on, the search attributes are there. */
  readonly temporalAddress: string;
  /** File with the bundled workflows; empty when the workflows do not bundle. */
  readonly workflowBundle: string;
};

const VARIABLE = 'ETABLERING_TEST_SERVERS';

/** The shared servers. Throws in a jest project that does not start them (`jest.config.js`). */
export function localServers(): LocalServers {
  const announced = process.env[VARIABLE];
  if (!announced) throw new Error('this jest project starts no servers: see jest.config.js');
  return JSON.parse(announced) as LocalServers;
}

/** Makes the servers known to the test files, which jest runs in processes of their own. */
export function announceLocalServers(servers: LocalServers): void {
  process.env[VARIABLE] = JSON.stringify(servers);
}

/** Where the shared Temporal server is, as the worker's and the API's mains take it. */
export function testTemporalTarget(): TemporalTarget {
  return { options: { address: localServers().temporalAddress }, namespace: 'default', configured: false };
}

/** A client connection to the shared Temporal server; whoever opens it closes it. */
export async function connectTestTemporal(): Promise<Connection> {
  return connectTemporal(testTemporalTarget());
}
