import { randomUUID } from 'node:crypto';
import { Client, type Connection } from '@temporalio/client';
import { NativeConnection, type Worker } from '@temporalio/worker';
import { SystemAgency } from '../../domain/model/agency';
import type { Fact } from '../../domain/model/facts';
import type { CaseId } from '../../domain/model/ids';
import { caseDataConverter } from '../../engine/client';
import { caseClock } from '../../local/case-clock';
import { reconcileNamespace } from '../../local/servers/namespace';
import { createLogger } from '../../platform/logger';
import { connectTemporal } from '../../engine/connection';
import type { Planner } from '../../register/assessment/planner';
import { createDatabase, type Register } from '../../register/database';
import { createWorkers, runWorkers, stopWorkers, type WorkerParts } from '../../worker/workers';
import { startCase } from '../../engine/case-client';
import { caseWorkflowId } from '../../workflows/messages';
import './engine/quiet-runtime';
import { planFirstCut } from '../rules/support';
import { createTestDatabase, type TestDatabase } from './databases';
import { intake } from './intake';
import { localServers } from './local-servers';
import { scriptedAgency, type ScriptedAgency } from './scripted-agency';
import { StagedCase } from './staged-case';
import { until } from './until';

export type StageOptions = {
  readonly planner?: Planner;
  /** Another engine than the one that all test files share. */
  readonly temporalAddress?: string;
  /** Another register than a fresh copy of the template. */
  readonly database?: TestDatabase;
  /** How fast actions on many cases go; faster than anybody waits for when not said. */
  readonly bulkCasesPerSecond?: number;
};

type ScriptedAgencies = Readonly<Record<SystemAgency, ScriptedAgency>>;
type Engine = Pick<WorkerParts, 'connection' | 'namespace' | 'dataConverter'> & {
  readonly clientConnection: Connection;
};

/** Connections break in these tests on purpose. */
const QUIET = createLogger('stage', 'error');

/** A whole engine room for one test file: a register of its own, workers, agencies that the test scripts. */
export class Stage {
  readonly client: Client;
  private workers: readonly Worker[] = [];
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly database: TestDatabase,
    readonly register: Register,
    readonly engine: Engine,
    readonly agencies: ScriptedAgencies,
    private readonly planning: { readonly planner: Planner; readonly bulkCasesPerSecond: number },
  ) {
    const { clientConnection: connection, namespace, dataConverter } = engine;
    this.client = new Client({ connection, namespace, dataConverter });
  }

  get databaseUrl(): string {
    return this.database.url;
  }

  get namespace(): string {
    return this.engine.namespace;
  }

  /** Opens the case of an adult refugee in Eskilstuna, permit decided ten days ago; `facts` replace those of a kind. */
  async opensCase(facts: readonly Fact[] = []): Promise<StagedCase> {
    const [opened] = await this.opensHousehold([facts]);
    if (!opened) throw new Error('no case was opened');
    return opened;
  }

  /** Opens the cases of a household. */
  async opensHousehold(members: readonly (readonly Fact[])[]): Promise<StagedCase[]> {
    const caseIds = await intake(this.register, members);
    for (const caseId of caseIds) await startCase(this.client, caseId);
    await until('the cases have planned', () => haveBegun(this.register, caseIds));
    return caseIds.map((caseId) => this.caseOf(caseId));
  }

  /** A case that is open already. */
  caseOf(caseId: CaseId): StagedCase {
    const { register, client, engine } = this;
    const clock = caseClock(engine.clientConnection, engine.namespace, caseWorkflowId(caseId));
    return new StagedCase({ register, client, clock, caseId });
  }

  async startsWorkers(): Promise<void> {
    const { register, planning, agencies: clients, engine } = this;
    const { connection, namespace, dataConverter } = engine;
    const bundle = localServers().workflowBundle;
    const engineParts = { connection, namespace, dataConverter, client: this.client };
    const parts = { ...engineParts, ...planning, register, clients, bundle };
    this.workers = await createWorkers(parts);
    this.running = runWorkers(this.workers);
  }

  /** Stops the workers, as a deploy does. */
  async stopsWorkers(): Promise<void> {
    stopWorkers(this.workers);
    await this.running;
  }

  async close(): Promise<void> {
    await this.stopsWorkers();
    await this.engine.clientConnection.close();
    await this.engine.connection.close();
    await this.register.destroy();
    await this.database.drop();
  }
}

/** Sets the stage. Workers run until `close`. */
export async function openStage(options: StageOptions = {}): Promise<Stage> {
  const database = options.database ?? (await createTestDatabase());
  const register = createDatabase(database.url, QUIET);
  const address = options.temporalAddress ?? localServers().temporalAddress;
  const engine = await enterEngine(register, address);
  const agencies = Object.fromEntries(SystemAgency.options.map((agency) => [agency, scriptedAgency()]));
  const { planner = planFirstCut, bulkCasesPerSecond = 200 } = options;
  const planning = { planner, bulkCasesPerSecond };
  const stage = new Stage(database, register, engine, agencies as ScriptedAgencies, planning);
  await stage.startsWorkers();
  return stage;
}

async function haveBegun(register: Register, caseIds: readonly CaseId[]): Promise<boolean> {
  const begun = await register
    .selectFrom('cases')
    .select('id')
    .where('id', 'in', [...caseIds])
    .where('run_id', 'is not', null)
    .execute();
  return begun.length === caseIds.length;
}

/** A namespace of its own, so that no other test file's workers take this one's tasks. */
async function enterEngine(register: Register, address: string): Promise<Engine> {
  const namespace = `stage-${randomUUID()}`;
  const target = { options: { address }, namespace, configured: true };
  const connection = await NativeConnection.connect(target.options);
  const clientConnection = await connectTemporal(target);
  await clientConnection.workflowService.registerNamespace({
    namespace,
    workflowExecutionRetentionPeriod: { seconds: 86_400 as never },
  });
  await reconcileNamespace(clientConnection, namespace);
  return { connection, clientConnection, namespace, dataConverter: caseDataConverter(register) };
}
