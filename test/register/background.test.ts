import { sql } from 'kysely';
import { pino } from 'pino';
import { type BackgroundWork, runRounds } from '../../activities/background';
import { parseConfig } from '../../platform/config/config';
import { createDatabase, type Register } from '../../register/database';
import { allWork } from '../../worker/background/all-work';
import { planFirstCut } from '../rules/support';
import { createTestDatabase, type TestDatabase } from '../support/databases';
import { runsAlone } from '../support/engine/background';
import { until } from '../support/until';

const QUIET = pino({ level: 'silent' });

describe('one kind of background work', () => {
  let file: TestDatabase;
  let register: Register;
  beforeAll(async () => {
    file = await createTestDatabase();
    register = createDatabase(file.url, QUIET);
  });
  afterAll(async () => {
    await register.destroy();
    await file.drop();
  });

  it('goes on after an error, of which the log has the code and no word of its text', async () => {
    const lines: string[] = [];
    const logger = pino({ level: 'warn' }, { write: (line: string) => void lines.push(line) });
    const stopping = new AbortController();
    let rounds = 0;
    const work: BackgroundWork = {
      name: 'imports',
      everyMs: 3_600_000,
      retryAfterMs: 10,
      async round() {
        rounds += 1;
        if (rounds === 1) await sql`select 'Testsson'::date`.execute(register);
      },
    };
    const running = runRounds(work, logger, stopping.signal);
    await until('another round has begun', async () => rounds > 1);
    stopping.abort();
    await running;
    expect(lines.map((line) => JSON.parse(line) as object)).toEqual([
      expect.objectContaining({ work: 'imports', fault: '22007', msg: 'background work failed' }),
    ]);
    expect(lines.join()).not.toContain('Testsson');
  });

  it('pauses between rounds as a round says, and otherwise as its kind says', async () => {
    let rounds = 0;
    const work = {
      name: 'imports',
      everyMs: 3_600_000,
      round: async () => ((rounds += 1) < 3 ? 1 : undefined),
    };
    const running = runsAlone(work);
    await until('three rounds are done', async () => rounds === 3);
    await running.stop();
    expect(rounds).toBe(3);
  });

  it('is left out where the configuration says never, or that nobody is to be asked', () => {
    const named = (variables: Readonly<Record<string, string>>) =>
      allWork({
        config: parseConfig(variables),
        agencyApiKey: 'key',
        register,
        planner: planFirstCut,
        client: {} as never,
        logger: QUIET,
      }).map(({ name }) => name);
    const all = named({});
    const never = named({ NAVET_POLL_SECONDS: '0', REPLAN_CASES_PER_SECOND: '0' });
    expect(all.filter((name) => !never.includes(name))).toEqual(['poll:skatteverket', 'replanning']);
    const byHand = named({
      STEP_ANSWERING: '{"personnummer":{"answeredBy":"caseworker","handedOver":false}}',
    });
    expect(all.filter((name) => !byHand.includes(name))).toEqual(['poll:skatteverket']);
  });
});
