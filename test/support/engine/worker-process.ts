import { fork } from 'node:child_process';
import path from 'node:path';
import { SystemAgency } from '../../../domain/model/agency';
import { FIRST_CUT } from '../../rules/support';
import { repositoryRoot } from '../../../platform/root';

/** The real worker in a process of its own, from the compiled files, with agencies that nobody answers for. */
export type WorkerProcess = {
  /** Ends it by SIGKILL. */
  readonly isKilled: () => Promise<void>;
};

export type WorkerPlace = {
  readonly databaseUrl: string;
  readonly temporalAddress: string;
  readonly namespace: string;
  /** Settings besides. */
  readonly variables?: Readonly<Record<string, string>>;
};

/** Where nobody listens: the discard port. */
const NOBODY = 'http://127.0.0.1:9';

/** Starts it and waits until it works. Rejects with what it said when it ends first. */
export async function startWorkerProcess(place: WorkerPlace): Promise<WorkerProcess> {
  const main = path.join(repositoryRoot(), 'dist', 'worker', 'main.js');
  const child = fork(main, { env: variablesFor(place), stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
  const said: string[] = [];
  child.stderr?.setEncoding('utf8').on('data', (text: string) => said.push(text));
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const ready = new Promise<boolean>((resolve) => child.once('message', () => resolve(true)));
  if (!(await Promise.race([ready, ended.then(() => false)]))) throw new Error(said.join(''));
  return {
    async isKilled() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

function variablesFor({
  databaseUrl,
  temporalAddress,
  namespace,
  variables,
}: WorkerPlace): NodeJS.ProcessEnv {
  const agencies = SystemAgency.options.map((agency) => [`${agency.toUpperCase()}_URL`, NOBODY]);
  return {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    DATABASE_URL: databaseUrl,
    TEMPORAL_ADDRESS: temporalAddress,
    TEMPORAL_NAMESPACE: namespace,
    AGENCY_API_KEY: 'a-key-that-nobody-asks-for',
    WEBHOOK_SECRETS: '{}',
    STEPS: FIRST_CUT.join(','),
    // The stage plans by rules of another version: cases would be told to plan again, which no test here is about.
    REPLAN_CASES_PER_SECOND: '0',
    LOG_LEVEL: 'error',
    ...Object.fromEntries(agencies),
    ...variables,
  };
}
