import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { startWorkerProcess, type WorkerProcess } from '../../support/engine/worker-process';
import { localServers } from '../../support/local-servers';
import { openStage, type Stage } from '../../support/stage';
import { until } from '../../support/until';
import { type Desk, openDesk } from '../support/desk';
import { csvOf, type Row, row } from './support/rows';

const HOUSEHOLDS = 60;
/** In seconds: a machine may have much else to do. */
const PATIENCE = 300;

/** Sixty households of three, here and there one that cannot be opened. */
function people(): Row[] {
  return Array.from({ length: HOUSEHOLDS }, (_, place): Row[] => {
    const first = row();
    const { household = '', dossiernummer = '' } = first;
    if (place % 20 === 7) return [first, row({ household, role: 'cousin' }), row({ household })];
    if (place % 20 === 13) return [first, row({ household, dossiernummer }), row({ household })];
    return [first, row({ household }), row({ household, role: 'child' })];
  }).flat();
}

/** Real worker processes, the real engine, a real register. */
describe('an import whose worker is killed again and again', () => {
  let stage: Stage;
  let desk: Desk;

  beforeAll(async () => {
    stage = await openStage();
    await stage.stopsWorkers();
    desk = await openDesk({ register: stage.register, engine: async () => stage.client });
  });

  const workers: WorkerProcess[] = [];

  afterAll(async () => {
    await Promise.all(workers.map((worker) => worker.isKilled()));
    await desk.close();
    await stage.close();
  });

  async function startsWorker(): Promise<WorkerProcess> {
    const worker = await startWorkerProcess({
      databaseUrl: stage.databaseUrl,
      temporalAddress: localServers().temporalAddress,
      namespace: stage.namespace,
      variables: { IMPORT_CASES_PER_SECOND: '30' },
    });
    workers.push(worker);
    return worker;
  }
  const count = async (table: 'cases' | 'persons' | 'households') => {
    const { n } = await stage.register
      .selectFrom(table)
      .select((eb) => eb.fn.countAll<string>().as('n'))
      .executeTakeFirstOrThrow();
    return Number(n);
  };

  it('opens each case once and loses none; the numbers add up at every moment', async () => {
    const rows = people();
    const headers = { 'content-type': 'text/csv', 'idempotency-key': randomUUID() };
    const sent = await desk.postWith('coordinator', '/api/v1/imports?source=x', csvOf(rows), headers);
    const address = String(sent.headers.location);
    const progress = async () => (await desk.get('coordinator', address)).body;
    const sumsUp = async () => {
      const { rows: all, counts } = await progress();
      const sum = Object.values<number>(counts).reduce((so, one) => so + one, 0);
      expect([all, sum]).toEqual([rows.length, rows.length]);
    };

    for (const some of [0, 30, 90]) {
      const worker = await startsWorker();
      const goal = async () => (await progress()).counts.opened > some;
      await until(`more than ${some} are opened`, goal, PATIENCE);
      await worker.isKilled();
      await sumsUp();
    }
    await startsWorker();
    await until('the import has ended', async () => (await progress()).state === 'ended', PATIENCE);

    const { counts } = await progress();
    expect(counts).toEqual({ waiting: 0, candidate: 0, invalid: 3, duplicate: 3, skipped: 12, opened: 162 });
    expect([await count('cases'), await count('persons'), await count('households')]).toEqual([162, 162, 54]);
    const twice = await sql`select value from identifiers where type = 'dossiernummer'
      group by value having count(*) > 1`.execute(stage.register);
    expect(twice.rows).toEqual([]);
    const lines = (await desk.get('coordinator', `${address}/result`)).text.trim().split('\n').slice(1);
    expect(lines).toHaveLength(rows.length);
    const cases = lines.flatMap((line) => line.split(',')[3] || []);
    expect(new Set(cases).size).toBe(162);

    await until(
      'the engine carries every case',
      async () => {
        const begun = await sql<{
          n: string;
        }>`select count(*) as n from cases where run_id is not null`.execute(stage.register);
        return Number(begun.rows[0]?.n) === 162;
      },
      PATIENCE,
    );
    const intakes = await sql`select case_id from ledger where kind = 'intake'`.execute(stage.register);
    expect(intakes.rows).toHaveLength(162);
  }, 1_200_000);
});
