import type { Command } from 'commander';
import { day, paged } from '../arguments';
import { pageOf, type Page } from '../output/page';
import type { Cell } from '../output/table';
import { action, type Cli } from '../run';

/** A case with at least one reason to be stuck. */
type StuckCase = {
  readonly caseId: string;
  readonly kommun: string | null;
  readonly root: { readonly stepId: string; readonly agency: string };
  readonly since: string;
  readonly days: number;
  readonly reasons: readonly (string | { readonly kind?: string; readonly reason?: string })[];
  readonly whoCanAct?: unknown;
  readonly action?: unknown;
};

/** Stuck cases counted by what they have in common. */
export type StuckCount = {
  readonly root?: string | { readonly stepId: string };
  readonly step?: string;
  readonly stepId?: string;
  readonly agency: string;
  readonly kommun: string | null;
  readonly reason: string;
  readonly cases: number;
  readonly oldestDays: number;
  readonly stepsBehind: number;
};

export type StuckSummary = Page<StuckCount> & { readonly asOf: string };

type StuckOptions = {
  readonly asOf?: string;
  readonly kommun?: string;
  readonly agency?: string;
  readonly step?: string;
  readonly reason?: string;
};

export const SUMMARY_HEAD = ['step', 'agency', 'kommun', 'reason', 'cases', 'oldest days', 'steps behind'];

/** `etablering stuck` and `etablering stuck summary`. */
export function addStuck(program: Command, cli: Cli): void {
  const stuck = program.command('stuck').description('list the cases that are stuck, and who can act');
  paged(stuck)
    .option('--as-of <day>', 'as it stands that day, today when not given', day)
    .option('--kommun <kommun>', 'kommun of stay, by its code')
    .option('--agency <agency>', "root at this agency's step")
    .option('--step <step>', 'root at this step')
    .option('--reason <reason>', 'overdue, silent, unowned, gap, expiring or technical')
    .action(
      action<StuckOptions>(cli, async (run) => {
        const { json: _json, url: _url, ...query } = run.options;
        const answer = await run.api.get<Page<StuckCase>>('/stuck', { query, what: 'list of stuck cases' });
        const head = [
          'case',
          'kommun',
          'root',
          'agency',
          'since',
          'days',
          'reasons',
          'who can act',
          'action',
        ];
        run.show(answer, () => pageOf(answer.body, head, stuckRow));
      }),
    );
  stuck
    .command('summary')
    .description('count stuck cases by root step, agency, kommun and reason')
    .action(
      action<StuckOptions>(cli, async (run) => {
        const { asOf } = run.options;
        const answer = await run.api.get<StuckSummary>('/stuck/summary', {
          query: { asOf },
          what: 'summary of stuck cases',
        });
        run.show(
          answer,
          () => `as of ${answer.body.asOf}\n\n${pageOf(answer.body, SUMMARY_HEAD, summaryRow)}`,
        );
      }),
    );
}

/** A count as a row. */
export function summaryRow(each: StuckCount): readonly Cell[] {
  const root = typeof each.root === 'object' ? each.root.stepId : each.root;
  const step = root ?? each.step ?? each.stepId;
  return [step, each.agency, each.kommun, each.reason, each.cases, each.oldestDays, each.stepsBehind];
}

function stuckRow({ caseId, kommun, root, since, days, reasons, whoCanAct, action: help }: StuckCase) {
  const named = reasons.map((each) => (typeof each === 'string' ? each : (each.kind ?? each.reason)));
  const why = [...new Set(named)].join(', ');
  return [caseId, kommun, root.stepId, root.agency, since, days, why, words(whoCanAct), words(help)];
}

/** One word, or several. */
function words(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (Array.isArray(value)) return value.map(words).join(', ');
  return typeof value === 'object'
    ? Object.values(value).map(words).join(' ')
    : `${value as string | number}`;
}
