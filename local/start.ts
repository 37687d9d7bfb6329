import { parseArgs } from 'node:util';
import { loadConfig } from '../platform/config/config';
import { loadSecrets } from '../platform/config/secrets';
import { PART_NAMES, type PartName } from '../platform/config/setting';
import { createLogger } from '../platform/logger';
import { TemporalUnreachable } from '../engine/connection';
import { startDemo } from './demo';
import { identityLines } from './identities';
import { readRunning, writeRunning } from './running';
import type { Running, RunningFacts } from './running';
import { lastLines } from './servers/processes';
import { StartFailed } from './servers/server';
import { bringUp } from './system/bring-up';
import { takeFolder } from './system/folder';
import { createShutdown } from './system/shutdown';
import type { Shutdown } from './system/shutdown';
import { startTicker } from './ticker';

const USAGE = `usage: npm start -- [--no-demo] [--without <part>]...   (parts: ${PART_NAMES.join(', ')})`;

/** npm repeats a Ctrl-C that the terminal has also sent to this process: only a later one is a second Ctrl-C. */
const SECOND_CTRL_C_AFTER = 1000;

/** The longest delay of a timer, in ms. */
const LONGEST_INTERVAL = 2 ** 31 - 1;

type Options = { readonly demo: boolean; readonly parts: readonly PartName[] };

/** Starts the whole system, prints where it is, and runs until it is asked to stop or a part of it ends by itself. */
async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  const config = loadConfig();
  const secrets = loadSecrets('start');
  const releaseFolder = takeFolder(config.dataDir);
  const shutdown = createShutdown();
  const stopping = new AbortController();
  const { signal } = stopping;
  const stopped = stopWhenAsked(stopping, shutdown);
  const onDeath = (name: string, log: string): void => {
    if (signal.aborted) return;
    complain(`${name} ended by itself. Its last lines, in ${log}:\n${lastLines(log)}`);
    stopping.abort();
  };
  try {
    const isSet = { oidc: !config.oidc.own, mail: secrets.smtpUrl !== undefined } as const;
    const parts = options.parts.filter((part) => !((part === 'oidc' || part === 'mail') && isSet[part]));
    const facts = await bringUp({ ...options, parts, config, secrets, signal, shutdown, say, onDeath });
    writeRunning(config.dataDir, facts);
    runSimulation(readRunning(config.dataDir), { ...options, parts }, config.logLevel, shutdown);
    sayWhere(facts, config.oidc.own);
    process.send?.({ ready: true });
    await stopped;
    say('stopping');
  } catch (error) {
    if (!signal.aborted) complain(isExpected(error) ? error.message : String((error as Error).stack));
  } finally {
    stopping.abort();
    await shutdown.run();
    releaseFolder();
  }
}

function readOptions(args: readonly string[]): Options {
  const options = { 'no-demo': { type: 'boolean' }, without: { type: 'string', multiple: true } } as const;
  const { values } = parseArgs({ args: [...args], options });
  const without = values.without ?? [];
  const unknown = without.find((name) => !PART_NAMES.some((part) => part === name));
  if (unknown) throw new Error(`no part is called ${unknown}`);
  return { demo: !values['no-demo'], parts: PART_NAMES.filter((part) => !without.includes(part)) };
}

/** Drives the simulators' time and, in a whole system, opens the example households when the register is empty. */
function runSimulation(
  running: Running | undefined,
  options: Options,
  logLevel: string,
  shutdown: Shutdown,
): void {
  const { demo, parts } = options;
  if (!running || !parts.includes('agencies')) return;
  const ticker = startTicker(running.agencies, running.agencyApiKey, say);
  shutdown.add(0, { name: 'ticker', stop: () => ticker.stop() });
  if (!demo || !parts.includes('api') || !parts.includes('worker')) return;
  void startDemo(running, createLogger('demo', logLevel));
}

/**
 * Aborts `stopping` at Ctrl-C, SIGTERM, or when the parent process has exited. Keeps the process alive until
 * then, also where everything runs elsewhere: listening for signals alone does not.
 */
function stopWhenAsked(stopping: AbortController, shutdown: Shutdown): Promise<void> {
  let first: number | undefined;
  const stop = (): void => {
    if (first !== undefined && Date.now() - first > SECOND_CTRL_C_AFTER) {
      shutdown.kill();
      process.exit(130);
    }
    first ??= Date.now();
    stopping.abort();
  };
  for (const event of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(event, stop);
  process.once('disconnect', stop);
  const alive = setInterval(() => undefined, LONGEST_INTERVAL);
  return new Promise((resolve) => {
    stopping.signal.addEventListener('abort', () => {
      clearInterval(alive);
      resolve();
    });
  });
}

function sayWhere(facts: RunningFacts, ownProvider: boolean): void {
  const { apiUrl, temporal, issuer, mailUrl } = facts;
  const lines = [
    '',
    `Etablering runs at  ${apiUrl}   (docs: ${apiUrl}/docs)`,
    ...(temporal.uiUrl ? [`Temporal's own UI   ${temporal.uiUrl}`] : []),
    ...(mailUrl ? [`Mail caught here    ${mailUrl}`] : []),
    `Sign-ins            ${issuer}`,
    ...(ownProvider ? identityLines().map((line) => `  ${line}`) : []),
    ...(ownProvider ? ['A token for one    npm run -s token -- coordinator'] : []),
    'Ctrl-C stops all of it.',
    '',
  ];
  say(lines.join('\n'));
}

function isExpected(error: unknown): error is Error {
  return error instanceof StartFailed || error instanceof TemporalUnreachable;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function complain(text: string): void {
  process.stderr.write(`${text}\n`);
  process.exitCode = 1;
}

// Whatever is written in the data folder, by servers and parts too, is for this user alone.
process.umask(0o077);
// The terminal may be gone while there is still something to stop.
process.stdout.on('error', () => undefined);
main()
  .catch((error: unknown) =>
    complain(isExpected(error) ? error.message : `${(error as Error).message}\n${USAGE}`),
  )
  .finally(() => process.exit());
