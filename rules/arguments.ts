import { parseArgs } from 'node:util';
import { PlainDate } from '../domain/model/plain-date';

/** How `npm run rules` is called. */
export const USAGE = [
  'usage: npm run -s rules -- diff <git-ref> [--file <cases.jsonl> | --database] [--on YYYY-MM-DD] [--json]',
  '       npm run -s rules -- export > cases.jsonl',
].join('\n');

/** The command line does not say what is meant. */
export class BadArguments extends Error {
  override readonly name = 'BadArguments';
}

/** What was asked for. Without a file the cases are those of the installation's database. */
export type Asked =
  | { readonly command: 'export' }
  | {
      readonly command: 'diff';
      readonly ref: string;
      readonly file?: string;
      readonly on?: PlainDate;
      readonly json: boolean;
    };

const OPTIONS = {
  file: { type: 'string' },
  database: { type: 'boolean' },
  on: { type: 'string' },
  json: { type: 'boolean' },
} as const;

type Values = {
  readonly file?: string;
  readonly database?: boolean;
  readonly on?: string;
  readonly json?: boolean;
};

/** Reads the arguments after `npm run rules --`. Throws `BadArguments` with one line and the usage. */
export function askedBy(args: readonly string[]): Asked {
  const { values, positionals } = parsed(args);
  const [command, ...others] = positionals;
  if (command === 'diff') return diffAsked(others, values);
  if (command === 'export' && args.length === 1) return { command };
  throw refusal(command ? `there is no \`${args.join(' ')}\`` : 'no command');
}

function diffAsked([ref, ...more]: readonly string[], values: Values): Asked {
  const { file, on, database, json = false } = values;
  if (ref === undefined || more.length > 0) throw refusal('diff takes one git ref');
  if (file !== undefined && database) throw refusal('either --file or --database');
  return { command: 'diff', ref, json, ...(file === undefined ? {} : { file }), ...dayOf(on) };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch (fault) {
    throw refusal((fault as Error).message);
  }
}

function dayOf(text: string | undefined): { readonly on?: PlainDate } {
  if (text === undefined) return {};
  const day = PlainDate.safeParse(text);
  if (!day.success) throw refusal(`--on ${text} is no day, YYYY-MM-DD`);
  return { on: day.data };
}

function refusal(reason: string): BadArguments {
  return new BadArguments(`${reason}\n${USAGE}`);
}
