import type { Command } from 'commander';
import { day, paged } from '../arguments';
import type {
  GetStuckQuery,
  GetStuckSummaryQuery,
  StuckCase,
  StuckCount,
  StuckList,
  StuckSummary,
} from '../generated/api-types';
import { pageOf } from '../output/page';
import { type Cell, table } from '../output/table';
import { action, type Cli } from '../run';

const HEAD = [
  'case',
  'kommun',
  'root',
  'agency',
  'since',
  'days',
  'reasons',
  'who can act',
  'what would help',
];
const COUNTED = { cases: 'cases', oldestDays: 'oldest days', stepsBehind: 'steps behind' } as const;
const PARTS = ['step', 'agency', 'kommun', 'reason'] as const;

/** `etablering stuck` and `etablering stuck summary`. */
export function addStuck(program: Command, cli: Cli): void {
  const stuck = program.command('stuck').description('list the cases that are stuck, and who can act');
  filteredStuck(paged(stuck)).action(
    action<GetStuckQuery>(cli, async (run) => {
      const { json: _json, url: _url, ...query } = run.options;
      const answer = await run.api.get<StuckList>('/stuck', { query, what: 'list of stuck cases' });
      run.show(answer, () => pageOf(answer.body, HEAD, stuckRow));
    }),
  );
  const summary = stuck.command('summary').description('count stuck cases by what they have in common');
  filteredStuck(summary)
    .option(
      '--by <parts>',
      'step, agency, kommun and reason, with commas between; step,agency when not given',
    )
    .action(
      action<GetStuckSummaryQuery>(cli, async (run) => {
        const { json: _json, url: _url, ...query } = run.options;
        const what = 'summary of stuck cases';
        const answer = await run.api.get<StuckSummary>('/stuck/summary', { query, what });
        run.show(answer, () => summaryText(answer.body));
      }),
    );
}

function filteredStuck(command: Command): Command {
  return command
    .option('--as-of <day>', 'today when not given; a coming day, as if nothing happens until then', day)
    .option('--kommun <kommun>', 'kommun of stay, by its code')
    .option('--agency <agency>', 'whose step is at the root')
    .option('--step <step>', 'the step at the root')
    .option('--reason <reason>', 'overdue, silent, unowned, gap, expiring or technical');
}

/** The counts with the parts that they were counted by, and the technical trouble of today. */
export function summaryText({ asOf, items, technical }: StuckSummary): string {
  const parts = PARTS.filter((part) => items.some((each) => part in each));
  const head = [...parts, ...Object.values(COUNTED)];
  const trouble = technical.map((each) => [each.kind, each.cases, each.oldest]);
  return [
    `as of ${asOf}\n`,
    items.length > 0
      ? table(
          head,
          items.map((each) => [...partsOf(each, parts), ...countsOf(each)]),
        )
      : 'nothing',
    ...(trouble.length > 0 ? [`\n${table(['technical trouble', 'cases', 'oldest'], trouble)}`] : []),
  ].join('\n');
}

/** What a count is of. */
export function partsOf(count: StuckCount, parts: readonly (keyof StuckCount)[] = PARTS): readonly Cell[] {
  return parts.map((part) => count[part]);
}

/** Its numbers. */
export function countsOf({ cases, oldestDays, stepsBehind }: StuckCount): readonly Cell[] {
  return [cases, oldestDays, stepsBehind];
}

function stuckRow(stuck: StuckCase): readonly Cell[] {
  const { caseId, kommun, root, since, days, reasons, whoCanAct, action: help } = stuck;
  const kinds = [...new Set(reasons.map(({ kind }) => kind))].join(', ');
  return [caseId, kommun, root?.stepId, root?.agency, since, days, kinds, whoCanAct, help];
}
