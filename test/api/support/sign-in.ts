import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { importJWK, type JWTPayload, SignJWT } from 'jose';
import { requestToken } from '../../../local/request-token';
import { freePorts } from '../../../local/servers/ports';
import { compiled } from '../../../platform/root';
import { localServers, type Provider } from '../../support/local-servers';

export const AUDIENCE = 'etablering-api';

/** The demonstration's OpenID Connect provider, as a test signs in at it. */
export type SignIn = {
  readonly issuer: string;
  /** A real access token of a demonstration identity. */
  readonly tokenOf: (identity: string) => Promise<string>;
  /** A token that the provider's own key signs, with claims that the provider would not give. */
  readonly forge: (claims: JWTPayload & { readonly iss?: string }) => Promise<string>;
};

/** A provider that runs as a process of its own until it is stopped. */
export type StartedProvider = Provider & { readonly stop: () => Promise<void> };

/** The tokens that this worker has, by provider and identity. */
const tokens = new Map<string, string>();

/** The provider that the whole test run shares. */
export function sharedSignIn(): SignIn {
  return signInAt(localServers().provider);
}

/** Signs in at a provider. */
export function signInAt({ issuer, dataDir }: Provider): SignIn {
  return {
    issuer,
    async tokenOf(identity) {
      const key = `${issuer} ${identity}`;
      const token = tokens.get(key) ?? (await requestToken(issuer, identity));
      tokens.set(key, token);
      return token;
    },
    forge: (claims) => sign(dataDir, { iss: issuer, aud: AUDIENCE, ...claims }),
  };
}

/** Starts a provider. */
export async function startProvider(): Promise<StartedProvider> {
  const [port = 0] = await freePorts(1);
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'etablering-sign-in-'));
  const child = fork(compiled('local/oidc.js'), {
    env: { OIDC_PORT: String(port), DATA_DIR: dataDir, OIDC_AUDIENCE: AUDIENCE },
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  await ready(child);
  return {
    issuer: `http://127.0.0.1:${port}`,
    dataDir,
    async stop() {
      const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
      child.kill('SIGTERM');
      await ended;
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function sign(dataDir: string, claims: JWTPayload): Promise<string> {
  const { signing } = JSON.parse(readFileSync(path.join(dataDir, 'oidc-keys.json'), 'utf8'));
  const key = await importJWK(signing, 'RS256');
  return new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: signing.kid, typ: 'at+jwt' }).sign(key);
}

async function ready(child: ChildProcess): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    child.once('message', () => resolve());
    child.once('exit', (code) => reject(new Error(`the provider ended with ${code}`)));
  });
}
