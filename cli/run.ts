import type { Command } from 'commander';
import { type Answer, type Api, createApi } from './http/client';
import type { Settings } from './settings';
import { apiAddress } from './settings';
import { tokensOf } from './sign-in/tokens';

/** Where a command writes: its answer to `out`, what it says besides to `err`. */
export type Streams = { readonly out: NodeJS.WriteStream; readonly err: NodeJS.WriteStream };

/** What every command is made with. */
export type Cli = Streams & {
  readonly settings: Settings;
  /** The words after the command's own name, as they were typed. */
  readonly typed: readonly string[];
};

/** Options that every command takes. */
export type CommonOptions = { readonly json?: true; readonly url?: string };

/** A command on its way: the API, the options, and how to show what came of it. */
export type Run<O> = Cli & {
  readonly api: Api;
  readonly options: O & CommonOptions;
  /** The API's answer as it came for programs, `forPeople` for people. */
  readonly show: (answer: Answer<unknown>, forPeople: () => string) => void;
  /** A line beside the answer. */
  readonly note: (line: string) => void;
};

/** The action of a command: what `handle` does with its arguments. */
export function action<O extends object>(
  cli: Cli,
  handle: (run: Run<O>, ...given: string[]) => Promise<void>,
): (...given: unknown[]) => Promise<void> {
  return async (...given) => {
    const command = given.at(-1) as Command;
    await handle(runOf<O>(cli, command.optsWithGlobals()), ...(command.processedArgs as string[]));
  };
}

function runOf<O extends object>(cli: Cli, options: O & CommonOptions): Run<O> {
  const settings = settingsWith(cli.settings, options);
  const { out, err } = cli;
  return {
    ...cli,
    settings,
    options,
    api: createApi(settings.url, tokensOf(settings), settings.language),
    show: (answer, forPeople) => writeLine(out, options.json ? answer.text : forPeople()),
    note: (line) => writeLine(err, line),
  };
}

/** The settings with the address that this command was given. */
export function settingsWith(settings: Settings, { url }: CommonOptions): Settings {
  return url === undefined ? settings : { ...settings, url: apiAddress(url) };
}

/** Writes a text with one line end. */
export function writeLine(stream: NodeJS.WriteStream, text: string): void {
  stream.write(text.endsWith('\n') ? text : `${text}\n`);
}
