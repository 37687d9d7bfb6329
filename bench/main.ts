import { printListTimes } from './lists/list-times';
import { printPlanTime } from './plan/plan-time';

/** Runs the benchmark that is named: the time of one plan where none is. */
async function main(): Promise<void> {
  const [name = 'plan', ...options] = process.argv.slice(2);
  if (name === 'plan') return printPlanTime();
  if (name === 'lists') return printListTimes(options);
  throw new Error(`There is no benchmark "${name}": plan, or lists [--cases <number>] [--data <folder>]`);
}

main().catch((fault: unknown) => {
  process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`);
  process.exitCode = 1;
});
