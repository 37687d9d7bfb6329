import { planCase } from '../../domain/process/plan';
import { twoYearCase } from './two-year-case';

const WARM_UP = 2_000;
const ROUNDS = 10_000;

function microseconds(run: () => void): number {
  const begun = process.hrtime.bigint();
  run();
  return Number(process.hrtime.bigint() - begun) / 1_000;
}

/** Prints the time of one `planCase` of a two-year case: median and 95th percentile, in microseconds. */
export function printPlanTime(): void {
  const { facts, records, now } = twoYearCase();
  const steps = planCase(facts, records, now).steps.length;
  const plan = () => void planCase(facts, records, now);
  for (let round = 0; round < WARM_UP; round += 1) plan();
  const times = Array.from({ length: ROUNDS }, () => microseconds(plan)).sort((one, other) => one - other);
  const at = (share: number) => (times[Math.floor(ROUNDS * share)] ?? Number.NaN).toFixed(0);
  process.stdout.write(
    `planCase: median ${at(0.5)} us, p95 ${at(0.95)} us (${steps} steps, ${ROUNDS} rounds, Node ${process.version})\n`,
  );
}
