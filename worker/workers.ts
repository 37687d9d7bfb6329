import type { Client } from '@temporalio/client';
import type { DataConverter } from '@temporalio/common';
import { type NativeConnection, Worker, type WorkerOptions } from '@temporalio/worker';
import { createAgencyActivities } from '../activities/agency';
import type { AgencyClient } from '../activities/clients/agency-client';
import { createCaseActivities } from '../activities/assess';
import { type BackgroundParts, createBackgroundActivities } from '../activities/background';
import { createBulkActivities } from '../activities/bulk/act-on-batch';
import { createNightlyActivities } from '../activities/nightly';
import { SystemAgency } from '../domain/model/agency';
import type { Planner } from '../register/assessment/planner';
import type { Register } from '../register/database';
import { createDeliver } from '../engine/deliver';
import { BULK_TASK_QUEUE } from '../workflows/bulk/messages';
import {
  agencyTaskQueue,
  BACKGROUND_TASK_QUEUE,
  CASE_TASK_QUEUE,
  NIGHTLY_TASK_QUEUE,
} from '../workflows/messages';

/** What the workers of one process are made of; tests give other parts. */
export type WorkerParts = {
  readonly connection: NativeConnection;
  readonly namespace: string;
  readonly dataConverter: DataConverter;
  readonly register: Register;
  readonly planner: Planner;
  readonly clients: Readonly<Record<SystemAgency, AgencyClient>>;
  /** Sends messages to cases, for those who act on many. */
  readonly client: Client;
  /** The most cases that actions on many begin with in a second, all together. */
  readonly bulkCasesPerSecond: number;
  /** Path of the prebuilt workflow bundle. */
  readonly bundle: string;
};

/**
 * How many calls a second each agency is asked at most, over all workers together. Configuration with no source yet:
 * polite towards systems that were built for people at counters.
 */
const CALLS_PER_SECOND = {
  migrationsverket: 20,
  arbetsformedlingen: 20,
  skatteverket: 20,
  kommun: 20,
  forsakringskassan: 20,
  pensionsmyndigheten: 20,
  uhr: 20,
  region: 20,
  bank: 20,
} as const satisfies Record<SystemAgency, number>;

/** When a worker that is to stop gives up what it has not finished. */
const shutdownForceTime = '4s';

/** Heap for cached cases: about 35 KB each, measured; far under the memory of a small machine. */
const CACHED_CASES = 2_000;

/** Actions on many cases are few, and their histories short. */
const CACHED_ACTIONS = 20;
/** More actions take turns: all together they have one rate. */
const BATCHES_AT_ONCE = 2;

/**
 * The worker of the cases, one for actions on many of them, one for each agency and one for the night, all on one
 * connection. They run until `shutdown` is called.
 */
export async function createWorkers(parts: WorkerParts): Promise<Worker[]> {
  const { connection, namespace, dataConverter } = parts;
  const common = {
    connection,
    namespace,
    dataConverter,
    shutdownGraceTime: '2s',
    shutdownForceTime,
  } as const;
  const cases = Worker.create({
    ...common,
    taskQueue: CASE_TASK_QUEUE,
    workflowBundle: { codePath: parts.bundle },
    maxCachedWorkflows: CACHED_CASES,
    activities: createCaseActivities(parts.register, parts.planner),
  });
  const agencies = SystemAgency.options.map((agency) =>
    Worker.create({
      ...common,
      taskQueue: agencyTaskQueue(agency),
      maxTaskQueueActivitiesPerSecond: CALLS_PER_SECOND[agency],
      activities: createAgencyActivities(parts.register, agency, parts.clients[agency]),
    }),
  );
  const night = Worker.create({
    ...common,
    taskQueue: NIGHTLY_TASK_QUEUE,
    maxConcurrentActivityTaskExecutions: 1,
    activities: createNightlyActivities(parts.register),
  });
  return Promise.all([cases, createBulkWorker(common, parts), ...agencies, night]);
}

async function createBulkWorker(
  common: Pick<WorkerOptions, 'connection' | 'namespace' | 'dataConverter'>,
  { register, client, bundle, bulkCasesPerSecond: casesPerSecond }: WorkerParts,
): Promise<Worker> {
  const deliver = createDeliver({ register, client: async () => client });
  return Worker.create({
    ...common,
    taskQueue: BULK_TASK_QUEUE,
    workflowBundle: { codePath: bundle },
    maxCachedWorkflows: CACHED_ACTIONS,
    maxConcurrentActivityTaskExecutions: BATCHES_AT_ONCE,
    activities: createBulkActivities({ register, deliver, casesPerSecond }),
  });
}

/**
 * The worker of the background work: it takes the one activity of the installation, or waits for it. That activity never
 * ends by itself, so it is cancelled as soon as the worker is to stop.
 */
export async function createBackgroundWorker(
  engine: Pick<WorkerParts, 'connection' | 'namespace' | 'dataConverter'>,
  parts: BackgroundParts,
): Promise<Worker> {
  const { connection, namespace, dataConverter } = engine;
  return Worker.create({
    connection,
    namespace,
    dataConverter,
    shutdownForceTime,
    taskQueue: BACKGROUND_TASK_QUEUE,
    maxConcurrentActivityTaskExecutions: 1,
    activities: createBackgroundActivities(parts),
  });
}

/** Runs workers until they are stopped, and stops them all when one of them fails. */
export async function runWorkers(workers: readonly Worker[]): Promise<void> {
  try {
    await Promise.all(workers.map((worker) => worker.run()));
  } finally {
    stopWorkers(workers);
  }
}

/** Stops workers: they finish what they have begun and take no more. */
export function stopWorkers(workers: readonly Worker[]): void {
  for (const worker of workers) if (worker.getState() === 'RUNNING') worker.shutdown();
}
