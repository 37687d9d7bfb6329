import { type Command, Option } from 'commander';
import { changing, type ChangeOptions, sendChange } from '../http/change';
import { count, id, paged, type PageOptions } from '../arguments';
import type { Decided, ImportCandidate, ImportCandidates } from '../generated/api-types';
import { pageOf } from '../output/page';
import { outline } from '../output/table';
import { action, type Cli } from '../run';

type Person = ImportCandidate['person'];

type DecisionOptions = ChangeOptions & { readonly case?: string; readonly line?: number };

/** `etablering import candidates` and `import decide`: rows of which a person must say whether they are somebody new. */
export function addCandidates(command: Command, cli: Cli): void {
  paged(command.command('candidates').description('list the rows that may be somebody who is there'))
    .argument('<id>', 'id of the import', id)
    .action(
      action<PageOptions>(cli, async (run, importId) => {
        const { limit, cursor } = run.options;
        const answer = await run.api.get<ImportCandidates>(`/imports/${importId}/candidates`, {
          query: { limit, cursor },
        });
        const head = ['line', 'person', 'may be'];
        run.show(answer, () =>
          pageOf(answer.body, head, ({ line, person, alike }) => [
            line,
            named(person),
            alike
              .map((each) => [named(each.person), each.caseId ?? `line ${each.line}`].join(' '))
              .join('; '),
          ]),
        );
      }),
    );
  changing(command.command('decide').description('say whether a row is somebody new'))
    .argument('<id>', 'id of the import', id)
    .argument('<line>', 'line of the row', count)
    .argument('<decision>', 'new or same')
    .addOption(new Option('--case <caseId>', 'the same as in this case').argParser(id))
    .option('--line <line>', 'the same as in this other line', count)
    .action(
      action<DecisionOptions>(cli, async (run, importId, line, decision) => {
        const { case: caseId, line: other } = run.options;
        const answer = await sendChange<Decided>(run, {
          path: `/imports/${importId}/candidates/${line}`,
          body: { decision, ...(caseId && { caseId }), ...(other && { line: other }) },
        });
        run.show(answer, () => outline(answer.body));
      }),
    );
}

function named(person: Person | null): string {
  return person ? `${person.givenName} ${person.familyName} ${person.bornOn ?? ''}`.trim() : 'somebody';
}
