import type { Command } from 'commander';
import { EXIT, Failure } from '../failure';
import type { Diagnosis } from '../generated/api-types';
import { table } from '../output/table';
import { action, type Cli } from '../run';

/** One thing looked at, and what is wrong with it, if anything. */
type Check = { readonly name: string; readonly found: string; readonly isWell: boolean };

/** How far two clocks may be apart, in milliseconds: HTTP tells whole seconds, and tokens allow for five. */
const SKEW_OF_API = 5_000;
const SKEW_OF_REGISTER = 1_000;
/** A message that nobody has taken for so long is technical trouble, in milliseconds. */
const LONGEST_WAIT = 300_000;

/** `etablering doctor`: asks the API how every part is, and sees to the clock itself. Exit code 1 when something is wrong. */
export function addDoctor(program: Command, cli: Cli): void {
  program
    .command('doctor')
    .description(
      'check engine, database, workers, task queues, agencies, search attributes, schema and clock',
    )
    .action(
      action(cli, async (run) => {
        const answer = await run.api.get<Diagnosis>('/diagnosis', { what: 'diagnosis' });
        const clock = Date.parse(answer.headers.get('date') ?? '');
        const checks = [...checksOf(answer.body), clockCheck(clock - Date.now())];
        const rows = checks.map(({ name, found, isWell }) => [isWell ? 'ok' : 'WRONG', name, found]);
        run.show(answer, () => table(['', 'part', 'found'], rows));
        const wrong = checks.filter(({ isWell }) => !isWell).map(({ name }) => name);
        if (wrong.length > 0) throw new Failure(EXIT.refused, `wrong: ${wrong.join(', ')}`);
      }),
    );
}

/** What a diagnosis says of each part. What an absent part could not be asked is wrong too. */
export function checksOf(diagnosis: Diagnosis): readonly Check[] {
  const { engine, register, agencies, rules } = diagnosis;
  const away = agencies.filter(({ status }) => status !== 'up').map(({ agency }) => agency);
  return [
    check('engine', engine.status === 'up', `${engine.status} ${engine.serverVersion ?? ''}`),
    ...engineChecks(engine),
    check('database', register.status === 'up', `${register.status} ${register.serverVersion ?? ''}`),
    ...registerChecks(register),
    check(
      'agencies',
      away.length === 0,
      away.length > 0 ? `away: ${away.join(', ')}` : `${agencies.length} answer`,
    ),
    messagesCheck(diagnosis),
    check('rules', true, `${rules.present}; ${rules.remaining} open cases are still to be planned by them`),
  ];
}

function engineChecks({
  taskQueues,
  missingSearchAttributes: missing,
}: Diagnosis['engine']): readonly Check[] {
  const idle = (taskQueues ?? []).filter(({ pollers }) => pollers === 0).map(({ taskQueue }) => taskQueue);
  return [
    listCheck(
      'workers and task queues',
      taskQueues && idle,
      'nobody works at',
      `${taskQueues?.length} worked at`,
    ),
    listCheck('search attributes', missing, 'missing', 'all there'),
  ];
}

function registerChecks({ schema, clockSkew }: Diagnosis['register']): readonly Check[] {
  const isClose = clockSkew !== undefined && Math.abs(clockSkew) <= SKEW_OF_REGISTER;
  return [
    listCheck('schema', schema?.pending, 'pending', 'up to date'),
    check("database's clock", isClose, `${clockSkew ?? 'unknown'} ms from the API's`),
  ];
}

/** Something is wrong while a message waits longer than the relay needs to bring it to its case. */
function messagesCheck({ messages, checkedAt }: Diagnosis): Check {
  const waited = messages?.oldest ? Date.parse(checkedAt) - Date.parse(messages.oldest) : 0;
  const isWell = messages !== null && waited < LONGEST_WAIT;
  return check('messages', isWell, `${messages?.unconfirmed ?? 'unknown how many'} not taken yet`);
}

/** Well when a list of faults is there and empty. */
function listCheck(name: string, faults: readonly string[] | undefined, bad: string, good: string): Check {
  if (faults === undefined) return check(name, false, 'unknown');
  return check(name, faults.length === 0, faults.length > 0 ? `${bad} ${faults.join(', ')}` : good);
}

/** Tokens and due dates are wrong for a machine whose clock is; HTTP tells the API's in whole seconds. */
function clockCheck(ahead: number): Check {
  if (Number.isNaN(ahead)) return check('clock', false, 'unknown');
  const found = `${(Math.abs(ahead) / 1000).toFixed(1)} s between the API's and this machine's`;
  return check('clock', Math.abs(ahead) <= SKEW_OF_API, found);
}

function check(name: string, isWell: boolean, found: string): Check {
  return { name, isWell, found: found.trim() };
}
