import { sql } from 'kysely';
import { pino } from 'pino';
import { createDatabase, type Register } from '../../register/database';
import { createTurns, type Turns } from '../../register/turns';
import { startInTurn, type TurnParts } from '../../worker/in-turn';
import { createTestDatabase, type TestDatabase } from '../support/databases';
import { until } from '../support/until';

const QUIET = pino({ level: 'silent' });

describe('work that one worker of an installation does at a time', () => {
  let file: TestDatabase;
  let register: Register;
  let running: { stop: () => Promise<void> }[];

  beforeEach(async () => {
    file = await createTestDatabase();
    register = createDatabase(file.url, QUIET);
    running = [];
  });
  afterEach(async () => {
    await Promise.all(running.map(({ stop }) => stop()));
    await register.destroy();
    await file.drop();
  });

  /** A worker process that would do this work; it rests a moment between rounds where nothing else is said. */
  function wouldWork(round: () => unknown, more: Partial<TurnParts> & { readonly pause?: number } = {}) {
    const { pause = 10, turns = newTurns(), ...parts } = more;
    const work = startInTurn({
      turns,
      name: 'imports',
      logger: QUIET,
      trouble: 'it went wrong',
      patience: 10,
      async round() {
        await round();
        return pause;
      },
      ...parts,
    });
    const worker = {
      async stop() {
        await work.stop();
        await turns.close();
      },
    };
    running.push(worker);
    return worker;
  }

  function newTurns(): Turns {
    return createTurns(file.url, QUIET);
  }

  /** The connections that hold a lock, ended where it is asked for. */
  async function locks(what: 'count' | 'end'): Promise<number> {
    const { rows } =
      await sql`select ${what === 'end' ? sql`pg_terminate_backend(pid)` : sql`pid`} from pg_locks
      where locktype = 'advisory' and granted
        and database = (select oid from pg_database where datname = current_database())`.execute(register);
    return rows.length;
  }

  it('is done by one of two, and by the other when that one stops', async () => {
    const rounds = { first: 0, second: 0 };
    const first = wouldWork(() => (rounds.first += 1));
    await until('the first works', async () => rounds.first > 2);
    wouldWork(() => (rounds.second += 1));
    const before = rounds.first;
    await until('it goes on', async () => rounds.first > before + 10);
    expect(rounds.second).toBe(0);
    await first.stop();
    const done = rounds.first;
    await until('the second works', async () => rounds.second > 2);
    expect(rounds.first).toBe(done);
  });

  it('is taken over when the connection of its lock is lost, and whoever lost it begins no other round', async () => {
    const rounds = { first: 0, second: 0 };
    let finish = () => undefined as void;
    const finished = new Promise<void>((resolve) => (finish = resolve));
    wouldWork(() => {
      rounds.first += 1;
      return finished;
    });
    await until('the first works', async () => rounds.first === 1);
    wouldWork(() => (rounds.second += 1));
    expect(await locks('end')).toBe(1);
    await until('the second works', async () => rounds.second > 2);
    finish();
    const before = rounds.second;
    await until('the second goes on', async () => rounds.second > before + 10);
    expect(rounds.first).toBe(1);
  });

  it('goes on after a fault, of which the log has the code and no word of its text', async () => {
    const lines: string[] = [];
    const logger = pino({ level: 'warn' }, { write: (line: string) => void lines.push(line) });
    let rounds = 0;
    const round = async () => {
      rounds += 1;
      if (rounds === 1) await sql`select 'Testsson'::date`.execute(register);
    };
    wouldWork(round, { logger });
    await until('another round has come', async () => rounds > 1);
    expect(lines.map((line) => JSON.parse(line) as object)).toEqual([
      expect.objectContaining({ fault: '22007', msg: 'it went wrong' }),
    ]);
    expect(lines.join()).not.toContain('Testsson');
  });

  it('ends at once when it is stopped in a long rest, and gives its lock back', async () => {
    let rounds = 0;
    const work = wouldWork(() => (rounds += 1), { pause: 3_600_000 });
    await until('it rests', async () => rounds === 1);
    await work.stop();
    expect(await locks('count')).toBe(0);
  });

  it('takes one connection, however much such work a process does', async () => {
    const turns = newTurns();
    for (const name of ['imports', 'absences', 'replanning']) wouldWork(() => undefined, { name, turns });
    await until('all have their locks', async () => (await locks('count')) === 3);
    const { rows } = await sql`select distinct pid from pg_locks where locktype = 'advisory'
      and database = (select oid from pg_database where datname = current_database())`.execute(register);
    expect(rows).toHaveLength(1);
  });

  it('holds up no change of the register that takes a lock of the same name', async () => {
    wouldWork(() => undefined, { name: 'absences' });
    await until('it works', async () => (await locks('count')) === 1);
    const { rows } = await sql`select pg_try_advisory_xact_lock(hashtext('absences')) as free`.execute(
      register,
    );
    expect(rows).toEqual([{ free: true }]);
  });
});
