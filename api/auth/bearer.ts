import { createRemoteJWKSet, errors, type JWTVerifyGetKey, jwtVerify } from 'jose';
import { z } from 'zod';
import { Problem, unavailable } from '../problem';
import { type Caller, Claims } from './caller';

/** Checks the value of an `Authorization` header; throws the 401, or the 503 while the provider's keys are out of reach. */
export type Authenticate = (authorization: string | undefined) => Promise<Caller>;

/** The token's issuer and the audience that it must be meant for. */
export type TokenSettings = { readonly issuer: string; readonly audience: string };

const CLOCK_TOLERANCE_SECONDS = 5;
const ALGORITHMS = ['RS256', 'PS256', 'ES256', 'EdDSA'];
/** Codes of `jose` that say "the provider's keys could not be read". */
const KEYS_UNREAD = new Set(['ERR_JOSE_GENERIC', 'ERR_JWKS_TIMEOUT', 'ERR_JWKS_INVALID']);
const Discovery = z.object({ issuer: z.string(), jwks_uri: z.url() });

/** Reads the provider's discovery document (OpenID Connect Discovery 1.0 §4). Throws when it is out of reach. */
async function discoverKeys(issuer: string): Promise<JWTVerifyGetKey> {
  const url = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const answer = await fetch(url, { signal: AbortSignal.timeout(5_000) });
  if (!answer.ok) throw new Error(`discovery answered ${answer.status}`);
  const { jwks_uri } = Discovery.parse(await answer.json());
  return createRemoteJWKSet(new URL(jwks_uri), { timeoutDuration: 5_000, cooldownDuration: 5_000 });
}

function notSignedIn(detail: string, error?: 'invalid_token'): Problem {
  const challenge = error ? `Bearer realm="etablering", error="${error}"` : 'Bearer realm="etablering"';
  return new Problem('not-signed-in', detail, {}, { 'WWW-Authenticate': challenge });
}

/** Which failures of `jose` are the token's fault; all others mean that the keys could not be read. */
function isTokenFault(error: unknown): boolean {
  return error instanceof errors.JOSEError && !KEYS_UNREAD.has(error.code);
}

/** Verifies access tokens of one OpenID Connect provider. Connects at the first token, and again after a failure. */
export function bearerTokens({ issuer, audience }: TokenSettings): Authenticate {
  let keys: Promise<JWTVerifyGetKey> | undefined;

  async function providerKeys(): Promise<JWTVerifyGetKey> {
    keys ??= discoverKeys(issuer);
    try {
      return await keys;
    } catch {
      keys = undefined;
      throw unavailable('The sign-in service cannot be reached; try again soon.');
    }
  }

  return async function authenticate(authorization) {
    const token = /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1];
    if (!token) throw notSignedIn('Send an access token as "Authorization: Bearer <token>".');
    const getKey = await providerKeys();
    const options = { issuer, audience, algorithms: ALGORITHMS, clockTolerance: CLOCK_TOLERANCE_SECONDS };
    const { payload } = await jwtVerify(token, getKey, { ...options, requiredClaims: ['exp'] }).catch(
      (error: unknown) => {
        if (isTokenFault(error)) throw notSignedIn('The access token is not valid here.', 'invalid_token');
        throw unavailable('The sign-in service cannot be reached; try again soon.');
      },
    );
    const claims = Claims.safeParse(payload);
    if (!claims.success)
      throw notSignedIn('The access token carries no role that is known here.', 'invalid_token');
    const { sub, ...known } = claims.data;
    return { subject: sub, ...known };
  };
}
