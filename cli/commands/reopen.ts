import type { Command } from 'commander';
import { changing, type ChangeOptions, sendChange } from '../http/change';
import { id, step } from '../arguments';
import { EXIT, Failure } from '../failure';
import type { Accepted, Case, ReopeningPreview, StepChange } from '../generated/api-types';
import { confirm } from '../output/ask';
import { afterChange, statusWords } from '../output/case-lines';
import { printable } from '../output/printable';
import { action, type Cli, type Run } from '../run';

type ReopenOptions = ChangeOptions & { readonly reason: string; readonly yes?: true };

/** `etablering reopen <caseId> <stepId>`: takes back a completion, after showing what follows from it. */
export function addReopen(program: Command, cli: Cli): void {
  changing(program.command('reopen').description('reopen a step that was completed by mistake'))
    .argument('<caseId>', 'id of the case', id)
    .argument('<stepId>', 'the step', step)
    .requiredOption('--reason <text>', 'why; kept in the ledger')
    .option('--yes', 'do not ask')
    .action(
      action<ReopenOptions>(cli, async (run, caseId, stepId = '') => {
        const path = `/cases/${caseId}/steps/${stepId}/reopening`;
        const ifMatch = run.options.ifMatch ?? (await agree(run, path, stepId));
        const answer = await sendChange<Case | Accepted>(
          { ...run, options: { ...run.options, ...(ifMatch && { ifMatch }) } },
          { path, body: { reason: run.options.reason } },
        );
        run.show(answer, () => afterChange(stepId, answer.body));
      }),
    );
}

/**
 * Shows what will follow and asks. Gives the ETag of the case as it was shown: what has changed since is not reopened.
 * A repeat under a key was agreed to the first time, and its preview would be of what came of it.
 */
async function agree(run: Run<ReopenOptions>, path: string, stepId: string): Promise<string | undefined> {
  if (run.options.key !== undefined) return undefined;
  const { body, headers } = await run.api.get<ReopeningPreview>(path, { what: 'preview of a reopening' });
  run.note(previewText(body));
  if (!run.options.yes && !(await confirm(`Reopen ${stepId}?`)))
    throw new Failure(EXIT.refused, 'not reopened');
  return headers.get('etag') ?? undefined;
}

/** What will follow, a line for each thing. */
function previewText({ step, changed, review, retracted, takenBack }: ReopeningPreview): string {
  const { answers, facts, identifiers } = takenBack;
  const lines = [
    changeLine(step),
    ...changed.map(changeLine),
    ...review.map((stepId) => `${stepId}: stays done, to be reviewed`),
    ...retracted.map(({ stepId, agency }) => `${stepId}: taken back from ${agency}`),
    ...answers.map(({ outcome, on }) => `holds no longer: ${outcome} of ${on}`),
    ...facts.map(({ kind, validFrom }) => `holds no longer: the fact ${kind} from ${validFrom}`),
    ...identifiers.map((kind) => `holds no longer: the ${kind}`),
  ];
  return printable(lines.join('\n'));
}

function changeLine({ stepId, from, to }: Pick<StepChange, 'stepId' | 'from' | 'to'>): string {
  return `${stepId}: ${statusWords(from)} -> ${to ? statusWords(to) : 'no longer there'}`;
}
