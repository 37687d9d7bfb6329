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

/** npm passes a Ctrl-C on that the terminal has sent to this process too: only a later one is a second Ctrl-C. */
const SECOND_CTRL_C_AFTER = 1000;

/** Milliseconds: the longest that a timer takes. */
const LONGEST_INTERVAL = 2 ** 31 - 1;

type Options = { readonly demo: boolean; readonly parts: readonly PartName[] };

/** Starts the whole system, says where it is, and runs until it is told to stop or a part of it ends by itself. */
async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  const config = loadConfig();
  const secrets = loadSecrets('start');
  const giveBack = takeFolder(config.dataDir);
  const shutdown = createShutdown();
  const stopping = new AbortController();
  const { signal } = stopping;
  const told = stopWhenTold(stopping, shutdown);
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
    letLive(readRunning(config.dataDir), { ...options, parts }, config.logLevel, shutdown);
    sayWhere(facts, config.oidc.own);
    process.send?.({ ready: true });
    await told;
    say('stopping');
  } catch (error) {
    if (!signal.aborted) complain(isExpected(error) ? error.message : String((error as Error).stack));
  } finally {
    stopping.abort();
    await shutdown.run();
    giveBack();
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

/** Lets the simulators' time pass and, in a whole system, opens the example households where there are none. */
function letLive(running: Running | undefined, options: Options, logLevel: string, shutdown: Shutdown): void {
  const { demo, parts } = options;
  if (!running || !parts.includes('agencies')) return;
  const ticker = startTicker(running.agencies, running.agencyApiKey, say);
  shutdown.add(0, { name: 'ticker', stop: () => ticker.stop() });
  if (!demo || !parts.includes('api') || !parts.includes('worker')) return;
  void startDemo(running, createLogger('demo', logLevel));
}

/**
 * Aborts `stopping` at Ctrl-C, SIGTERM, or when the process that started this one is gone. Keeps the process alive until
 * then, also where everything runs elsewhere: listening for signals alone does not.
 */
function stopWhenTold(stopping: AbortController, shutdown: Shutdown): Promise<void> {
  let first: number | undefined;
  const tell = (): void => {
    if (first !== undefined && Date.now() - first > SECOND_CTRL_C_AFTER) {
      shutdown.kill();
      process.exit(130);
    }
    first ??= Date.now();
    stopping.abort();
  };
  for (const event of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(event, tell);
  process.once('disconnect', tell);
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
