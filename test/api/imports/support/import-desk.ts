import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import type { Response } from 'supertest';
import type { CaseId } from '../../../../domain/model/ids';
import { planFirstCut } from '../../../rules/support';
import { createDatabase, type Register } from '../../../../register/database';
import { type ImportParts, startImports } from '../../../../worker/imports/loop';
import { createTestDatabase } from '../../../support/databases';
import { until } from '../../../support/until';
import { type Desk, openDesk } from '../../support/desk';
import { type SignIn, startSignIn } from '../../support/sign-in';
import { csvOf, type Row } from './rows';

/** How a row ended, as the result file says. */
export type ResultLine = {
  readonly line: number;
  readonly household: string;
  readonly outcome: string;
  readonly caseId: string;
  readonly errors: string;
};

/** The API on a register of its own, and a worker's imports without an engine behind them. */
export type ImportDesk = Desk & {
  readonly register: Register;
  readonly signIn: SignIn;
  readonly databaseUrl: string;
  /** Sends a file under a new key, or under the one given; CSV unless told otherwise. */
  readonly sends: (file: string | readonly Row[], more?: SendMore) => Promise<Response>;
  /** Sends rows and waits until nothing of the import moves; gives its address. */
  readonly imports: (rows: string | readonly Row[], more?: SendMore) => Promise<string>;
  readonly untilState: (address: string, state: string) => Promise<void>;
  readonly result: (address: string, identity?: string) => Promise<ResultLine[]>;
  readonly startsWorker: (more?: Partial<ImportParts>) => { stop: () => Promise<void> };
  readonly stopsWorkers: () => Promise<void>;
};

export type SendMore = {
  readonly key?: string;
  readonly type?: string;
  readonly query?: string;
  readonly identity?: string;
};

/** Sets it up. No import is carried on before `startsWorker`. */
export async function openImportDesk(): Promise<ImportDesk> {
  const database = await createTestDatabase();
  const register = createDatabase(database.url);
  const signIn = await startSignIn();
  const desk = await openDesk({ register, signIn });
  const workers: { stop: () => Promise<void> }[] = [];

  const sends: ImportDesk['sends'] = (file, more = {}) => {
    const { key = randomUUID(), type = 'text/csv', query = '', identity = 'coordinator' } = more;
    const body = typeof file === 'string' ? file : csvOf(file);
    const headers = { 'idempotency-key': key, 'content-type': type };
    return desk.postWith(identity, `/api/v1/imports?source=Migrationsverket${query}`, body, headers);
  };
  const stopsWorkers = async () => {
    await Promise.all(workers.splice(0).map(({ stop }) => stop()));
  };
  const untilState: ImportDesk['untilState'] = (address, state) =>
    until(`the import is ${state}`, async () => {
      const { body } = await desk.get('coordinator', address);
      return body.state === state;
    });

  return {
    ...desk,
    register,
    signIn,
    databaseUrl: database.url,
    sends,
    untilState,
    async imports(rows, more) {
      const { headers } = await sends(rows, more);
      const address = String(headers.location);
      await until('the import rests', async () => {
        const { body } = await desk.get('coordinator', address);
        return body.state === 'ended' || body.state === 'awaitingDecisions';
      });
      return address;
    },
    async result(address, identity = 'coordinator') {
      const { text } = await desk.get(identity, `${address}/result`);
      return text.trim().split('\n').slice(1).map(lineOf);
    },
    startsWorker(more = {}) {
      const worker = startImports({
        register,
        planner: planFirstCut,
        start: (caseId) => beginsAtOnce(register, caseId),
        casesPerSecond: 100,
        keepDays: 30,
        logger: pino({ level: 'silent' }),
        ...more,
      });
      workers.push(worker);
      return worker;
    },
    stopsWorkers,
    async close() {
      await stopsWorkers();
      await desk.close();
      await signIn.stop();
      await register.destroy();
      await database.drop();
    },
  };
}

/** As an engine that keeps up: the case has begun as soon as it is opened. */
async function beginsAtOnce(register: Register, caseId: CaseId): Promise<void> {
  await register.updateTable('cases').set({ run_id: 'begun' }).where('id', '=', caseId).execute();
}

function lineOf(text: string): ResultLine {
  const cells = [...text.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, cell = '']) =>
    cell.replace(/^"|"$/g, '').replaceAll('""', '"'),
  );
  const [line, household = '', outcome = '', caseId = '', errors = ''] = cells;
  return { line: Number(line), household, outcome, caseId, errors };
}
