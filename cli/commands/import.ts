import type { Command } from 'commander';
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { Answer } from '../http/client';
import { changing, type ChangeOptions, sendChange } from '../http/change';
import { id } from '../arguments';
import { EXIT, Failure } from '../failure';
import { outline } from '../output/table';
import { action, type Cli, type Run } from '../run';

/** An import as far as this command reads it; whatever else it says is shown as it stands. */
type Import = { readonly importId?: string; readonly id?: string; readonly state?: string };

const TYPES: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  jsonl: 'application/x-ndjson',
  ndjson: 'application/x-ndjson',
};
/** States in which an import goes no further. */
const ENDED = ['done', 'completed', 'finished', 'failed', 'stopped', 'cancelled'];
const LOOK_EVERY = 1_000;

/** `etablering import <file>`, with its progress, and `import show` and `import result`. */
export function addImport(program: Command, cli: Cli): void {
  const command = program.command('import').description('import people from a file of CSV or JSON lines');
  changing(command)
    .argument('<file>', 'a file that ends in .csv, .jsonl or .ndjson')
    .option('--no-wait', 'do not wait for its end')
    .action(
      action<ChangeOptions & { wait: boolean }>(cli, async (run, file = '') => {
        const upload = { type: typeOf(file), content: contentOf(file) };
        const what = 'imports';
        const started = await sendChange<Import>(run, { path: '/imports', upload, what });
        const answer = run.options.wait ? await followed(run, started) : started;
        run.show(answer, () => outline(answer.body));
        if (answer.body.state === 'failed') throw new Failure(EXIT.refused, 'the import failed');
      }),
    );
  command
    .command('show')
    .description('show how far an import has come')
    .argument('<id>', 'id of the import', id)
    .action(
      action(cli, async (run, importId) => {
        const answer = await run.api.get(`/imports/${importId}`);
        run.show(answer, () => outline(answer.body));
      }),
    );
  command
    .command('result')
    .description('print what became of each row, as the API gives it')
    .argument('<id>', 'id of the import', id)
    .action(
      action(cli, async (run, importId) => {
        const answer = await run.api.get(`/imports/${importId}/result`);
        run.show(answer, () => answer.text);
      }),
    );
}

function typeOf(file: string): string {
  const type = TYPES[/\.(\w+)$/.exec(file)?.[1]?.toLowerCase() ?? ''];
  if (type === undefined) throw new Failure(EXIT.usage, `${file} ends in none of .csv, .jsonl and .ndjson`);
  return type;
}

function contentOf(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (fault) {
    throw new Failure(EXIT.usage, `${file} cannot be read: ${(fault as NodeJS.ErrnoException).code}`);
  }
}

/** Looks until the import has ended; a line for each change on the way. */
async function followed(run: Run<object>, started: Answer<Import>): Promise<Answer<Import>> {
  const importId = started.body.importId ?? started.body.id;
  let answer = started;
  for (let shown = ''; !ENDED.includes(answer.body.state ?? '');) {
    await pause(shown === '' ? 0 : LOOK_EVERY);
    answer = await run.api.get<Import>(`/imports/${importId}`);
    if (answer.text !== shown) run.note(progressLine(answer.body));
    shown = answer.text;
  }
  return answer;
}

/** All that is a number or a word in an import, on one line. */
function progressLine(body: object): string {
  const simple = Object.entries(body).flatMap(([name, value]) =>
    typeof value === 'object' ? Object.entries(Object(value) as object) : [[name, value] as const],
  );
  return simple
    .filter(([, value]) => typeof value === 'number' || typeof value === 'string')
    .map(([name, value]) => `${name} ${String(value)}`)
    .join(' · ');
}
