import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { PlainDate } from '../domain/model/plain-date';

/** What was asked for. Without a file the cases are those of the installation's database. */
export type Asked =
  | { readonly command: 'export' }
  | {
      readonly command: 'diff';
      readonly ref: string;
      readonly file?: string;
      readonly on?: PlainDate;
      readonly json?: boolean;
    }
  | { readonly command: 'help'; readonly text: string };

type DiffOptions = { readonly file?: string; readonly on?: PlainDate; readonly json?: boolean };

/** Reads the arguments after `npm run rules --`. Throws an error with what is wrong and how it is called. */
export function askedBy(args: readonly string[]): Asked {
  let asked: Asked | undefined;
  let written = '';
  const write = (text: string): void => {
    written += text;
  };
  const program = new Command('npm run -s rules --')
    .configureHelp({ styleTitle: (title) => title.toLowerCase() })
    .configureOutput({ writeOut: write, writeErr: write })
    .showHelpAfterError()
    .exitOverride();
  program
    .command('diff')
    .description('show whose case the rules of the working tree would touch, and how')
    .argument('<git-ref>', 'the commit whose rules they are compared with')
    .option('--file <cases.jsonl>', 'cases of a file that `export` wrote, instead of the database')
    .addOption(new Option('--database', 'cases of the database, which is the default').conflicts('file'))
    .option('--on <day>', 'the day on which cases are planned, YYYY-MM-DD', day)
    .option('--json', 'one JSON object a line')
    .action((ref: string, { file, on, json }: DiffOptions) => {
      asked = { command: 'diff', ref, file, on, json };
    });
  program
    .command('export')
    .description('write the cases of the database to standard output, as JSON lines')
    .action(() => {
      asked = { command: 'export' };
    });
  try {
    program.parse([...args], { from: 'user' });
  } catch (fault) {
    if (!(fault instanceof CommanderError)) throw fault;
    if (fault.exitCode === 0) return { command: 'help', text: written };
  }
  if (asked) return asked;
  throw new Error(written.trimEnd());
}

function day(text: string): PlainDate {
  const read = PlainDate.safeParse(text);
  if (read.success) return read.data;
  throw new InvalidArgumentError('It is no day, YYYY-MM-DD.');
}
