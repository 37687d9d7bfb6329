import { send } from '../servers/processes';
import type { Server } from '../servers/server';

type Running = { readonly name: string; readonly stop: () => Promise<void>; readonly pid?: number };

/** Everything that runs, in the order in which it has to stop. */
export type Shutdown = {
  /** To be stopped in `stage`: the lowest first, those of one stage together. */
  add(stage: number, running: Running): void;
  /** Stops all of it; a second call waits for the first. */
  run(): Promise<void>;
  /** Ends every process by force, without waiting. */
  kill(): void;
  /** The processes by name. */
  pids(): Readonly<Record<string, number>>;
};

/** An empty list of what runs. */
export function createShutdown(): Shutdown {
  const stages = new Map<number, Running[]>();
  const all = (): Running[] => [...stages.values()].flat();
  let under: Promise<void> | undefined;
  return {
    add(stage, running) {
      stages.set(stage, [...(stages.get(stage) ?? []), running]);
    },
    run() {
      under ??= stopInOrder(stages);
      return under;
    },
    kill() {
      for (const { pid } of all()) if (pid !== undefined) send(pid, 'SIGKILL');
    },
    pids: () =>
      Object.fromEntries(all().flatMap(({ name, pid }) => (pid === undefined ? [] : [[name, pid]]))),
  };
}

async function stopInOrder(stages: ReadonlyMap<number, readonly Running[]>): Promise<void> {
  for (const stage of [...stages.keys()].sort((one, other) => one - other)) {
    await Promise.allSettled((stages.get(stage) ?? []).map(({ stop }) => stop()));
  }
}

/** A server as something to be stopped. */
export function serverAs(name: string, server: Server): Running {
  return { name, pid: server.pid, stop: () => server.stop() };
}
