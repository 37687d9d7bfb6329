import { DEMONSTRATION_SECRET } from './identities';

/** An access token of a demonstration identity, by client credentials. Rejects with the provider's answer. */
export async function requestToken(issuer: string, identity: string): Promise<string> {
  const credentials = Buffer.from(`${identity}:${DEMONSTRATION_SECRET}`).toString('base64');
  const response = await fetch(`${issuer}/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${credentials}` },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
    signal: AbortSignal.timeout(10_000),
  });
  const answer = (await response.json()) as { access_token?: string };
  if (!answer.access_token) throw new Error(`${issuer} issues no token: ${JSON.stringify(answer)}`);
  return answer.access_token;
}
