import { Context } from '@temporalio/activity';

/** Pause between two heartbeats in milliseconds; the SDK sends them on only as often as the heartbeat timeout needs. */
const HEARTBEAT_EVERY = 1_000;

/**
 * Runs long work and sends heartbeats meanwhile: the engine hands the work to another worker when this one dies. The
 * signal is aborted when the worker stops, or when the engine has cancelled, paused or handed over the work.
 */
export async function withHeartbeat<T>(
  work: (signal: AbortSignal) => Promise<T>,
  everyMs = HEARTBEAT_EVERY,
): Promise<T> {
  const context = Context.current();
  const beating = setInterval(() => context.heartbeat(), everyMs);
  try {
    return await work(context.cancellationSignal);
  } finally {
    clearInterval(beating);
  }
}
