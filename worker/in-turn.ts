import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Register } from '../register/database';

/** Work that one worker of an installation does at a time, round after round. */
export type TurnParts = {
  readonly register: Register;
  /** Names the work: no two of an installation do work of the same name at once. */
  readonly name: string;
  /** One round; gives how long to rest before the next, in milliseconds. */
  readonly round: (signal: AbortSignal) => Promise<number>;
  /** Told of a fault, which ends its round and nothing else. */
  readonly onFault: (fault: unknown) => void;
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

function tell({ onFault }: TurnParts, fault: unknown, { aborted }: AbortSignal): void {
  if (!aborted) onFault(fault);
}

async function rest(milliseconds: number, signal: AbortSignal): Promise<void> {
  await pause(milliseconds, undefined, { signal }).catch(() => undefined);
}
