import { type Command, Option } from 'commander';
import { id } from '../arguments';
import type { GetCasesCaseIdWhyQuery, Why } from '../generated/api-types';
import { printable } from '../output/printable';
import { action, type Cli } from '../run';

/** `etablering why <caseId>`: what a case waits for, in sentences. */
export function addWhy(program: Command, cli: Cli): void {
  program
    .command('why')
    .description('tell what a case waits for, a sentence for each step, with rule and statute')
    .argument('<caseId>', 'id of the case', id)
    .addOption(new Option('--language <language>', 'yours by the locale, else Swedish').choices(['sv', 'en']))
    .addOption(new Option('--reader <reader>', 'whom the sentences are for').choices(['staff', 'newcomer']))
    .option('--blocked', 'also the steps that have not begun')
    .action(
      action<GetCasesCaseIdWhyQuery & { blocked?: true }>(cli, async (run, caseId) => {
        const { language, reader, blocked } = run.options;
        const answer = await run.api.get<Why>(`/cases/${caseId}/why`, { query: { language, reader } });
        run.show(answer, () => {
          const told = [...answer.body.waiting, ...(blocked ? answer.body.blocked : [])];
          return told.map((step) => printable(`${step.stepId}\n  ${step.sentence}`)).join('\n') || 'nothing';
        });
      }),
    );
}
