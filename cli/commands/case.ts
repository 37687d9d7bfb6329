import type { Command } from 'commander';
import { id } from '../arguments';
import type { Case, StuckOfCase } from '../generated/api-types';
import { dueWords, statusWords } from '../output/case-lines';
import { table } from '../output/table';
import { action, type Cli } from '../run';

/** `etablering case <caseId>`: the whole plan of one case. */
export function addCase(program: Command, cli: Cli): void {
  program
    .command('case')
    .description('show one case: every step, what it waits for, since and until when')
    .argument('<caseId>', 'id of the case', id)
    .option('--all', 'also the steps that do not concern the person')
    .action(
      action<{ all?: true }>(cli, async (run, caseId) => {
        const answer = await run.api.get<Case>(`/cases/${caseId}`);
        const etag = answer.headers.get('etag');
        run.show(answer, () => caseTable(answer.body, run.options.all === true, etag));
      }),
    );
}

/** A case with its steps, for people. */
export function caseTable(shown: Case, isWhole: boolean, etag: string | null): string {
  const steps = shown.steps.filter(({ status }) => isWhole || status.kind !== 'notApplicable');
  const facts = [
    `case ${shown.caseId}, ${shown.state}, opened ${shown.openedOn}`,
    `kommun ${shown.kommun ?? 'not known'}, milestone ${shown.milestone ?? 'none yet'}, ` +
      `main responsibility ${shown.mainResponsibility}`,
    ...(shown.gap ? [`gap in income from ${shown.gap.from} to ${shown.gap.to ?? 'no known day'}`] : []),
    ...(shown.protection.warning ? [`warning: ${shown.protection.warning}`] : []),
    ...(shown.stuck ? [stuckWords(shown.stuck)] : []),
    ...(shown.technical ? [`technical trouble: ${shown.technical}`] : []),
    ...(etag ? [`ETag ${etag}`] : []),
  ];
  const rows = steps.map(({ stepId, agency, status, due, allowedOutcomes }) => [
    stepId,
    agency,
    statusWords(status),
    dueWords(due),
    allowedOutcomes?.join(', '),
  ]);
  return `${facts.join('\n')}\n\n${table(['step', 'agency', 'status', 'date', 'outcomes'], rows)}`;
}

/** Why the case does not get on, who can act, and what would help. */
function stuckWords({ reasons, root, days, whoCanAct, action: help }: StuckOfCase): string {
  const kinds = [...new Set(reasons.map(({ kind }) => kind))].join(', ');
  const where = root ? ` at ${root.stepId}` : '';
  return `stuck for ${days} days${where}: ${kinds}; ${whoCanAct} can act: ${help}`;
}
