import { pino } from 'pino';
import { type BackgroundWork, runRounds } from '../../../activities/background';

/** Work that runs until it is stopped. */
export type Running = { readonly stop: () => Promise<void> };

/** Runs one kind of background work as the background activity of a worker does, without an engine. */
export function runsAlone(work: BackgroundWork): Running {
  const stopping = new AbortController();
  const working = runRounds(work, pino({ level: 'silent' }), stopping.signal);
  return {
    async stop() {
      stopping.abort();
      await working;
    },
  };
}
