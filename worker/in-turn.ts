import { setTimeout as pause } from 'node:timers/promises';
import { faultCode, type Logger } from '../platform/logger';
import type { Turns } from '../register/turns';

/** Work that one worker of an installation does at a time, round after round. */
export type TurnParts = {
  readonly turns: Turns;
  /** Names the work: no two of an installation do work of the same name at once. */
  readonly name: string;
  /** One round; gives how long to rest before the next, in milliseconds. A fault ends it and nothing else. */
  readonly round: (signal: AbortSignal) => Promise<number>;
  readonly logger: Logger;
  /** What the log says when a fault has ended a round. */
  readonly trouble: string;
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
        // Being stopped is no fault.
        if (!signal.aborted) parts.logger.warn({ fault: faultCode(fault) }, parts.trouble);
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
