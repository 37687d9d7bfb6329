import path from 'node:path';
import { inheritedVariables } from '../platform/config/env';
import { freePorts } from '../local/servers/ports';
import { startPart } from '../local/servers/part-process';
import type { Server } from '../local/servers/server';
import { compiled } from '../platform/root';
import type { Target } from './ask';

/** The API as it runs for others, with a provider of tokens beside it and no engine. */
export type ApiAlone = { readonly target: Target; readonly api: Server; readonly stop: () => Promise<void> };

/** Starts provider and API as processes of their own on a register that is there. */
export async function startApi(databaseUrl: string, dataDir: string): Promise<ApiAlone> {
  const [oidcPort, apiPort, temporalPort] = await freePorts(3);
  const issuer = `http://127.0.0.1:${oidcPort}`;
  const env = {
    ...inheritedVariables(),
    DATA_DIR: dataDir,
    LOG_LEVEL: 'warn',
    OIDC_PORT: String(oidcPort),
    OIDC_ISSUER: issuer,
    API_PORT: String(apiPort),
    TEMPORAL_PORT: String(temporalPort),
    DATABASE_URL: databaseUrl,
    AGENCY_API_KEY: 'only-for-the-benchmark',
    WEBHOOK_SECRETS: '{}',
  };
  const { signal } = new AbortController();
  const start = async (name: string, main: string) =>
    startPart({
      name,
      main: compiled(main),
      env,
      logFile: path.join(dataDir, 'logs', `${name}.log`),
      grace: 2_000,
      signal,
    });
  const provider = await start('oidc', 'local/oidc.js');
  const api = await start('api', 'api/main.js');
  return {
    target: { apiUrl: `http://127.0.0.1:${apiPort}`, issuer },
    api,
    async stop() {
      await api.stop();
      await provider.stop();
    },
  };
}
