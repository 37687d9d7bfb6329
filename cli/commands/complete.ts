import type { Command } from 'commander';
import { changing, type ChangeOptions, sendChange } from '../http/change';
import { day, fields, id, step, today } from '../arguments';
import type { Accepted, Case, Proposal } from '../generated/api-types';
import { afterChange } from '../output/case-lines';
import { action, type Cli } from '../run';

type CompleteOptions = ChangeOptions & {
  readonly on?: string;
  readonly servedOn?: string;
  readonly field?: Readonly<Record<string, unknown>>;
  readonly note?: string;
};

/** `etablering complete <caseId> <stepId> <outcome>`: what has happened in a step. */
export function addComplete(program: Command, cli: Cli): void {
  changing(program.command('complete').description('record the outcome of a step'))
    .argument('<caseId>', 'id of the case', id)
    .argument('<stepId>', 'the step', step)
    .argument('<outcome>', 'one of those that `case` lists for it')
    .option('--on <day>', 'day that it happened or was decided; today in Sweden when not given', day)
    .option('--served-on <day>', 'day that the decision was served', day)
    .option('--field <name=value>', 'a field of the outcome; may be given several times', fields)
    .option('--note <text>', 'for colleagues')
    .action(
      action<CompleteOptions>(cli, async (run, caseId, stepId = '', outcome) => {
        const { on = today(), servedOn, field, note } = run.options;
        const answer = await sendChange<Case | Accepted | Proposal>(run, {
          path: `/cases/${caseId}/steps/${stepId}/completion`,
          body: { ...field, outcome, on, ...(servedOn && { servedOn }), ...(note && { note }) },
          // Tomorrow the same words would mean another day, which is another body.
          spelled: run.options.on === undefined ? ['--on', on] : [],
        });
        run.show(answer, () => afterChange(stepId, answer.body));
      }),
    );
}
