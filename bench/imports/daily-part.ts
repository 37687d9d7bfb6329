import { setTimeout as pause } from 'node:timers/promises';
import type { PlainDate } from '../../domain/model/plain-date';
import type { Running } from '../../local/running';
import { startSystem } from '../whole-system';
import { DailyWork } from './daily-work';
import { csvOfPeople } from './people';
import type { Say } from './register-part';
import { megabytesOf, progressOf, secondsIn, sendFile } from './sent-file';

/** What is measured: the number of rows of a file, the rates at which it is opened, the minutes for each. */
export type DailyOptions = {
  readonly rows: number;
  readonly rates: readonly number[];
  readonly minutes: number;
  readonly today: PlainDate;
};

const CASES = 40;
const UPDATES_PER_SECOND = 2;
const MINUTE = 60_000;

/**
 * Times people's updates in a whole system, with its engine and simulated agencies: without an import, and while one is
 * received, checked, compared and opened at each of the rates. The system is started again for each rate.
 */
export async function timeDailyWork(options: DailyOptions, folderOf: (rate: number) => string, say: Say) {
  for (const rate of options.rates) await timeRate(options, rate, folderOf(rate), say);
}

async function timeRate(options: DailyOptions, rate: number, dataDir: string, say: Say): Promise<void> {
  const { rows, minutes, today } = options;
  const { running, stop } = await startSystem(dataDir, { IMPORT_CASES_PER_SECOND: String(rate) });
  try {
    const work = await DailyWork.open(running, CASES, today);
    const said = (what: string) => {
      const { p50, p95, count } = work.answers();
      say(`  updates ${what.padEnd(28)} p50 ${p50} ms, p95 ${p95} ms (${count})`);
    };
    say(`at most ${rate} cases a second, ${UPDATES_PER_SECOND} updates a second; ${memory(running)}`);
    await pause(10_000);
    work.start(UPDATES_PER_SECOND);
    await pause(MINUTE);
    said('without an import');
    const address = await sendFile(running, csvOfPeople({ rows, today, series: 60, faultyEvery: 1_000 }));
    await secondsIn(running, address, 'checking');
    await secondsIn(running, address, 'comparing');
    said('while it is checked');
    let before = (await progressOf(running, address)).counts.opened ?? 0;
    for (let minute = 1; minute <= minutes; minute += 1) {
      await pause(MINUTE);
      const { counts, waitsBecause } = await progressOf(running, address);
      const opened = counts.opened ?? 0;
      const gaveWay = waitsBecause ? `, ${waitsBecause}` : '';
      said(`minute ${minute}: ${((opened - before) / 60).toFixed(1)} cases/s${gaveWay}`);
      before = opened;
    }
    say(`  ${before} cases opened; ${memory(running)}`);
    await work.stop();
  } finally {
    await stop();
  }
}

function memory({ pids }: Running): string {
  const parts = ['api', 'worker'].map((part) => `${part} ${megabytesOf(pids[part] ?? 0)} MB`);
  return parts.join(', ');
}
