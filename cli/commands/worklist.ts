import { type Command, Option } from 'commander';
import { paged } from '../arguments';
import { pageOf, type Page } from '../output/page';
import type { Cell } from '../output/table';
import { action, type Cli } from '../run';

/** An open step in the user's queue. */
export type WorklistItem = {
  readonly caseId: string;
  readonly stepId: string;
  readonly agency: string;
  readonly kommun: string | null;
  readonly waitingFor: string;
  readonly since: string;
  readonly due?: { readonly date: string; readonly kind: string } | null;
  readonly assignee?: string | null;
  readonly followUpOn?: string | null;
  readonly unread?: boolean;
};

export type WorklistFilters = {
  readonly sort?: string;
  readonly waitingFor?: string;
  readonly step?: string;
  readonly kommun?: string;
  readonly assignee?: string;
};

export const WORKLIST_HEAD = [
  '',
  'case',
  'step',
  'kommun',
  'waits for',
  'since',
  'due',
  'assignee',
  'follow up',
];

/** Adds the filters of the worklist. */
export function filteredWorklist(command: Command): Command {
  return command
    .addOption(new Option('--sort <order>').choices(['due', 'waiting', 'priority']))
    .option('--waiting-for <whom>', 'agency, caseworker, newcomer or date')
    .option('--step <step>', 'of this step alone')
    .option('--kommun <kommun>', 'kommun of stay, by its code')
    .addOption(new Option('--assignee <whom>', 'mine, or those that nobody has').choices(['me', 'none']));
}

/** `etablering worklist`: the open steps of the user's agency and area. */
export function addWorklist(program: Command, cli: Cli): void {
  const command = program.command('worklist').description('list the open steps of your agency and area');
  filteredWorklist(paged(command)).action(
    action<WorklistFilters>(cli, async (run) => {
      const { json: _json, url: _url, ...query } = run.options;
      const answer = await run.api.get<Page<WorklistItem>>('/worklist', { query, what: 'worklist' });
      run.show(answer, () => pageOf(answer.body, WORKLIST_HEAD, worklistRow));
    }),
  );
}

/** An open step as a row; a star for what has changed since the user saw it. */
export function worklistRow(item: WorklistItem): readonly Cell[] {
  const { caseId, stepId, kommun, waitingFor, since, due, assignee, followUpOn, unread } = item;
  const date = due ? `${due.date} ${due.kind}` : undefined;
  return [unread ? '*' : ' ', caseId, stepId, kommun, waitingFor, since, date, assignee, followUpOn];
}
