import { spawn } from 'node:child_process';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { loadConfig } from '../../config/config';
import { repositoryRoot } from '../../root';
import { type Running, readRunning } from '../running';
import { readHousehold } from './household';
import { connectSystem } from './system';
import { walkHousehold } from './walk';

const USAGE = 'usage: npm run walk -- examples/eskilstuna-family.json [--seed 1] [--on YYYY-MM-DD]';
const DAY = 24 * 3_600_000;

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { seed: { type: 'string', default: '1' }, on: { type: 'string' } },
  });
  const [file] = positionals;
  if (!file) throw new Error(USAGE);
  const day = values.on ?? nextWorkingDay(new Date());
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || Date.parse(`${day}T08:00:00Z`) < Date.now()) {
    throw new Error(`--on ${day}: the meeting day is a coming day, YYYY-MM-DD; time goes forward only`);
  }
  const household = readHousehold(path.resolve(file));
  const { running, stop } = await runningOrStarted();
  const system = await connectSystem(running);
  try {
    const run = String(Date.now());
    const print = (line: string) => process.stdout.write(`${line}\n`);
    await walkHousehold(system, { household, seed: values.seed, day, run, print });
  } finally {
    await system.close();
    await stop();
  }
}

/** Monday to Friday after today; a public holiday among them is for `--on` to avoid. */
function nextWorkingDay(today: Date): string {
  for (let at = today.getTime() + DAY; ; at += DAY) {
    const day = new Date(at);
    if (day.getUTCDay() !== 0 && day.getUTCDay() !== 6) return day.toISOString().slice(0, 10);
  }
}

/** The system that runs from this folder's data, or one started for the walk and stopped after it. */
async function runningOrStarted(): Promise<{ running: Running; stop: () => Promise<void> }> {
  const { dataDir } = loadConfig();
  const found = readRunning(dataDir);
  if (found) return { running: found, stop: async () => undefined };
  const script = path.join(repositoryRoot(), 'dist', 'platform', 'local', 'start.js');
  const child = spawn(process.execPath, [script, '--no-demo'], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await Promise.race([
    new Promise<void>((resolve) => child.once('message', () => resolve())),
    ended.then(() => {
      throw new Error('the system did not start; see the lines above');
    }),
  ]);
  const running = readRunning(dataDir);
  if (!running) throw new Error('the system started, but does not say where');
  return {
    running,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

// Whoever reads the path may have read enough (`| head`).
process.stdout.on('error', () => process.exit());
main().catch((fault: unknown) => {
  process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`);
  process.exitCode = 1;
});
