import { randomUUID } from 'node:crypto';
import { Client, type Connection } from '@temporalio/client';
import { DefaultLogger, NativeConnection, Runtime, type Worker } from '@temporalio/worker';
import { AgencyId } from '../../domain/model/agency';
import type { Fact } from '../../domain/model/facts';
import { planCase } from '../../domain/process/plan';
import { createCaseCodec } from '../../platform/codec';
import { caseClock } from '../../platform/local/case-clock';
import { reconcileNamespace } from '../../platform/local/servers/namespace';
import { connectTemporal } from '../../platform/temporal-connection';
import { caseKeyId } from '../../register/case-keys';
import type { Planner } from '../../register/assessment/project';
import { createDatabase, type Register } from '../../register/database';
import { createWorkers, runWorkers, stopWorkers } from '../../worker/workers';
import { startCase } from '../../workflows/case-client';
import { caseWorkflowId } from '../../workflows/messages';
import { createTestDatabase } from './databases';
import { localServers } from './local-servers';
import { intake } from './intake';
import { scriptedAgency, type ScriptedAgency } from './scripted-agency';
import { type StagedCase, stagedCase } from './staged-case';

/** A whole engine room for one test file: a register of its own, workers, agencies that the test scripts. */
export type Stage = {
  readonly register: Register;
  readonly databaseUrl: string;
  readonly connection: Connection;
  readonly client: Client;
  readonly agencies: Readonly<Record<AgencyId, ScriptedAgency>>;
  /** Opens the case of an adult refugee in Eskilstuna, permit decided ten days ago; `facts` replace those of a kind. */
  readonly opensCase: (facts?: readonly Fact[]) => Promise<StagedCase>;
  /** Opens the cases of a household. */
  readonly opensHousehold: (members: readonly (readonly Fact[])[]) => Promise<StagedCase[]>;
  /** Stops the workers, as a deploy does, or starts them. */
  readonly stopsWorkers: () => Promise<void>;
  readonly startsWorkers: () => Promise<void>;
  readonly close: () => Promise<void>;
};

export type StageOptions = {
  readonly planner?: Planner;
  /** Another engine than the one that all test files share. */
  readonly temporalAddress?: string;
};

Runtime.install({ logger: new DefaultLogger('ERROR') });

/** Sets the stage. Workers run until `close`. */
export async function openStage(options: StageOptions = {}): Promise<Stage> {
  const database = await createTestDatabase();
  const register = createDatabase(database.url);
  const { workflowBundle, temporalAddress } = localServers();
  // A namespace of its own, so that no other test file's workers take this one's tasks.
  const namespace = `stage-${randomUUID()}`;
  const target = {
    options: { address: options.temporalAddress ?? temporalAddress },
    namespace,
    configured: true,
  };
  const native = await NativeConnection.connect(target.options);
  const connection = await connectTemporal(target);
  const dataConverter = { payloadCodecs: [createCaseCodec((caseId) => caseKeyId(register, caseId))] };
  await connection.workflowService.registerNamespace({
    namespace,
    workflowExecutionRetentionPeriod: { seconds: 86_400 as never },
  });
  await reconcileNamespace(connection, namespace);
  const client = new Client({ connection, namespace, dataConverter });
  const agencies = Object.fromEntries(AgencyId.options.map((agency) => [agency, scriptedAgency()])) as Record<
    AgencyId,
    ScriptedAgency
  >;
  let workers: readonly Worker[] = [];
  let running: Promise<void> = Promise.resolve();

  async function startsWorkers(): Promise<void> {
    const parts = { connection: native, namespace, dataConverter, register, clients: agencies };
    const planner = options.planner ?? planCase;
    workers = await createWorkers({ ...parts, planner, bundle: workflowBundle });
    running = runWorkers(workers);
  }

  async function stopsWorkers(): Promise<void> {
    stopWorkers(workers);
    await running;
  }

  async function opensHousehold(members: readonly (readonly Fact[])[]): Promise<StagedCase[]> {
    const caseIds = await intake(register, members);
    for (const caseId of caseIds) await startCase(client, caseId);
    return caseIds.map((caseId) =>
      stagedCase({
        register,
        client,
        clock: caseClock(connection, namespace, caseWorkflowId(caseId)),
        caseId,
      }),
    );
  }

  await startsWorkers();
  return {
    register,
    databaseUrl: database.url,
    connection,
    client,
    agencies,
    opensHousehold,
    async opensCase(facts = []) {
      const [opened] = await opensHousehold([facts]);
      if (!opened) throw new Error('no case was opened');
      return opened;
    },
    startsWorkers,
    stopsWorkers,
    async close() {
      await stopsWorkers();
      await connection.close();
      await native.close();
      await register.destroy();
      await database.drop();
    },
  };
}
