import { Context } from '@temporalio/activity';

/** Heartbeats within one heartbeat timeout: one that is late or lost is not taken for a dead worker. */
const HEARTBEATS_PER_TIMEOUT = 3;

/**
 * Runs long work and sends heartbeats meanwhile: the engine hands the work to another worker when this one dies. The
 * signal is aborted when the worker stops, or when the engine has cancelled, paused or handed over the work. How often
 * heartbeats are sent comes from the activity's heartbeat timeout; tests set it.
 */
export async function withHeartbeat<T>(
  work: (signal: AbortSignal) => Promise<T>,
  everyMs?: number,
): Promise<T> {
  const context = Context.current();
  const { heartbeatTimeoutMs = 0 } = context.info;
  const beating = setInterval(
    () => context.heartbeat(),
    everyMs ?? heartbeatTimeoutMs / HEARTBEATS_PER_TIMEOUT,
  );
  try {
    return await work(context.cancellationSignal);
  } finally {
    clearInterval(beating);
  }
}
