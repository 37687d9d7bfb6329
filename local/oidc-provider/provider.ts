import type { Server } from 'node:http';
import express from 'express';
import { Provider } from 'oidc-provider';
import { providerKeys } from './keys';
import { providerSettings } from './settings';
import { signInPages } from './sign-in';

export type ProviderOptions = {
  readonly port: number;
  readonly issuer: string;
  readonly audience: string;
  /** Where the signing keys are kept. */
  readonly dataDir: string;
};

// The provider uses this function of Node 22, which not every Node 20 has.
if (!('parse' in URL)) {
  Object.assign(URL, { parse: (text: string) => (URL.canParse(text) ? new URL(text) : null) });
}

/** Listens with the demonstration's OpenID Connect provider on the loopback address. Rejects when the port is taken. */
export async function startProvider({ port, issuer, audience, dataDir }: ProviderOptions): Promise<Server> {
  const provider = new Provider(issuer, providerSettings(audience, providerKeys(dataDir)));
  const app = express();
  app.disable('x-powered-by');
  app.use(signInPages(provider));
  app.use(provider.callback());
  return new Promise((resolve, reject) => {
    const server = app.listen(port, '127.0.0.1', (error) => (error ? reject(error) : resolve(server)));
  });
}
