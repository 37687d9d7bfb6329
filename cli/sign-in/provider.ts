/** The OpenID Connect provider: its address, sign-in by device code (RFC 8628), refresh (RFC 6749 §6). */
import * as oidc from 'openid-client';
import { unreachable } from '../http/client';
import { EXIT, Failure } from '../failure';
import type { Settings } from '../settings';
import type { Session } from './session-file';

/** What the user is to do: open the address and confirm the code before it ends. */
export type DeviceCode = { readonly address: string; readonly code: string; readonly seconds: number };

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/;

/** The provider that the API names in its metadata (RFC 9728), unless the surroundings name one. */
export async function findIssuer({ issuer, url }: Settings): Promise<string> {
  if (issuer) return issuer;
  const response = await fetch(`${url}/.well-known/oauth-protected-resource`, {
    signal: AbortSignal.timeout(10_000),
  }).catch((fault: unknown) => {
    throw unreachable(url, fault);
  });
  const named = response.ok ? ((await response.json()) as { authorization_servers?: string[] }) : {};
  const first = named.authorization_servers?.[0];
  if (first === undefined) {
    throw new Failure(EXIT.refused, `${url} does not say where to sign in; set ETABLERING_ISSUER`);
  }
  return first;
}

/** Signs in by a code that the user confirms on any device; `tell` is given it. Waits until they have. */
export async function signInByDevice(
  { clientId, scope }: Settings,
  issuer: string,
  tell: (code: DeviceCode) => void,
): Promise<Session> {
  const provider = await discover(issuer, clientId);
  return answered(issuer, async () => {
    const asked = await oidc.initiateDeviceAuthorization(provider, { scope });
    const address = asked.verification_uri_complete ?? asked.verification_uri;
    tell({ address, code: asked.user_code, seconds: asked.expires_in });
    return sessionOf(issuer, clientId, await oidc.pollDeviceAuthorizationGrant(provider, asked));
  });
}

/** A session with a new access token; undefined where the provider gives none any more. */
export async function refresh({ issuer, clientId, refreshToken }: Session): Promise<Session | undefined> {
  if (refreshToken === undefined) return undefined;
  const provider = await discover(issuer, clientId);
  try {
    const given = await oidc.refreshTokenGrant(provider, refreshToken);
    return { refreshToken, ...sessionOf(issuer, clientId, given) };
  } catch (fault) {
    if (fault instanceof oidc.ResponseBodyError) return undefined;
    throw unreachable(issuer, fault);
  }
}

/** Tells the provider that a sign-in is over, where it takes such word (RFC 7009). */
export async function revoke({ issuer, clientId, refreshToken, accessToken }: Session): Promise<void> {
  const provider = await discover(issuer, clientId);
  if (!provider.serverMetadata().revocation_endpoint) return;
  await answered(issuer, () => oidc.tokenRevocation(provider, refreshToken ?? accessToken));
}

async function discover(issuer: string, clientId: string): Promise<oidc.Configuration> {
  // Tokens in clear only to this very machine.
  const isLocal = LOOPBACK.test(new URL(issuer).hostname);
  const execute = isLocal ? [oidc.allowInsecureRequests] : [];
  try {
    return await oidc.discovery(new URL(issuer), clientId, undefined, oidc.None(), { execute });
  } catch (fault) {
    throw unreachable(issuer, fault);
  }
}

/** A refusal of the provider in its own words; anything else is that it cannot be reached. */
async function answered<T>(issuer: string, ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (fault) {
    if (!(fault instanceof oidc.ResponseBodyError)) throw unreachable(issuer, fault);
    throw new Failure(EXIT.notSignedIn, `not signed in: ${fault.error_description ?? fault.error}`);
  }
}

function sessionOf(
  issuer: string,
  clientId: string,
  given: Awaited<ReturnType<typeof oidc.refreshTokenGrant>>,
): Session {
  const { access_token: accessToken, refresh_token: refreshToken, expires_in: seconds = 300 } = given;
  const expiresAt = Date.now() + seconds * 1000;
  return { issuer, clientId, accessToken, expiresAt, ...(refreshToken && { refreshToken }) };
}
