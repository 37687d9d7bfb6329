import type { Command } from 'commander';
import { changing, type ChangeOptions, sendChange } from '../http/change';
import { day, id, step } from '../arguments';
import type { Accepted, Case } from '../generated/api-types';
import { afterChange } from '../output/case-lines';
import { action, type Cli } from '../run';

type RestOptions = ChangeOptions & {
  readonly reason: string;
  readonly until?: string;
  readonly rule?: string;
};

/** `etablering pause`, `resume` and `extend`: what moves the targets of a step. */
export function addRest(program: Command, cli: Cli): void {
  onStep(program, cli, 'pause', 'pause').option('--until <day>', 'day on which it runs again', day);
  onStep(program, cli, 'resume', 'resumption');
  onStep(program, cli, 'extend', 'extension')
    .requiredOption(
      '--rule <rule>',
      'the target or expectation that moves; `case` shows it, `case --json` all of them',
    )
    .requiredOption('--until <day>', 'where it moves to', day);
}

const DESCRIPTIONS = {
  pause: 'let a step rest; its duties and rights go on',
  resume: 'end the pause of a step',
  extend: 'move a target or an expectation of a step',
} as const;

function onStep(program: Command, cli: Cli, name: keyof typeof DESCRIPTIONS, resource: string): Command {
  return changing(program.command(name).description(DESCRIPTIONS[name]))
    .argument('<caseId>', 'id of the case', id)
    .argument('<stepId>', 'the step', step)
    .requiredOption('--reason <text>', 'why; kept in the ledger')
    .action(
      action<RestOptions>(cli, async (run, caseId, stepId = '') => {
        const { reason, until, rule } = run.options;
        const answer = await sendChange<Case | Accepted>(run, {
          path: `/cases/${caseId}/steps/${stepId}/${resource}`,
          body: { reason, ...(until && { until }), ...(rule && { rule }) },
        });
        run.show(answer, () => afterChange(stepId, answer.body));
      }),
    );
}
