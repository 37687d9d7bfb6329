import { loadConfig } from '../platform/config/config';
import { startProvider } from './oidc-provider/provider';

/** The demonstration's OpenID Connect provider as a process; ends with the process that started it. */
async function main(): Promise<void> {
  const { dataDir, oidc } = loadConfig('oidc');
  await startProvider({ dataDir, ...oidc });
  process.on('disconnect', () => process.exit(0));
  process.send?.({ ready: true });
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
