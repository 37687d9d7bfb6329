import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import type { Response } from 'supertest';
import type { CaseId } from '../../../../domain/model/ids';
import { planFirstCut } from '../../../rules/support';
import { createDatabase, type Register } from '../../../../register/database';
import type { OpenerParts } from '../../../../worker/background/import-opener';
import { importing } from '../../../../worker/background/imports';
import { createTestDatabase } from '../../../support/databases';
import { type Running, runsAlone } from '../../../support/engine/background';
import { until } from '../../../support/until';
import { type Desk, openDesk } from '../../support/desk';
import { csvOf, type Row } from './rows';

const QUIET = pino({ level: 'silent' });
/** In seconds: a machine may have much else to do. */
const PATIENCE = 60;

/** How a row ended, as the result file says. */
export type ResultLine = {
  readonly line: number;
  readonly household: string;
  readonly outcome: string;
  readonly caseId: string;
  readonly errors: string;
};

export type SendMore = {
  readonly key?: string;
  readonly type?: string;
  readonly query?: string;
  readonly identity?: string;
};

/** The API on a register of its own, and a worker's imports without an engine behind them. */
export type ImportDesk = Desk &
  ReturnType<typeof filesOf> &
  ReturnType<typeof workersOf> & {
    readonly register: Register;
  };

/** Sets it up. No import is carried on before `startsWorker`. */
export async function openImportDesk(): Promise<ImportDesk> {
  const database = await createTestDatabase();
  const register = createDatabase(database.url, QUIET);
  const desk = await openDesk({ register });
  const workers = workersOf(register);
  return {
    ...desk,
    ...filesOf(desk),
    ...workers,
    register,
    async close() {
      await workers.stopsWorkers();
      await desk.close();
      await register.destroy();
      await database.drop();
    },
  };
}

function filesOf(desk: Desk) {
  /** Sends a file under a new key, or under the one given; CSV unless told otherwise. */
  async function sends(file: string | readonly Row[], more: SendMore = {}): Promise<Response> {
    const { key = randomUUID(), type = 'text/csv', query = '', identity = 'coordinator' } = more;
    const body = typeof file === 'string' ? file : csvOf(file);
    const headers = { 'idempotency-key': key, 'content-type': type };
    return desk.postWith(identity, `/api/v1/imports?source=Migrationsverket${query}`, body, headers);
  }

  /** Waits until the import is in one of the states. */
  async function untilState(address: string, ...states: readonly string[]): Promise<void> {
    await until(
      `the import is ${states.join(' or ')}`,
      async () => {
        const { body } = await desk.get('coordinator', address);
        return states.includes(body.state);
      },
      PATIENCE,
    );
  }

  /** Sends rows and waits until nothing of the import moves; gives its address. */
  async function imports(rows: string | readonly Row[], more?: SendMore): Promise<string> {
    const { headers } = await sends(rows, more);
    const address = String(headers.location);
    await untilState(address, 'ended', 'awaitingDecisions');
    return address;
  }

  /** The result file, line by line. */
  async function result(address: string, identity = 'coordinator'): Promise<ResultLine[]> {
    const { text } = await desk.get(identity, `${address}/result`);
    return text.trim().split('\n').slice(1).map(lineOf);
  }

  return { sends, untilState, imports, result };
}

function workersOf(register: Register) {
  const workers: Running[] = [];

  function startsWorker(more: Partial<OpenerParts> = {}): Running {
    const worker = runsAlone(
      importing({
        register,
        planner: planFirstCut,
        start: (caseId) => beginsAtOnce(register, caseId),
        casesPerSecond: 100,
        logger: QUIET,
        ...more,
      }),
    );
    workers.push(worker);
    return worker;
  }

  async function stopsWorkers(): Promise<void> {
    await Promise.all(workers.splice(0).map(({ stop }) => stop()));
  }

  return { startsWorker, stopsWorkers };
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
