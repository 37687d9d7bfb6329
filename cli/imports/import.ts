import type { Command } from 'commander';
import { changing, type ChangeOptions, sendChange } from '../http/change';
import { id } from '../arguments';
import { EXIT, Failure } from '../failure';
import type { Import, ImportReceived, ImportStopped } from '../generated/api-types';
import { contentOf } from '../input-file';
import { followed } from '../output/follow';
import { outline } from '../output/table';
import { action, type Cli } from '../run';
import { addCandidates } from './candidates';
import { IMPORT_PROGRESS } from './progress';

type ImportOptions = ChangeOptions & {
  readonly source?: string;
  readonly validateOnly?: true;
  readonly wait: boolean;
};

const TYPES: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  jsonl: 'application/x-ndjson',
  ndjson: 'application/x-ndjson',
};

/** `etablering import <file>` with its progress, and what is asked and said of an import afterwards. */
export function addImport(program: Command, cli: Cli): void {
  const command = program.command('import').description('import people from a file of CSV or JSON lines');
  changing(command)
    .argument('<file>', 'a file that ends in .csv, .jsonl or .ndjson')
    .option('--source <source>', 'who says what the file says, for instance Migrationsverket')
    .option('--validate-only', 'check and compare; open no case')
    .option('--no-wait', 'do not wait for its end')
    .action(
      action<ImportOptions>(cli, async (run, file = '') => {
        const { source, validateOnly, wait } = run.options;
        // Not a required option: commander would ask for it at every command below this one too.
        if (source === undefined)
          throw new Failure(EXIT.usage, 'say whose file it is with --source <source>');
        const query = new URLSearchParams({ source, ...(validateOnly && { validateOnly: 'true' }) });
        const started = await sendChange<ImportReceived>(run, {
          path: `/imports?${query.toString()}`,
          upload: { type: typeOf(file), content: contentOf(file) },
          what: 'imports',
        });
        const answer = wait
          ? await followed(run, `/imports/${started.body.importId}`, IMPORT_PROGRESS)
          : started;
        run.show(answer, () => outline(answer.body));
      }),
    );
  addReading(command, cli);
  addSteering(command, cli);
  addCandidates(command, cli);
}

function addReading(command: Command, cli: Cli): void {
  command
    .command('show')
    .description('show how far an import has come')
    .argument('<id>', 'id of the import', id)
    .action(
      action(cli, async (run, importId) => {
        const answer = await run.api.get<Import>(`/imports/${importId}`);
        run.show(answer, () => outline(answer.body));
      }),
    );
  command
    .command('result')
    .description('print what became of each row, as the API gives it: CSV')
    .argument('<id>', 'id of the import', id)
    .action(
      action(cli, async (run, importId) => {
        const answer = await run.api.get(`/imports/${importId}/result`);
        run.show(answer, () => answer.text);
      }),
    );
}

function addSteering(command: Command, cli: Cli): void {
  for (const [name, description] of [
    ['stop', 'stop an import; what is opened stays'],
    ['resume', 'let a stopped import go on'],
  ] as const) {
    changing(command.command(name).description(description))
      .argument('<id>', 'id of the import', id)
      .action(
        action<ChangeOptions>(cli, async (run, importId) => {
          const answer = await sendChange<ImportStopped>(run, { path: `/imports/${importId}/${name}` });
          run.show(answer, () => outline(answer.body));
        }),
      );
  }
}

function typeOf(file: string): string {
  const type = TYPES[/\.(\w+)$/.exec(file)?.[1]?.toLowerCase() ?? ''];
  if (type === undefined) throw new Failure(EXIT.usage, `${file} ends in none of .csv, .jsonl and .ndjson`);
  return type;
}
