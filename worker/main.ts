import path from 'node:path';
import { DefaultLogger, Runtime } from '@temporalio/worker';
import { caseDataConverter, createClient } from '../engine/client';
import { loadConfig } from '../platform/config/config';
import { loadSecrets } from '../platform/config/secrets';
import { createLogger, type Logger } from '../platform/logger';
import { repositoryRoot } from '../platform/root';
import { connectTemporal, connectTemporalWorker, temporalTarget } from '../engine/connection';
import { installedPlanner } from '../register/assessment/planner';
import { createDatabase } from '../register/database';
import { allWork } from './background/all-work';
import { createAgencyClients } from './clients';
import { startLoops } from './loops';
import { keepSchedules } from '../engine/schedules';
import { createBackgroundWorker, createWorkers, runWorkers, stopWorkers } from './workers';

async function main(): Promise<void> {
  const config = loadConfig('worker');
  const logger = createLogger('worker', config.logLevel);
  const { databaseUrl, agencyApiKey, smtpUrl } = loadSecrets('worker', ['databaseUrl', 'agencyApiKey']);
  const planner = installedPlanner(config);
  const target = temporalTarget(config);
  installRuntime(logger);

  const register = createDatabase(databaseUrl, logger);
  const connection = await connectTemporalWorker(target);
  const clientConnection = await connectTemporal(target);
  const client = createClient(clientConnection, target.namespace, register);
  const engine = { connection, namespace: target.namespace, dataConverter: caseDataConverter(register) };
  const workers = await createWorkers({
    ...engine,
    register,
    planner,
    clients: createAgencyClients(config.agencies.urls, agencyApiKey),
    client,
    bulkCasesPerSecond: config.bulk.casesPerSecond,
    bundle: path.join(repositoryRoot(), 'dist', 'workflow-bundle.js'),
  });
  const work = allWork({ config, agencyApiKey, smtpUrl, register, planner, client, logger });
  workers.push(await createBackgroundWorker(engine, { work, logger }));
  await keepSchedules(client);
  const loops = startLoops({ databaseUrl, register, client, logger });

  // The parent has exited.
  process.on('disconnect', () => stopWorkers(workers));
  process.send?.({ ready: true });
  try {
    await runWorkers(workers);
  } finally {
    await loops.stop();
    await clientConnection.close();
    await connection.close();
    await register.destroy();
  }
}

function installRuntime(logger: Logger): void {
  Runtime.install({
    logger: new DefaultLogger('WARN', ({ level, message, meta }) => {
      const write = level === 'ERROR' ? logger.error : logger.warn;
      write.call(logger, { ...meta }, message);
    }),
    telemetryOptions: { logging: { filter: { core: 'WARN', other: 'WARN' }, forward: {} } },
    shutdownSignals: ['SIGTERM', 'SIGINT'],
  });
}

main().then(
  () => process.exit(0),
  (fault: unknown) => {
    process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`);
    process.exit(1);
  },
);
