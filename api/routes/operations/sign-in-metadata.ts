import { z } from 'zod';
import { defineEndpoint } from '../../endpoint';

const SignInMetadata = z
  .object({
    resource: z.url().describe("The API's own address"),
    authorization_servers: z.array(z.url()).describe('OpenID Connect providers whose access tokens it takes'),
    bearer_methods_supported: z.array(z.literal('header')),
  })
  .meta({
    id: 'SignInMetadata',
    description: 'OAuth 2.0 Protected Resource Metadata; its names are those of RFC 9728',
  });

/** GET /.well-known/oauth-protected-resource: where a program sends its user to sign in (RFC 9728). */
export const signInMetadataEndpoint = defineEndpoint({
  method: 'get',
  path: '/.well-known/oauth-protected-resource',
  tag: 'Operations',
  summary: 'Where to sign in (RFC 9728)',
  access: 'public',
  auditEvent: 'none',
  status: 200,
  result: SignInMetadata,
  async handle(_request, { config: { api, oidc } }) {
    const body = {
      resource: api.publicUrl,
      authorization_servers: [oidc.issuer],
      bearer_methods_supported: ['header' as const],
    };
    return { body };
  },
});
