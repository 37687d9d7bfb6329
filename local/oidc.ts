import type { Server } from 'node:http';
import express from 'express';
import { Provider } from 'oidc-provider';
import { type ConfigOf, loadConfig } from '../platform/config/config';
import { providerKeys } from './oidc-provider/keys';
import { providerSettings } from './oidc-provider/settings';
import { signInPages } from './oidc-provider/sign-in';

// The provider uses this function of Node 22, which not every Node 20 has.
if (!('parse' in URL)) {
  Object.assign(URL, { parse: (text: string) => (URL.canParse(text) ? new URL(text) : null) });
}

/** The demonstration's OpenID Connect provider as a process; ends with the process that started it. */
async function main(): Promise<void> {
  await startProvider(loadConfig('oidc'));
  process.on('disconnect', () => process.exit(0));
  process.send?.({ ready: true });
}

/** Starts the provider on the loopback address. Rejects when its port is taken. */
async function startProvider({ dataDir, oidc }: ConfigOf<'oidc'>): Promise<Server> {
  const provider = new Provider(oidc.issuer, providerSettings(oidc.audience, providerKeys(dataDir)));
  const app = express();
  app.disable('x-powered-by');
  app.use(signInPages(provider));
  app.use(provider.callback());
  return new Promise((resolve, reject) => {
    const server = app.listen(oidc.port, '127.0.0.1', (error) => (error ? reject(error) : resolve(server)));
  });
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
