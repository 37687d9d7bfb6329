import { spawn } from 'node:child_process';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { stockholmDayAt } from '../../domain/law/stockholm-day';
import { workingDayAfter } from '../../domain/law/working-days';
import { loadConfig } from '../../platform/config/config';
import { repositoryRoot } from '../../platform/root';
import { type Running, readRunning } from '../running';
import { readHousehold } from './household';
import { connectSystem } from './system';
import { walkHousehold } from './walk';

const USAGE = 'usage: npm run walk -- examples/eskilstuna-family.json [--seed 1] [--on YYYY-MM-DD]';

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { seed: { type: 'string', default: '1' }, on: { type: 'string' } },
  });
  const [file] = positionals;
  if (!file) throw new Error(USAGE);
  const day = values.on ?? workingDayAfter(stockholmDayAt(Date.now()), 1);
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

/** The system that runs from this folder's data, or one started for the walk and stopped after it. */
async function runningOrStarted(): Promise<{ running: Running; stop: () => Promise<void> }> {
  const { dataDir } = loadConfig();
  const found = readRunning(dataDir);
  if (found) return { running: found, stop: async () => undefined };
  const script = path.join(repositoryRoot(), 'dist', 'local', 'start.js');
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

// The reader may close the pipe early (`| head`).
process.stdout.on('error', () => process.exit());
main().catch((fault: unknown) => {
  process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`);
  process.exitCode = 1;
});
