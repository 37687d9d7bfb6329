import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { faultCode, type Logger } from '../platform/logger';
import type { Register } from '../register/database';

/** All such work, by the names of its locks. Each holds a connection to the register for as long as it is done. */
export const TURNS = [
  'poll:skatteverket',
  'replanning',
  'bulk-keeper',
  'engine-watch',
  'imports',
  'subscription-watch',
  'absences',
] as const;

/** Work that one worker of an installation does at a time, round after round. */
export type TurnParts = {
  readonly register: Register;
  readonly name: (typeof TURNS)[number];
  /** One round; gives how long to rest before the next, in milliseconds. A fault ends it and nothing else. */
  readonly round: (signal: AbortSignal) => Promise<number>;
  readonly logger: Logger;
  /** What the log says when a fault has ended a round. */
  readonly trouble: string;
  /** The rest after a fault, and before the work is asked for again while another worker has it, in milliseconds. */
  readonly patience: number;
};

/**
 * Works round after round until `stop` is called, unless another worker does: the lock is its connection's, and is gone
 * when that is, so another takes the place of one that died.
 */
export function startInTurn(parts: TurnParts): { stop: () => Promise<void> } {
  const stopping = new AbortController();
  const { signal } = stopping;

  async function work(): Promise<void> {
    while (!signal.aborted) {
      await parts.register
        .connection()
        .execute((connection) => workInTurn(parts, connection, signal))
        .catch((fault: unknown) => tell(parts, fault, signal));
      await rest(parts.patience, signal);
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

async function workInTurn(parts: TurnParts, connection: Register, signal: AbortSignal): Promise<void> {
  const lock = sql`hashtext(${parts.name})`;
  const taken = await sql<{ mine: boolean }>`select pg_try_advisory_lock(${lock}) as mine`.execute(
    connection,
  );
  if (!taken.rows[0]?.mine) return;
  try {
    while (!signal.aborted) {
      // The lock is gone with the connection: a round begins only while that is there.
      await sql`select 1`.execute(connection);
      const milliseconds = await parts.round(signal).catch((fault: unknown) => {
        tell(parts, fault, signal);
        return parts.patience;
      });
      await rest(milliseconds, signal);
    }
  } finally {
    await sql`select pg_advisory_unlock(${lock})`.execute(connection);
  }
}

/** Being stopped is no fault. */
function tell({ logger, trouble }: TurnParts, fault: unknown, { aborted }: AbortSignal): void {
  if (!aborted) logger.warn({ fault: faultCode(fault) }, trouble);
}

async function rest(milliseconds: number, signal: AbortSignal): Promise<void> {
  await pause(milliseconds, undefined, { signal }).catch(() => undefined);
}
