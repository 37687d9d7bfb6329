import type { Command } from 'commander';
import { changing, type ChangeOptions, sendChange } from '../http/change';
import { id } from '../arguments';
import { EXIT, Failure } from '../failure';
import type { Case } from '../generated/api-types';
import { confirm } from '../output/ask';
import { afterChange } from '../output/case-lines';
import { outline } from '../output/table';
import { action, type Cli, type Run } from '../run';

type ReopenOptions = ChangeOptions & { readonly reason: string; readonly yes?: true };

/** `etablering reopen <caseId> <stepId>`: takes back a completion, after showing what follows from it. */
export function addReopen(program: Command, cli: Cli): void {
  changing(program.command('reopen').description('reopen a step that was completed by mistake'))
    .argument('<caseId>', 'id of the case', id)
    .argument('<stepId>', 'the step')
    .requiredOption('--reason <text>', 'why; kept in the ledger')
    .option('--yes', 'do not ask')
    .action(
      action<ReopenOptions>(cli, async (run, caseId, stepId = '') => {
        const path = `/cases/${caseId}/steps/${stepId}/reopening`;
        const ifMatch = run.options.ifMatch ?? (await agree(run, path, stepId));
        const answer = await sendChange<Case>(
          { ...run, options: { ...run.options, ...(ifMatch && { ifMatch }) } },
          { path, body: { reason: run.options.reason } },
        );
        run.show(answer, () => (answer.status === 202 ? 'received' : afterChange(stepId, answer.body)));
      }),
    );
}

/**
 * Shows what will follow and asks. Gives the ETag of the case as it was shown: what has changed since is not reopened.
 * A repeat under a key was agreed to the first time, and its preview would be of what came of it.
 */
async function agree(run: Run<ReopenOptions>, path: string, stepId: string): Promise<string | undefined> {
  if (run.options.key !== undefined) return undefined;
  const { body, headers } = await run.api.get<unknown>(path, { what: 'preview of a reopening' });
  run.note(outline(body));
  if (!run.options.yes && !(await confirm(`Reopen ${stepId}?`)))
    throw new Failure(EXIT.refused, 'not reopened');
  return headers.get('etag') ?? undefined;
}
