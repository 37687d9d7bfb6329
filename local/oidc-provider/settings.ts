import type { ClientMetadata, Configuration, KoaContextWithOIDC } from 'oidc-provider';
import { DEMONSTRATION_SECRET, IDENTITIES, identityNamed } from '../identities';
import type { ProviderKeys } from './keys';

/** Every token is for this one resource, the API; its name inside the provider, where a resource must be a URI. */
const RESOURCE = 'urn:etablering:api';
const SCOPE = 'api';
const HOURS = 3600;
const DAYS = 24 * HOURS;

/** Clients that people sign in through: the browser on this machine, and programs without one. */
const BROWSER = 'etablering-browser';
const DEVICE = 'etablering-device';

/** The provider's settings: RS256 access tokens for `audience`, with the identity's claims in them. */
export function providerSettings(audience: string, keys: ProviderKeys): Configuration {
  return {
    clients: [...signInClients(), ...machineClients()],
    jwks: { keys: [{ ...keys.signing }] },
    cookies: { keys: [...keys.cookies] },
    pkce: { required: () => true },
    ttl: {
      AccessToken: 8 * HOURS,
      ClientCredentials: 8 * HOURS,
      Grant: 14 * DAYS,
      IdToken: HOURS,
      RefreshToken: 14 * DAYS,
      Session: 8 * HOURS,
    },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    findAccount: (_context, name) =>
      identityNamed(name) && {
        accountId: name,
        claims: () => ({ sub: name, ...identityNamed(name)?.claims }),
      },
    loadExistingGrant: grantOf,
    extraTokenClaims: (_context, token) => {
      const name = token.kind === 'ClientCredentials' ? token.clientId : token.accountId;
      return { ...identityNamed(name ?? '')?.claims };
    },
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      deviceFlow: { enabled: true },
      revocation: { enabled: true },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => RESOURCE,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({
          scope: SCOPE,
          audience,
          accessTokenTTL: 8 * HOURS,
          accessTokenFormat: 'jwt',
          jwt: { sign: { alg: 'RS256' } },
        }),
      },
    },
  };
}

/** Who signs in here has nothing to consent to: the demonstration's own clients get what they ask for. */
async function grantOf({
  oidc,
}: KoaContextWithOIDC): Promise<InstanceType<typeof oidc.provider.Grant> | undefined> {
  const { client, session, provider } = oidc;
  if (!client || !session?.accountId) return undefined;
  const given = session.grantIdFor(client.clientId);
  const found = given ? await provider.Grant.find(given) : undefined;
  if (found) return found;
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope('openid offline_access');
  grant.addResourceScope(RESOURCE, SCOPE);
  await grant.save();
  return grant;
}

function machineClients(): readonly ClientMetadata[] {
  return IDENTITIES.map(({ name }) => ({
    client_id: name,
    client_secret: DEMONSTRATION_SECRET,
    grant_types: ['client_credentials'],
    redirect_uris: [],
    response_types: [],
  }));
}

function signInClients(): readonly ClientMetadata[] {
  const isPublic = { token_endpoint_auth_method: 'none', application_type: 'native' } as const;
  return [
    {
      ...isPublic,
      client_id: BROWSER,
      grant_types: ['authorization_code'],
      response_types: ['code'],
      // A native client's loopback address stands for every port.
      redirect_uris: ['http://127.0.0.1/callback', 'http://localhost/callback'],
    },
    {
      ...isPublic,
      client_id: DEVICE,
      grant_types: ['urn:ietf:params:oauth:grant-type:device_code', 'refresh_token'],
      response_types: [],
      redirect_uris: [],
    },
  ];
}
