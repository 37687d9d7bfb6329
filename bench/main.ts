import { printBulkTimes } from './bulk/bulk-times';
import { printImportTimes } from './imports/import-times';
import { printListTimes } from './lists/list-times';
import { printPlanTime } from './plan/plan-time';
import { printStatisticsTimes } from './statistics/statistics-times';

const USES = [
  'plan',
  'lists [--cases <number>] [--data <folder>]',
  'import [--rows <number>] [--rates <list>] [--minutes <number>]',
  'statistics [--cases <number>]',
  'bulk [--cases <number>] [--rates <list>]',
];

/** Runs the benchmark that is named: the time of one plan where none is. */
async function main(): Promise<void> {
  const [name = 'plan', ...options] = process.argv.slice(2);
  if (name === 'plan') return printPlanTime();
  if (name === 'lists') return printListTimes(options);
  if (name === 'import') return printImportTimes(options);
  if (name === 'statistics') return printStatisticsTimes(options);
  if (name === 'bulk') return printBulkTimes(options);
  throw new Error(`There is no benchmark "${name}": ${USES.join(', ')}`);
}

main().catch((fault: unknown) => {
  process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`);
  process.exitCode = 1;
});
