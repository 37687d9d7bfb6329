import { pino } from 'pino';
import { createTurns, type Turns } from '../../../register/turns';

/** Work that runs until it is stopped. */
type Stoppable = { readonly stop: () => Promise<void> };

/** Starts work that one worker does at a time as a process of its own would; stopping it gives its turns back. */
export function asWorker(databaseUrl: string, start: (turns: Turns) => Stoppable): Stoppable {
  const turns = createTurns(databaseUrl, pino({ level: 'silent' }));
  const work = start(turns);
  return {
    async stop() {
      await work.stop();
      await turns.close();
    },
  };
}
