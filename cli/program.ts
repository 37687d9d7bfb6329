import { Command, CommanderError } from 'commander';
import { addBulk } from './bulk/bulk';
import { addAssignment } from './commands/assignment';
import { addCase } from './commands/case';
import { addCases } from './commands/cases';
import { addComplete } from './commands/complete';
import { addDoctor } from './commands/doctor';
import { addImport } from './imports/import';
import { addReopen } from './commands/reopen';
import { addRest } from './commands/rest';
import { addStuck } from './commands/stuck';
import { addWhy } from './commands/why';
import { addWorklist } from './commands/worklist';
import { EXIT, type ExitCode, Failure } from './failure';
import { type Cli, type Streams, writeLine } from './run';
import { readSettings } from './settings';
import { addSignIn } from './sign-in/login';
import { addWatch } from './watch/watch';

const COMMANDS: readonly ((program: Command, cli: Cli) => void)[] = [
  addSignIn,
  addCases,
  addCase,
  addWhy,
  addWorklist,
  addAssignment,
  addStuck,
  addComplete,
  addReopen,
  addRest,
  addBulk,
  addImport,
  addWatch,
  addDoctor,
];

const AFTER_HELP = `
Environment:
  ETABLERING_URL    the API's address, http://127.0.0.1:8080 when not set
  ETABLERING_TOKEN  an access token, instead of a sign-in

Exit codes:
  0 done   1 the API said no   2 wrong usage   3 not signed in   4 the API cannot be reached`;

/** Runs one command. Gives the code that the program ends with, after a line on `err` for every failure. */
export async function runCommand(typed: readonly string[], streams: Streams): Promise<ExitCode> {
  try {
    const program = programOf({ ...streams, settings: readSettings(), typed });
    await program.parseAsync(typed, { from: 'user' });
    return EXIT.ok;
  } catch (failure) {
    if (failure instanceof CommanderError) return failure.exitCode === 0 ? EXIT.ok : EXIT.usage;
    if (!(failure instanceof Failure)) throw failure;
    // What the API answered is the answer of the command also when it is a no.
    if (failure.answered && typed.includes('--json')) writeLine(streams.out, failure.answered);
    writeLine(streams.err, failure.message);
    return failure.exitCode;
  }
}

function programOf(cli: Cli): Command {
  const program = new Command('etablering')
    .description("Each newcomer's path across the authorities, from the command line.")
    .option('--json', "print the API's answer as it is, for programs")
    .option('--url <address>', "the API's address, instead of ETABLERING_URL")
    .addHelpText('after', AFTER_HELP)
    .configureOutput({
      writeOut: (text) => cli.out.write(text),
      writeErr: (text) => cli.err.write(text),
    })
    .exitOverride();
  for (const add of COMMANDS) add(program, cli);
  return program;
}
