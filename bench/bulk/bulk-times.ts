import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { stockholmDayAt } from '../../domain/law/stockholm-day';
import type { PlainDate } from '../../domain/model/plain-date';
import type { Running } from '../../local/running';
import { ask } from '../ask';
import { DailyWork } from '../imports/daily-work';
import { startSystem } from '../whole-system';
import { KOMMUN, openMany, untilQuiet } from './many-cases';

const OPTIONS = {
  cases: { type: 'string', default: '2000' },
  rates: { type: 'string', default: '1000,10,20,40' },
} as const;

const DAILY_CASES = 40;
const UPDATES_PER_SECOND = 2;
const BEFORE = 30_000;
const CASEWORKER = 'caseworker-kommun-sundsvall';
/** What is asked of each case: one change of the register's own, and messages to the case. */
const ACTIONS = [
  { kind: 'reassign', step: 'sfi', assignee: CASEWORKER },
  { kind: 'pause', step: 'sfi' },
  { kind: 'resume', step: 'sfi' },
] as const;

type Action = {
  readonly bulkActionId: string;
  readonly state: string;
  readonly selected: number;
  readonly cases: Readonly<Record<string, number>>;
};

/**
 * Prints how fast actions on many cases are in a whole system, with its engine and simulated agencies, at each of the rates,
 * and what they do to the updates of those who work meanwhile. The system is started again for each rate.
 */
export async function printBulkTimes(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: OPTIONS });
  const today = stockholmDayAt(Date.now());
  const folder = mkdtempSync(path.join(os.tmpdir(), 'etablering-bench-'));
  const memory = Math.round(os.totalmem() / 2 ** 30);
  const load = os.loadavg()[0]?.toFixed(1);
  say(`machine: ${os.cpus().length} cores, ${memory} GB, Node ${process.version}, load ${load}`);
  try {
    for (const rate of values.rates.split(',').map(Number))
      await timeRate(path.join(folder, `rate-${rate}`), Number(values.cases), rate, today);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function timeRate(dataDir: string, cases: number, rate: number, today: PlainDate): Promise<void> {
  const { running, stop } = await startSystem(dataDir, { BULK_CASES_PER_SECOND: String(rate) });
  try {
    await openMany(running, cases, today);
    await ask(running, CASEWORKER, '/api/v1/colleagues');
    const work = await DailyWork.open(running, DAILY_CASES, today);
    await untilQuiet(running);
    say(
      `at most ${rate} cases a second, ${cases} cases; ${UPDATES_PER_SECOND} updates a second of other cases`,
    );
    work.start(UPDATES_PER_SECOND);
    await pause(BEFORE);
    say(`  before                       ${daily(work)}`);
    for (const action of ACTIONS) await timeAction(running, action, cases, work);
    await work.stop();
  } finally {
    await stop();
  }
}

async function timeAction(
  running: Running,
  action: (typeof ACTIONS)[number],
  cases: number,
  work: DailyWork,
): Promise<void> {
  const stepStatus = action.kind === 'resume' ? 'paused' : 'open';
  const selection = { filters: { step: 'sfi', stepStatus, kommun: KOMMUN } };
  const asked = performance.now();
  const previewed = await post(running, '', { dryRun: true, action, selection, reason: 'bench' });
  const seconds = (performance.now() - asked) / 1_000;
  const began = performance.now();
  let now = await post(running, `/${previewed.bulkActionId}/start`, {});
  while (now.state !== 'done') {
    await pause(250);
    const answer = await ask(running, 'manager', `/api/v1/bulk-actions/${previewed.bulkActionId}`);
    now = (await answer.json()) as Action;
  }
  const took = (performance.now() - began) / 1_000;
  const { done = 0, ...others } = now.cases;
  const rest = Object.entries(others).flatMap(([state, count]) => (count > 0 ? [`${count} ${state}`] : []));
  const result = [`${done} done`, ...rest].join(', ');
  const pace = `${took.toFixed(1)} s, ${(now.selected / took).toFixed(1)} cases/s`;
  say(
    `  ${action.kind.padEnd(9)} preview ${seconds.toFixed(2)} s (${cases} cases), ${pace}; ${result}; ${daily(work)}`,
  );
}

async function post(running: Running, rest: string, body: object): Promise<Action> {
  const init = {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  };
  const answer = await ask(running, 'manager', `/api/v1/bulk-actions${rest}`, init);
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
  return (await answer.json()) as Action;
}

function daily(work: DailyWork): string {
  const { p50, p95, count } = work.answers();
  return `updates p50 ${p50} ms, p95 ${p95} ms (${count})`;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
