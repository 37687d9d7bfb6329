import { setTimeout as pause } from 'node:timers/promises';
import { Context } from '@temporalio/activity';
import { faultCode, type Logger } from '../platform/logger';
import { withHeartbeat } from './heartbeat';

/** One kind of background work, done in rounds. */
export type BackgroundWork = {
  /** Names the work in the log. */
  readonly name: string;
  /** The pause after a round, in milliseconds, unless the round returns another one. */
  readonly everyMs: number;
  /** The pause after a round that failed, in milliseconds; `everyMs` when not set. */
  readonly retryAfterMs?: number;
  /**
   * One round; may return the pause until the next one. An error ends the round only. Two workers may run a round at the
   * same time for some seconds, when the engine has handed the work over and the former worker does not know it yet: what
   * a round does must be safe then.
   */
  readonly round: (signal: AbortSignal) => Promise<number | void>;
};

/** All background work of an installation. `heartbeatEveryMs` is set by tests only. */
export type BackgroundParts = {
  readonly work: readonly BackgroundWork[];
  readonly logger: Logger;
  readonly heartbeatEveryMs?: number;
};

export type BackgroundActivities = ReturnType<typeof createBackgroundActivities>;

/** The activity of the background work: one runs in the whole installation. */
export function createBackgroundActivities({ work, logger, heartbeatEveryMs }: BackgroundParts) {
  return {
    /**
     * Runs all background work until this worker stops or the engine takes the work away. Never returns: it always fails
     * in the end, so that the engine starts it again on another worker.
     */
    async runBackgroundWork(): Promise<never> {
      await withHeartbeat(
        // A signal of its own for each kind: Node warns of many listeners on one.
        (signal) => Promise.all(work.map((each) => runRounds(each, logger, AbortSignal.any([signal])))),
        heartbeatEveryMs,
      );
      return Context.current().cancelled;
    },
  };
}

/** Runs one kind of work round after round until the signal is aborted. */
export async function runRounds(work: BackgroundWork, logger: Logger, signal: AbortSignal): Promise<void> {
  const { name, everyMs, retryAfterMs = everyMs } = work;
  while (!signal.aborted) {
    const next = await runRound(work, signal).catch((fault: unknown) => {
      if (!signal.aborted) logger.warn({ work: name, fault: faultCode(fault) }, 'background work failed');
      return retryAfterMs;
    });
    await pause(next ?? everyMs, undefined, { signal }).catch(() => undefined);
  }
}

/** Runs one round with a signal of its own: clients leave listeners on it, which must not pile up on the long-lived one. */
async function runRound({ round }: BackgroundWork, signal: AbortSignal): Promise<number | void> {
  const own = new AbortController();
  const abort = (): void => own.abort();
  signal.addEventListener('abort', abort, { once: true });
  try {
    return await round(own.signal);
  } finally {
    signal.removeEventListener('abort', abort);
  }
}
