import path from 'node:path';
import { createLogger } from '../../platform/logger';
import { inheritedVariables } from '../../platform/config/env';
import { freePorts } from '../../platform/local/servers/ports';
import { startPart } from '../../platform/local/servers/part-process';
import { startPostgres } from '../../platform/local/servers/postgres';
import type { Server } from '../../platform/local/servers/server';
import { compiled } from '../../platform/root';
import type { PlainDate } from '../../domain/model/plain-date';
import { createDatabase } from '../../register/database';
import { createTurns } from '../../register/turns';
import { installedPlanner } from '../../register/assessment/installed-planner';
import { migrate } from '../../register/migrate';
import { startImports } from '../../worker/imports/loop';
import { csvOfPeople, type FileOfPeople } from './people';
import { megabytesOf, progressOf, secondsIn, sendFile, type Target } from './sent-file';

export type Say = (line: string) => void;
type Parts = { readonly target: Target; readonly api: Server; readonly oidc: Server };

/**
 * Times what an import asks of the register alone: a file of so many rows received by an API, checked, compared and
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
  const parts = await startApi(url, dataDir);
  const register = createDatabase(url);
  const turns = createTurns(url);
  const imports = startImports({
    register,
    turns,
    planner: installedPlanner({ answering: {}, steps: undefined }),
    async start(caseId) {
      await register.updateTable('cases').set({ run_id: 'bench' }).where('id', '=', caseId).execute();
    },
    casesPerSecond: 1_000,
    keepDays: 30,
    logger: createLogger('bench', 'warn'),
  });
  try {
    const file: FileOfPeople = { rows, today, series: 60, faultyEvery: 1_000 };
    await timeFile(parts, file, say, '');
    await timeFile(parts, { ...file, series: 61 }, say, '&validateOnly=true');
  } finally {
    await imports.stop();
    await turns.close();
    await register.destroy();
    await parts.api.stop();
    await parts.oidc.stop();
    await postgres.stop();
  }
}

async function timeFile({ target, api }: Parts, file: FileOfPeople, say: Say, query: string): Promise<void> {
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

async function startApi(databaseUrl: string, dataDir: string): Promise<Parts> {
  const [oidcPort, apiPort, temporalPort] = await freePorts(3);
  const issuer = `http://127.0.0.1:${oidcPort}`;
  const env = {
    ...inheritedVariables(),
    DATA_DIR: dataDir,
    LOG_LEVEL: 'warn',
    OIDC_PORT: String(oidcPort),
    OIDC_ISSUER: issuer,
    API_PORT: String(apiPort),
    TEMPORAL_PORT: String(temporalPort),
    DATABASE_URL: databaseUrl,
    AGENCY_API_KEY: 'only-for-the-benchmark',
    WEBHOOK_SECRETS: '{}',
  };
  const { signal } = new AbortController();
  const start = (name: string, main: string) =>
    startPart({
      name,
      main: compiled(main),
      env,
      logFile: path.join(dataDir, 'logs', `${name}.log`),
      grace: 2_000,
      signal,
    });
  const oidc = await start('oidc', 'platform/local/oidc.js');
  const api = await start('api', 'api/main.js');
  return { target: { apiUrl: `http://127.0.0.1:${apiPort}`, issuer }, api, oidc };
}
