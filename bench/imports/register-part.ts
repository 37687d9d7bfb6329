import { createLogger } from '../../platform/logger';
import { freePorts } from '../../local/servers/ports';
import { startPostgres } from '../../local/servers/postgres';
import type { PlainDate } from '../../domain/model/plain-date';
import { createDatabase } from '../../register/database';
import { installedPlanner } from '../../register/assessment/planner';
import { migrate } from '../../register/migrate';
import { runRounds } from '../../activities/background';
import { importing } from '../../worker/background/imports';
import { type ApiAlone, startApi } from '../api-alone';
import { csvOfPeople, type FileOfPeople } from './people';
import { megabytesOf, progressOf, secondsIn, sendFile } from './sent-file';

export type Say = (line: string) => void;

/**
 * Times what an import costs the register alone: a file of `rows` rows received by an API, checked, compared and
 * opened as fast as one process can, with an engine that keeps up; then another such file compared with what is there.
 */
export async function timeRegisterPart(
  rows: number,
  today: PlainDate,
  dataDir: string,
  say: Say,
): Promise<void> {
  const [port = 0] = await freePorts(1);
  const postgres = await startPostgres({ dataDir, port, detached: false });
  const url = postgres.databaseUrl('postgres');
  await migrate(url);
  const api = await startApi(url, dataDir);
  const register = createDatabase(url);
  const logger = createLogger('bench', 'warn');
  const stopping = new AbortController();
  const imports = importing({
    register,
    planner: installedPlanner({ answering: {}, steps: undefined }),
    async start(caseId) {
      await register.updateTable('cases').set({ run_id: 'bench' }).where('id', '=', caseId).execute();
    },
    casesPerSecond: 1_000,
    logger,
  });
  const importsRun = runRounds(imports, logger, stopping.signal);
  try {
    const file: FileOfPeople = { rows, today, series: 60, faultyEvery: 1_000 };
    await timeFile(api, file, say, '');
    await timeFile(api, { ...file, series: 61 }, say, '&validateOnly=true');
  } finally {
    stopping.abort();
    await importsRun;
    await register.destroy();
    await api.stop();
    await postgres.stop();
  }
}

async function timeFile(
  { target, api }: ApiAlone,
  file: FileOfPeople,
  say: Say,
  query: string,
): Promise<void> {
  const before = megabytesOf(api.pid);
  const own = megabytesOf(process.pid);
  let most = 0;
  const watching = setInterval(() => (most = Math.max(most, megabytesOf(api.pid))), 50);
  const began = performance.now();
  const address = await sendFile(target, csvOfPeople(file), query);
  const received = (performance.now() - began) / 1_000;
  clearInterval(watching);
  say(`file ${file.series}: ${file.rows} rows${query ? ', only validated' : ''}`);
  say(`  received ${rate(file.rows, received, 'rows')}; API ${before} MB before, ${most} MB at most`);
  say(`  checked  ${rate(file.rows, await secondsIn(target, address, 'checking'), 'rows')}`);
  say(`  compared ${rate(file.rows, await secondsIn(target, address, 'comparing'), 'rows')}`);
  const { counts } = await progressOf(target, address);
  const opened = await secondsIn(target, address, 'opening');
  const after = await progressOf(target, address);
  if (!query) say(`  opened   ${rate(after.counts.opened ?? 0, opened, 'cases')}`);
  say(`  before opening ${JSON.stringify(counts)}, after ${JSON.stringify(after.counts)}, ${after.state}`);
  say(`  the process that checks and opens: ${own} MB before, ${megabytesOf(process.pid)} MB after`);
}

function rate(count: number, seconds: number, what: string): string {
  return `${count} ${what} in ${seconds.toFixed(1)} s: ${Math.round(count / seconds)}/s`;
}
