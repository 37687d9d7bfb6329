import type { Command } from 'commander';
import { changing, type ChangeOptions, sendChange } from '../http/change';
import { id, step } from '../arguments';
import { EXIT, Failure } from '../failure';
import type { Assignment } from '../generated/api-types';
import { printable } from '../output/printable';
import { action, type Cli, type Run } from '../run';
import { claimsOf, tokensOf } from '../sign-in/tokens';

type AssignmentOptions = ChangeOptions & { readonly reason?: string };

/** `etablering claim`, `release` and `assign`: whose an open step is. */
export function addAssignment(program: Command, cli: Cli): void {
  onStep(program, 'claim', 'take an open step; another who has it is named').action(
    action<AssignmentOptions>(cli, async (run, caseId = '', stepId = '') => {
      await assign(run, caseId, stepId, await ownSubject(run));
    }),
  );
  onStep(program, 'release', 'give an open step back to the queue').action(
    action<AssignmentOptions>(cli, async (run, caseId = '', stepId = '') => {
      await assign(run, caseId, stepId, null);
    }),
  );
  onStep(program, 'assign', 'give an open step to somebody')
    .argument('<subject>', 'whose it is to be')
    .action(
      action<AssignmentOptions>(cli, async (run, caseId = '', stepId = '', subject = '') => {
        await assign(run, caseId, stepId, subject);
      }),
    );
}

function onStep(program: Command, name: string, description: string): Command {
  return changing(program.command(name).description(description))
    .argument('<caseId>', 'id of the case', id)
    .argument('<stepId>', 'the step', step)
    .option('--reason <text>', 'why; kept in the ledger');
}

async function assign(
  run: Run<AssignmentOptions>,
  caseId: string,
  stepId: string,
  assignee: string | null,
): Promise<void> {
  const { reason } = run.options;
  const path = `/cases/${caseId}/steps/${stepId}/assignment`;
  const answer = await sendChange<Assignment>(run, { path, body: { assignee, ...(reason && { reason }) } });
  run.show(answer, () => printable(`${stepId}: ${assignedWords(answer.body)}`));
}

/** Whose the step is now: the substitute's, where it was given to somebody who is away. */
function assignedWords({ assignee, onBehalfOf }: Assignment): string {
  if (assignee === null) return 'released';
  return `assigned to ${assignee}${onBehalfOf ? `, who stands in for ${onBehalfOf}` : ''}`;
}

/** The name that the user's token bears. */
async function ownSubject({ settings }: Run<AssignmentOptions>): Promise<string> {
  const { sub } = claimsOf(await tokensOf(settings).token());
  if (sub === undefined) throw new Failure(EXIT.notSignedIn, 'The access token does not say whose it is.');
  return sub;
}
