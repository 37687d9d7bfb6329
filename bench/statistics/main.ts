import { addDays } from '../../domain/law/calendar';
import { stockholmDayAt } from '../../domain/law/stockholm-day';
import type { KommunCode, StepId } from '../../domain/model/ids';
import { weekOf } from '../../domain/statistics/periods';
import { tellFlow } from '../../api/statistics/flow';
import { tellLeadTimes } from '../../api/statistics/lead-times';
import type { Reach } from '../../api/statistics/reach';
import { tellTeams } from '../../api/statistics/tell-caseload';
import { CATALOGUE } from '../../domain/process/catalogue';
import { loadSecrets } from '../../platform/config/config';
import { createDatabase, type Register } from '../../register/database';
import { countDay } from '../../register/statistics/daily-counts';
import { mergeCounts } from '../../register/statistics/work-counts';
import { fill } from './fill';

const ROUNDS = 11;
const KOMMUN = '0101' as KommunCode;

const steps = CATALOGUE.map(({ id }) => id);
const country: Reach = { steps };
const kommun: Reach = { steps, kommuner: [KOMMUN] };
const step: Reach = { steps: ['personnummer' as StepId] };
const today = stockholmDayAt(Date.now());
const halfAYear = { from: addDays(weekOf(today), -175), to: weekOf(today) };

/** Every question that is measured, by what it asks. */
function questions(register: Register): Readonly<Record<string, () => Promise<unknown>>> {
  const time = { asOf: today };
  return {
    'lead times by step, whole country': () => tellLeadTimes(register, country, time, ['step']),
    'lead times by step, one kommun': () => tellLeadTimes(register, kommun, time, ['step']),
    'lead times by step and month, whole country': () =>
      tellLeadTimes(register, country, time, ['step', 'month']),
    'lead times by kommun, one step': () => tellLeadTimes(register, step, time, ['kommun']),
    'lead times by kommun and month, one step': () =>
      tellLeadTimes(register, step, { ...time, from: addDays(today, -180) }, ['kommun', 'month']),
    'lead times by kommun, all steps': () => tellLeadTimes(register, country, time, ['kommun']),
    'flow of half a year, whole country': () => tellFlow(register, country, halfAYear, { withCases: true }),
    'flow of half a year by step, one kommun': () =>
      tellFlow(register, kommun, halfAYear, { side: 'step', withCases: false }),
    'caseload of teams, whole country': () => tellTeams(register, { asOf: today }),
    'caseload of teams, one kommun': () => tellTeams(register, { asOf: today, kommuner: [KOMMUN] }),
    'caseload of teams, an earlier day': () => tellTeams(register, { asOf: addDays(today, -1) }),
  };
}

async function milliseconds(run: () => Promise<unknown>): Promise<number> {
  const begun = process.hrtime.bigint();
  await run();
  return Number(process.hrtime.bigint() - begun) / 1e6;
}

/**
 * Fills the empty register of `DATABASE_URL` with as many cases as the first argument says, and prints how long each
 * question takes: median and slowest of eleven, in milliseconds. What leaves the API is measured, without HTTP.
 */
async function main(): Promise<void> {
  const cases = Number(process.argv[2] ?? 45_000);
  const { databaseUrl } = loadSecrets();
  if (!databaseUrl) throw new Error('DATABASE_URL must be set');
  const register = createDatabase(databaseUrl);
  const say = (line: string) => process.stdout.write(`${line}\n`);
  say(`${cases} cases, ${await fill(register, cases)} waits`);
  say(
    `night: counted in ${(await milliseconds(() => countDay(register, addDays(today, -1), today))).toFixed(0)} ms`,
  );
  for (const [what, ask] of Object.entries(questions(register))) {
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) times.push(await milliseconds(ask));
    times.sort((one, other) => one - other);
    say(`${what}: median ${times[5]?.toFixed(0)} ms, slowest ${times.at(-1)?.toFixed(0)} ms`);
  }
  say(
    `night: summed up in ${(await milliseconds(() => mergeCounts(register, addDays(today, 1)))).toFixed(0)} ms`,
  );
  await register.destroy();
}

main().catch((fault: unknown) => {
  process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`);
  process.exitCode = 1;
});
