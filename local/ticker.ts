import { setTimeout as sleep } from 'node:timers/promises';

export type Ticker = { stop(): Promise<void> };

const EVERY_MS = 1000;
const PATIENCE_MS = 30_000;

/**
 * Drives the simulators' time: sends each of them the time about once a second, so that it answers what is due. Sends one
 * request at a time to a simulator; prints its first failure, and no other until it answers again.
 */
export function startTicker(
  agencies: Readonly<Record<string, string>>,
  apiKey: string,
  say: (line: string) => void,
): Ticker {
  const stopping = new AbortController();
  const loops = Object.entries(agencies).map(([agency, url]) => tick({ agency, url, apiKey, say, stopping }));
  return {
    async stop() {
      stopping.abort();
      await Promise.all(loops);
    },
  };
}

type Ticked = {
  readonly agency: string;
  readonly url: string;
  readonly apiKey: string;
  readonly say: (line: string) => void;
  readonly stopping: AbortController;
};

async function tick({ agency, url, apiKey, say, stopping }: Ticked): Promise<void> {
  const { signal } = stopping;
  let failing = false;
  while (!signal.aborted) {
    const failure = await advance(url, apiKey, signal);
    if (failure && !failing && !signal.aborted) say(`${agency}'s simulator does not answer: ${failure}`);
    failing = failure !== undefined;
    await sleep(EVERY_MS, undefined, { signal }).catch(() => undefined);
  }
}

async function advance(url: string, apiKey: string, signal: AbortSignal): Promise<string | undefined> {
  try {
    const response = await fetch(`${url}/control/advance`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${apiKey}` },
      body: JSON.stringify({ to: new Date().toISOString() }),
      signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]),
    });
    await response.arrayBuffer();
    return response.ok ? undefined : `status ${response.status}`;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
