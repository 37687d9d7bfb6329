import { setTimeout as pause } from 'node:timers/promises';
import type { Turns } from '../register/turns';

/** Work that one worker of an installation does at a time, round after round. */
export type TurnParts = {
  readonly turns: Turns;
  /** Names the work: no two of an installation do work of the same name at once. */
  readonly name: string;
  /** One round; gives how long to rest before the next, in milliseconds. */
  readonly round: (signal: AbortSignal) => Promise<number>;
  /** Told of a fault, which ends its round and nothing else. */
  readonly onFault: (fault: unknown) => void;
  /** The rest after a fault, and before the work is asked for again while another worker has it, in milliseconds. */
  readonly patience: number;
};

/** Works round after round until `stop` is called, unless another worker does; when that is gone this one takes its place. */
export function startInTurn(parts: TurnParts): { stop: () => Promise<void> } {
  const stopping = new AbortController();
  const { signal } = stopping;

  async function work(): Promise<void> {
    while (!signal.aborted) {
      const milliseconds = await workInTurn(parts, signal).catch((fault: unknown) => {
        if (!signal.aborted) parts.onFault(fault);
        return parts.patience;
      });
      await pause(milliseconds, undefined, { signal }).catch(() => undefined);
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

async function workInTurn({ turns, name, round, patience }: TurnParts, signal: AbortSignal): Promise<number> {
  return (await turns.has(name)) ? round(signal) : patience;
}
