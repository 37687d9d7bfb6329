import { NativeConnection } from '@temporalio/worker';
import { pino } from 'pino';
import type { BackgroundParts, BackgroundWork } from '../../../activities/background';
import { startBackground } from '../../../engine/schedules';
import { createBackgroundWorker } from '../../../worker/workers';
import { BACKGROUND } from '../../../workflows/messages';
import type { Running } from '../../support/engine/background';
import { historyOf, eventNames } from '../../support/engine/history';
import { type OwnTemporal, startOwnTemporal } from '../../support/engine/own-temporal';
import { openStage, type Stage } from '../../support/stage';
import { until } from '../../support/until';

const QUIET = pino({ level: 'silent' });
/** How soon a dead worker is replaced here, in milliseconds. */
const HEARTBEAT_TIMEOUT = 1_000;

/** Background work that counts its rounds, one every 10 ms. */
function counter() {
  const work: BackgroundWork & { rounds: number } = {
    name: 'counting',
    everyMs: 10,
    rounds: 0,
    async round() {
      work.rounds += 1;
    },
  };
  return work;
}

describe('background work', () => {
  let temporal: OwnTemporal;
  let stage: Stage;
  const running: Running[] = [];

  beforeAll(async () => {
    temporal = await startOwnTemporal();
    stage = await openStage({ temporalAddress: temporal.address });
    await startBackground(stage.client, { heartbeatTimeout: HEARTBEAT_TIMEOUT });
  });
  afterEach(async () => {
    await Promise.all(running.splice(0).map(({ stop }) => stop()));
  });
  afterAll(async () => {
    await stage.close();
    await temporal.remove();
  });

  /** The background worker of another worker process: on a connection of its own. */
  async function startsWorker(work: BackgroundWork, more: Partial<BackgroundParts> = {}): Promise<Running> {
    const connection = await NativeConnection.connect({ address: temporal.address });
    const engine = { ...stage.engine, connection };
    const worker = await createBackgroundWorker(engine, { work: [work], logger: QUIET, ...more });
    const ended = worker.run();
    let stopped: Promise<void> | undefined;
    async function stop(): Promise<void> {
      worker.shutdown();
      await ended;
      await connection.close();
    }
    const process = { stop: () => (stopped ??= stop()) };
    running.push(process);
    return process;
  }

  const goesOn = async (work: { readonly rounds: number }) => {
    const before = work.rounds;
    await until('the work goes on', async () => work.rounds > before + 10);
  };

  const handle = () => stage.client.workflow.getHandle(BACKGROUND);

  it('is done by one of two workers, and by the other as soon as that one stops', async () => {
    const [first, second] = [counter(), counter()];
    const worker = await startsWorker(first);
    await goesOn(first);
    await startsWorker(second);
    await goesOn(first);
    expect(second.rounds).toBe(0);
    await worker.stop();
    const done = first.rounds;
    await goesOn(second);
    expect(first.rounds).toBe(done);
  });

  it('stops promptly with its worker in a long pause', async () => {
    const work = { ...counter(), everyMs: 3_600_000 };
    let rounds = 0;
    const worker = await startsWorker({ ...work, round: async () => void (rounds += 1) });
    await until('it pauses', async () => rounds === 1);
    const began = Date.now();
    await worker.stop();
    expect(Date.now() - began).toBeLessThan(4_000);
  });

  it('is taken over when its worker dies, and a former worker that comes back begins no other round', async () => {
    const [first, second] = [counter(), counter()];
    await startsWorker(first, { heartbeatEveryMs: 2_500 });
    await goesOn(first);
    await startsWorker(second);
    await goesOn(second);
    await until('the former worker has learned of it', async () => {
      const before = first.rounds;
      await goesOn(second);
      return first.rounds === before;
    });
    const done = first.rounds;
    await goesOn(second);
    expect(first.rounds).toBe(done);
  });

  it('adds no event to its history, whoever does it and however long', async () => {
    const history = await historyOf(handle());
    expect(eventNames(history).filter((name) => name.startsWith('ACTIVITY_TASK'))).toEqual([
      'ACTIVITY_TASK_SCHEDULED',
    ]);
    expect(eventNames(history)).toHaveLength(5);
  });

  it('runs once however many workers start it, and again when it was terminated', async () => {
    const { runId } = await handle().describe();
    await Promise.all([startBackground(stage.client), startBackground(stage.client)]);
    expect((await handle().describe()).runId).toBe(runId);
    await handle().terminate('by mistake');
    await startBackground(stage.client, { heartbeatTimeout: HEARTBEAT_TIMEOUT });
    const work = counter();
    await startsWorker(work);
    await goesOn(work);
  });

  it('goes on while the engine is away, and is done by one worker when it is back', async () => {
    const [first, second] = [counter(), counter()];
    await startsWorker(first);
    await startsWorker(second);
    await until('one of them works', async () => first.rounds + second.rounds > 10);
    const [holder, other] = first.rounds > 0 ? [first, second] : [second, first];
    await temporal.isKilled();
    await goesOn(holder);
    expect(other.rounds).toBe(0);
    await temporal.comesBack();
    await until('one of them works alone', async () => {
      const [one, two] = [first.rounds, second.rounds];
      await until('there is work', async () => first.rounds + second.rounds > one + two + 20);
      return first.rounds === one || second.rounds === two;
    });
  });
});
