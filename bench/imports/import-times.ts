import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { stockholmDayAt } from '../../domain/law/stockholm-day';
import { timeDailyWork } from './daily-part';
import { timeRegisterPart } from './register-part';

const OPTIONS = {
  rows: { type: 'string', default: '45000' },
  rates: { type: 'string', default: '2,5,10' },
  minutes: { type: 'string', default: '3' },
  part: { type: 'string', default: 'register,daily' },
} as const;

/**
 * Prints how fast a file of people is received, checked, compared and opened, and what it does to the updates of those
 * who work meanwhile. `--part register` or `--part daily` measures one of the two.
 */
export async function printImportTimes(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: OPTIONS });
  const rows = Number(values.rows);
  const today = stockholmDayAt(Date.now());
  const folder = mkdtempSync(path.join(os.tmpdir(), 'etablering-bench-'));
  const memory = Math.round(os.totalmem() / 2 ** 30);
  say(
    `machine: ${os.cpus().length} cores, ${memory} GB, Node ${process.version}, load ${os.loadavg()[0]?.toFixed(1)}`,
  );
  try {
    if (values.part.includes('register'))
      await timeRegisterPart(rows, today, path.join(folder, 'register'), say);
    if (!values.part.includes('daily')) return;
    const rates = values.rates.split(',').map(Number);
    const options = { rows, rates, minutes: Number(values.minutes), today };
    await timeDailyWork(options, (rate) => path.join(folder, `rate-${rate}`), say);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
