import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Register } from '../register/database';
import { importsAtWork } from '../register/imports/at-work';
import { checkNext } from '../register/imports/checking/check-import';
import { sweepImports } from '../register/imports/retention';
import { ImportOpener, type OpenerParts } from './import-opener';

/** What carrying imports is made of; `keepDays` is how long their rows are kept. */
export type ImportParts = OpenerParts & { readonly keepDays: number };

const LOCK = 'imports';
/** Pauses in milliseconds: with nothing to check, after a fault, between two sweeps. */
const IDLE = 1_000;
const AFTER_FAULT = 5_000;
const BETWEEN_SWEEPS = 3_600_000;

/**
 * Carries imports on, step by step, until `stop` is called: checks their rows, compares them, opens their households at
 * the configured rate. One worker of an installation does; when it is gone another takes its place, and finds everything
 * in the rows. A fault ends the round, and the next one goes on.
 */
export function startImports(parts: ImportParts): { stop: () => Promise<void> } {
  const stopping = new AbortController();
  const { signal } = stopping;

  async function work(): Promise<void> {
    while (!signal.aborted) {
      await parts.register
        .connection()
        .execute((connection) => carryInTurn(parts, connection, signal))
        .catch((fault: unknown) => warn(parts, fault));
      await rest(AFTER_FAULT, signal);
    }
  }

  const working = work();
  return {
    async stop() {
      stopping.abort();
      await working;
    },
  };
}

/** Carries on unless another worker does: the lock is its connection's, and is gone when that is. */
async function carryInTurn(parts: ImportParts, connection: Register, signal: AbortSignal): Promise<void> {
  const lock = sql`hashtext(${LOCK})`;
  const taken = await sql<{ mine: boolean }>`select pg_try_advisory_lock(${lock}) as mine`.execute(
    connection,
  );
  if (!taken.rows[0]?.mine) return;
  const opener = new ImportOpener(parts);
  let sweptAt = 0;
  try {
    while (!signal.aborted) {
      await sql`select 1`.execute(connection);
      if (Date.now() - sweptAt > BETWEEN_SWEEPS) {
        await sweepImports(parts.register, parts.keepDays);
        sweptAt = Date.now();
      }
      await rest(await carryOn(parts.register, opener), signal);
    }
  } finally {
    await sql`select pg_advisory_unlock(${lock})`.execute(connection);
  }
}

/**
 * One short step of checking, of the oldest file that is not checked, and one household; gives how long to rest. A step of
 * checking is followed by a rest as long as it took: the cases of the same process get at least half of the time.
 */
async function carryOn(register: Register, opener: ImportOpener): Promise<number> {
  const files = await importsAtWork(register);
  const unchecked = files.find(({ state }) => state !== 'opening');
  const began = Date.now();
  if (unchecked) await checkNext(register, unchecked);
  const untilCheck = unchecked ? Date.now() - began : IDLE;
  const untilOpening = await opener.openNext(files.filter(({ state }) => state === 'opening'));
  return Math.min(untilCheck, untilOpening);
}

async function rest(milliseconds: number, signal: AbortSignal): Promise<void> {
  await pause(milliseconds, undefined, { signal }).catch(() => undefined);
}

function warn({ logger }: ImportParts, fault: unknown): void {
  logger.warn({ fault: fault instanceof Error ? fault.name : typeof fault }, 'imports cannot be carried on');
}
