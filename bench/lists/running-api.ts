import path from 'node:path';
import { requestToken } from '../../platform/local/request-token';
import { freePorts } from '../../platform/local/servers/ports';
import { startPart } from '../../platform/local/servers/part-process';
import { inheritedVariables } from '../../platform/config/env';
import { compiled } from '../../platform/root';

/** The API as it runs for others, with a provider of tokens beside it and no engine. */
export type RunningApi = {
  /** Asks for a path under `/api/v1`. Rejects unless the answer is 200. */
  readonly get: (identity: string, path: string) => Promise<void>;
  readonly stop: () => Promise<void>;
};

/** Starts provider and API as processes of their own on a register that is there. */
export async function startApi(databaseUrl: string, dataDir: string): Promise<RunningApi> {
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
  const provider = await start('oidc', 'platform/local/oidc.js');
  const api = await start('api', 'api/main.js');
  const tokens = new Map<string, string>();
  return {
    async get(identity, wanted) {
      const token = tokens.get(identity) ?? (await requestToken(issuer, identity));
      tokens.set(identity, token);
      const url = `http://127.0.0.1:${apiPort}/api/v1${wanted}`;
      const answer = await fetch(url, { headers: { authorization: `Bearer ${token}` } });
      if (answer.status !== 200)
        throw new Error(`${wanted} answered ${answer.status}: ${await answer.text()}`);
      await answer.arrayBuffer();
    },
    async stop() {
      await api.stop();
      await provider.stop();
    },
  };
}
