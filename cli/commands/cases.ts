import type { Command } from 'commander';
import { day, id, paged } from '../arguments';
import type { CaseList, GetCasesQuery } from '../generated/api-types';
import { pageOf } from '../output/page';
import { action, type Cli } from '../run';

/** `etablering cases`: the cases that the user may know of. */
export function addCases(program: Command, cli: Cli): void {
  paged(program.command('cases').description('list the cases that you may know of'))
    .option('--agency <agency>', 'with a step of this agency')
    .option('--step <step>', 'in which this step applies')
    .option('--step-status <status>', 'and stands so')
    .option('--waiting-for <whom>', 'agency, caseworker, newcomer or date')
    .option('--due-before <day>', 'with a date before this day', day)
    .option('--open-since <day>', 'with a step open since this day or longer', day)
    .option('--kommun <kommun>', 'kommun of stay, by its code')
    .option('--milestone <milestone>', 'the latest one reached')
    .option('--household <id>', 'of one household', id)
    .option('--assignee <whom>', 'with a step of: me, none, or the subject of a colleague')
    .option('--stuck <reason>', 'true, overdue, silent, unowned, gap, expiring or technical')
    .action(
      action<GetCasesQuery & { household?: string }>(cli, async (run) => {
        const { json: _json, url: _url, household, ...filters } = run.options;
        const query = { ...filters, ...(household && { householdId: household }) };
        const answer = await run.api.get<CaseList>('/cases', { query });
        run.show(answer, () =>
          pageOf(answer.body, ['case', 'kommun', 'milestone', 'opened', 'open steps'], (each) => [
            each.caseId,
            each.kommun,
            each.milestone,
            each.openedOn,
            each.state === 'closed' ? 'closed' : each.openSteps.map(({ stepId }) => stepId).join(', '),
          ]),
        );
      }),
    );
}
