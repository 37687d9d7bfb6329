import { setTimeout as pause } from 'node:timers/promises';
import { faultCode, type Logger } from '../platform/logger';
import type { Turns } from '../register/turns';

/** Work that is done round after round. */
export type RoundParts = {
  /** One round; gives how long to rest before the next, in milliseconds. A fault ends it and nothing else. */
  readonly round: (signal: AbortSignal) => Promise<number>;
  readonly logger: Logger;
  /** What the log says when a fault has ended a round. */
  readonly trouble: string;
  /** The rest after a fault, in milliseconds. */
  readonly patience: number;
};

/** Work that one worker of an installation does at a time; `patience` is also how long to leave it to another worker. */
export type TurnParts = RoundParts & {
  readonly turns: Turns;
  /** Names the work: no two of an installation do work of the same name at once. */
  readonly name: string;
};

/** Works round after round until `stop` is called, unless another worker does; when that is gone this one takes its place. */
export function startInTurn({ turns, name, round, ...parts }: TurnParts): { stop: () => Promise<void> } {
  return startRounds({
    ...parts,
    round: async (signal) => ((await turns.has(name)) ? round(signal) : parts.patience),
  });
}

/** Works round after round until `stop` is called, whatever other workers do. */
export function startRounds({ round, logger, trouble, patience }: RoundParts): { stop: () => Promise<void> } {
  const stopping = new AbortController();
  const { signal } = stopping;

  async function work(): Promise<void> {
    while (!signal.aborted) {
      const milliseconds = await round(signal).catch((fault: unknown) => {
        // Being stopped is no fault.
        if (!signal.aborted) logger.warn({ fault: faultCode(fault) }, trouble);
        return patience;
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
