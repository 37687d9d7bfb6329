import { createPrivateKey, generateKeyPairSync, type KeyObject, randomBytes, randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export type ProviderKeys = {
  /** The private key that signs the tokens. */
  readonly signing: { readonly kty: string } & Readonly<Record<string, string>>;
  readonly cookies: readonly string[];
};

/** The provider's keys, made the first time and kept in `dataDir`, so that tokens outlive a restart. */
export function providerKeys(dataDir: string): ProviderKeys {
  const file = path.join(dataDir, 'oidc-keys.json');
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as ProviderKeys;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  const jwk = newPrivateKey().export({ format: 'jwk' }) as Record<string, string>;
  const keys: ProviderKeys = {
    signing: { ...jwk, kty: 'RSA', kid: randomUUID(), alg: 'RS256', use: 'sig' },
    cookies: [randomBytes(32).toString('hex')],
  };
  mkdirSync(dataDir, { recursive: true });
  writeFileSync(file, JSON.stringify(keys), { mode: 0o600 });
  return keys;
}

/**
 * A new RSA key, read back from its text: Node 20 hangs when the garbage collector runs over the job that generated a key
 * while that key is exported as JWK. A key read from text has no such job.
 */
function newPrivateKey(): KeyObject {
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  return createPrivateKey(privateKey);
}
