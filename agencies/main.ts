import { readSettings } from './settings';
import { startSimulators } from './simulators';

/** Starts the simulators in this process; stops them on SIGTERM, SIGINT, or when the parent process has exited. */
async function main(): Promise<void> {
  const running = await startSimulators(readSettings());
  const stop = async (): Promise<void> => {
    await Promise.all(running.map((simulator) => simulator.stop()));
    process.exit(0);
  };
  for (const event of ['SIGTERM', 'SIGINT', 'disconnect'] as const) process.once(event, () => void stop());
  const urls = Object.fromEntries(running.map(({ agency, url }) => [agency, url]));
  for (const [agency, url] of Object.entries(urls)) process.stdout.write(`${agency} (simulated): ${url}\n`);
  process.send?.({ ready: true, urls });
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
