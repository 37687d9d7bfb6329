import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { addDays } from '../../domain/law/calendar';
import { freePorts } from '../../local/servers/ports';
import { startPostgres } from '../../local/servers/postgres';
import { createDatabase, type Register } from '../../register/database';
import { migrate } from '../../register/migrate';
import { countDay } from '../../register/statistics/daily-counts';
import { mergeCounts } from '../../register/statistics/work-counts';
import { timed } from '../lists/clock';
import { fill } from './fill';
import { QUESTIONS, TODAY } from './questions';

const ROUNDS = 20;
const SETTINGS = ['shared_buffers=2GB', 'maintenance_work_mem=1GB', 'max_wal_size=8GB'];

/** Prints how long each question and each part of the night takes on a register of made-up cases. */
export async function printStatisticsTimes(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: { cases: { type: 'string', default: '45000' } } });
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'etablering-bench-'));
  const [port = 0] = await freePorts(1);
  const postgres = await startPostgres({ dataDir, port, detached: false, settings: SETTINGS });
  try {
    const url = postgres.databaseUrl('postgres');
    await migrate(url);
    const register = createDatabase(url);
    await measureAll(register, Number(values.cases));
    await register.destroy();
  } finally {
    await postgres.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function measureAll(register: Register, cases: number): Promise<void> {
  const gigabytes = Math.round(os.totalmem() / 2 ** 30);
  say(`machine: ${os.cpus().length} cores, ${gigabytes} GB, Node ${process.version}`);
  say(`register: ${cases} cases, ${await fill(register, cases)} waits`);
  await sayOnce('the night counts a day', () => countDay(register, addDays(TODAY, -1), TODAY));
  for (const [name, ask] of Object.entries(QUESTIONS)) {
    const { p50, p95 } = await timed(async () => void (await ask(register)), ROUNDS, 1);
    say(`${name.padEnd(56)} p50 ${p50.toFixed(0)} ms, p95 ${p95.toFixed(0)} ms`);
  }
  await sayOnce('the night sums up the counts', () => mergeCounts(register, addDays(TODAY, 1)));
  say(
    `load of the machine: ${os
      .loadavg()
      .map((load) => load.toFixed(1))
      .join(', ')}`,
  );
}

async function sayOnce(name: string, run: () => Promise<void>): Promise<void> {
  const begun = performance.now();
  await run();
  say(`${name.padEnd(56)} ${(performance.now() - begun).toFixed(0)} ms`);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
