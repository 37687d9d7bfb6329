import { rmSync } from 'node:fs';
import { started } from './global-setup';

/** Stops what `global-setup.ts` started and removes its folder. */
export default async function tearDown(): Promise<void> {
  if (!started.all) return;
  const { servers, dataDir } = started.all;
  await Promise.all(servers.map((server) => server.stop()));
  rmSync(dataDir, { recursive: true, force: true });
}
