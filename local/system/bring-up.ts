import path from 'node:path';
import type { Config } from '../../platform/config/config';
import { inheritedVariables } from '../../platform/config/env';
import type { PartName } from '../../platform/config/setting';
import { AGENCY_SYSTEMS } from '../../platform/config/settings/agencies';
import { compiled } from '../../platform/root';
import { connectTemporal, temporalTarget } from '../../engine/connection';
import type { TemporalTarget } from '../../engine/connection';
import type { RunningFacts } from '../running';
import { startPart } from '../servers/part-process';
import { endPostgresOrphan } from '../servers/postgres-orphan';
import { endTemporalOrphan } from '../servers/temporal';
import { requireDatabase, requirePorts } from './checks';
import { endLeftovers } from './folder';
import { type Given, PARTS, partVariables } from './parts';
import { agencyKeys } from './secrets';
import { logFile, migrateRegister, prepareNamespace, startDatabase, startEngine, watch } from './servers';
import type { BringUp } from './servers';

/** One step of the start: its progress line once it is done. */
type Step = Promise<string>;

/**
 * Starts everything, each as soon as what it needs has started, and prints one line for each in a fixed order. What has
 * started is in `shutdown`, also when this rejects: with `StartFailed`, `TemporalUnreachable`, or because `signal` was
 * aborted.
 */
export async function bringUp(given: BringUp): Promise<RunningFacts> {
  const failure = new AbortController();
  const system = { ...given, signal: AbortSignal.any([given.signal, failure.signal]) };
  const target = temporalTarget(system.config);
  await prepare(system, target);
  const database = startDatabase(system);
  const steps = startInOrder(system, target, database);
  try {
    for (const step of steps) system.say(await step);
    return facts(system, target, await database);
  } catch (error) {
    failure.abort();
    await Promise.allSettled(steps);
    throw error;
  }
}

/** Ends what a killed start left running; then checks that configured servers answer and the ports are free. */
async function prepare({ config, secrets, parts }: BringUp, target: TemporalTarget): Promise<void> {
  const { dataDir } = config;
  await endLeftovers(dataDir);
  await endTemporalOrphan(dataDir);
  await endPostgresOrphan(path.join(dataDir, 'postgres'));
  if (secrets.databaseUrl) await requireDatabase(secrets.databaseUrl);
  if (target.configured) await (await connectTemporal(target)).close();
  await requirePorts(config, {
    postgres: !secrets.databaseUrl,
    temporal: !target.configured,
    oidc: parts.includes('oidc'),
    mail: parts.includes('mail'),
    agencies: parts.includes('agencies'),
    api: parts.includes('api'),
  });
}

function startInOrder(system: BringUp, target: TemporalTarget, database: Promise<string>): readonly Step[] {
  const { config, secrets, parts, demo } = system;
  const keys = agencyKeys(config.dataDir, secrets);
  const migrated = database.then(migrateRegister);
  const engine = startEngine(system, target);
  const namespace = engine.then(() => prepareNamespace(target));
  const ready = Promise.all([migrated, namespace]);
  const part = async (name: PartName, after?: Promise<unknown>): Step => {
    await after;
    const smtpUrl = secrets.smtpUrl ?? catcherUrl(system);
    return runPart(system, name, { ...keys, smtpUrl, demo, databaseUrl: after ? await database : '' });
  };
  const started: Readonly<Record<PartName, () => Step>> = {
    oidc: () => part('oidc'),
    mail: () => part('mail'),
    agencies: () => part('agencies'),
    worker: () => part('worker', ready),
    api: () => part('api', ready),
  };
  const steps = [
    database.then(() =>
      secrets.databaseUrl ? 'database at DATABASE_URL' : `PostgreSQL on ${config.postgres.port}`,
    ),
    migrated.then((ran) => `register ${ran.length ? `migrated: ${ran.join(', ')}` : 'up to date'}`),
    engine.then(() => `Temporal at ${target.options.address}`),
    namespace.then(() => `namespace ${target.namespace} with its search attributes`),
    ...parts.map((name) => started[name]()),
  ];
  // They are awaited one by one: a rejection before that must not count as unhandled.
  for (const step of [...steps, ready]) step.catch(() => undefined);
  return steps;
}

function catcherUrl({ config, parts }: BringUp): string | undefined {
  return parts.includes('mail') ? `smtp://127.0.0.1:${config.mailCatcher.smtpPort}` : undefined;
}

async function runPart(system: BringUp, name: PartName, given: Given): Step {
  const { config, signal } = system;
  const { main, grace, stopStage } = PARTS[name];
  const log = logFile(config.dataDir, name);
  const env = { ...inheritedVariables(), ...partVariables(name, config, given) };
  const server = await startPart({ name, main: compiled(main), env, logFile: log, grace, signal });
  watch(system, name, server, stopStage);
  return PART_LINES[name](config);
}

const PART_LINES: Readonly<Record<PartName, (config: Config) => string>> = {
  oidc: ({ oidc }) => `OpenID Connect provider at ${oidc.issuer}`,
  mail: ({ mailCatcher: { smtpPort, uiPort } }) =>
    `mail catcher on ${smtpPort}, its mails at http://127.0.0.1:${uiPort}`,
  agencies: ({ agencies: { port } }) => `simulated agencies on ${port}-${port + AGENCY_SYSTEMS.length - 1}`,
  worker: () => 'worker',
  api: ({ api }) => `API on ${api.port}`,
};

function facts(
  { config, secrets, parts, shutdown }: BringUp,
  target: TemporalTarget,
  databaseUrl: string,
): RunningFacts {
  return {
    pid: process.pid,
    startedAt: new Date().toISOString(),
    apiUrl: `http://127.0.0.1:${config.api.port}`,
    issuer: config.oidc.issuer,
    temporal: {
      address: target.options.address,
      namespace: target.namespace,
      ...(target.configured ? {} : { uiUrl: `http://127.0.0.1:${config.temporalUi.port}` }),
    },
    databaseUrl,
    ...(parts.includes('mail') ? { mailUrl: `http://127.0.0.1:${config.mailCatcher.uiPort}` } : {}),
    agencies: config.agencies.urls,
    agencyApiKey: agencyKeys(config.dataDir, secrets).agencyApiKey,
    pids: shutdown.pids(),
  };
}
