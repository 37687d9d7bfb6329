import { type Command, Option } from 'commander';
import { day, id, paged } from '../arguments';
import type { GetWorklistQuery, Worklist, WorkItem } from '../generated/api-types';
import { pageOf } from '../output/page';
import type { Cell } from '../output/table';
import { action, type Cli } from '../run';

/** The filters as they are typed: a flag has no value. */
export type WorklistFilters = Omit<GetWorklistQuery, 'unread'> & { readonly unread?: true };

export const WORKLIST_HEAD = [
  '',
  'case',
  'step',
  'kommun',
  'waits for',
  'since',
  'date',
  'assignee',
  'follow up',
];

/** Adds the filters of the worklist. */
export function filteredWorklist(command: Command): Command {
  return command
    .addOption(
      new Option('--sort <order>', 'by date, by how long it is open, or by the nearest loss').choices([
        'due',
        'waiting',
        'priority',
      ]),
    )
    .option('--waiting-for <whom>', 'agency, caseworker, newcomer or date')
    .option('--step <step>', 'of this step alone')
    .option('--kommun <kommun>', 'kommun of stay, by its code')
    .option('--assignee <whom>', 'me, none, or the subject of a colleague')
    .option('--due-before <day>', 'with its most important date before this day', day)
    .option('--follow-up-before <day>', 'that you wanted to look at again before this day', day)
    .option('--unread', 'with something new since you last read the case')
    .option('--view <id>', 'a saved view', id);
}

/** `etablering worklist`: the open steps of the user's agency and area. */
export function addWorklist(program: Command, cli: Cli): void {
  const command = program.command('worklist').description('list the open steps of your agency and area');
  filteredWorklist(paged(command)).action(
    action<WorklistFilters>(cli, async (run) => {
      const { json: _json, url: _url, ...query } = run.options;
      const answer = await run.api.get<Worklist>('/worklist', { query, what: 'worklist' });
      run.show(answer, () => pageOf(answer.body, WORKLIST_HEAD, worklistRow));
    }),
  );
}

/** An open step as a row; a star for what has changed since the user read the case. */
export function worklistRow(item: WorkItem): readonly Cell[] {
  const { caseId, stepId, kommun, waitingFor, since, due, assignee, followUpOn, unread, warning } = item;
  const date = due && `${due.kind} ${due.date}`;
  const mark = `${unread ? '*' : ''}${warning ? '!' : ''}` || ' ';
  return [mark, caseId, stepId, kommun, waitingFor, since, date, assignee, followUpOn];
}
