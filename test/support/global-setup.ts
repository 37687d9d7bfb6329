import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { reconcileNamespace } from '../../local/servers/namespace';
import { freePorts } from '../../local/servers/ports';
import { removePostgres, startPostgres } from '../../local/servers/postgres';
import { commandOf } from '../../local/servers/processes';
import type { Server } from '../../local/servers/server';
import { endTemporalOrphan, startTemporal, temporalCli } from '../../local/servers/temporal';
import { repositoryRoot } from '../../platform/root';
import { connectTemporal } from '../../engine/connection';
import { migrate } from '../../register/migrate';
import { startProvider } from '../api/support/sign-in';
import { TEMPLATE, asAdmin, databaseAt } from './databases';
import { announceLocalServers } from './local-servers';

/** What `global-teardown.ts`, in the same process, has to stop. */
export type StartedServers = { readonly servers: readonly Pick<Server, 'stop'>[]; readonly dataDir: string };
export const started: { all?: StartedServers } = {};

const PREFIX = 'etablering-test-';

/** Nothing of a test run outlives it, so PostgreSQL need not wait for the disk. */
const FAST = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=300'];

/** Starts PostgreSQL with a migrated template, Temporal and the sign-in provider; bundles the workflows. Once for all test files. */
export default async function setUp(): Promise<void> {
  await removeLeftovers();
  const dataDir = mkdtempSync(path.join(os.tmpdir(), `${PREFIX}${process.pid}-`));
  const [postgresPort = 0, temporalPort = 0] = await freePorts(2);
  const cli = await temporalCli();
  const [postgres, temporal, provider, workflowBundle] = await Promise.all([
    startPostgres({ dataDir, port: postgresPort, detached: false, settings: FAST }),
    startTemporal({ cli, dataDir, port: temporalPort, namespace: 'default', detached: false }),
    startProvider(),
    bundleWorkflows(),
  ]);
  started.all = { servers: [postgres, temporal, provider], dataDir };
  const adminUrl = postgres.databaseUrl('postgres');
  const temporalAddress = `127.0.0.1:${temporalPort}`;
  await Promise.all([createTemplate(adminUrl), prepareNamespace(temporalAddress)]);
  announceLocalServers({ adminUrl, temporalAddress, provider, workflowBundle });
}

async function createTemplate(adminUrl: string): Promise<void> {
  await asAdmin(adminUrl, `create database ${TEMPLATE}`);
  await migrate(databaseAt(adminUrl, TEMPLATE));
}

async function prepareNamespace(address: string): Promise<void> {
  const connection = await connectTemporal({ options: { address }, namespace: 'default', configured: false });
  await reconcileNamespace(connection, 'default');
  await connection.close();
}

/** The file of the bundle; empty, after the bundler's own message, when the workflows do not bundle. */
async function bundleWorkflows(): Promise<string> {
  const script = path.join(repositoryRoot(), 'scripts', 'bundle-workflows.mjs');
  try {
    await promisify(execFile)(process.execPath, [script]);
    return path.join(repositoryRoot(), 'dist', 'workflow-bundle.js');
  } catch (error) {
    process.stderr.write(`the workflows do not bundle\n${(error as { stderr?: string }).stderr ?? ''}\n`);
    return '';
  }
}

/** Ends the servers of test runs that were killed: their folders carry the pid of their jest. */
async function removeLeftovers(): Promise<void> {
  const folders = readdirSync(os.tmpdir()).filter((name) => name.startsWith(PREFIX));
  for (const folder of folders) {
    const pid = Number(folder.slice(PREFIX.length).split('-')[0]);
    if (commandOf(pid)?.includes('jest')) continue;
    const dataDir = path.join(os.tmpdir(), folder);
    await endTemporalOrphan(dataDir);
    await removePostgres(dataDir);
  }
}
