import { randomUUID } from 'node:crypto';
import { requestToken } from '../local/request-token';

/** The API that a benchmark calls. */
export type Target = { readonly apiUrl: string; readonly issuer: string };

const tokens = new Map<string, { readonly token: string; readonly at: number }>();
/** Tokens live longer than this, in milliseconds. */
const FRESH = 240_000;

/** Calls the API as a demonstration identity; tokens are requested again when they are old. */
export async function ask(
  { apiUrl, issuer }: Target,
  identity: string,
  path: string,
  init: RequestInit & { duplex?: 'half' } = {},
): Promise<Response> {
  // One run may call several systems, and each accepts only the tokens of its own provider.
  const whose = `${issuer} ${identity}`;
  const known = tokens.get(whose);
  const isFresh = known !== undefined && Date.now() - known.at < FRESH;
  const token = isFresh ? known.token : await requestToken(issuer, identity);
  if (!isFresh) tokens.set(whose, { token, at: Date.now() });
  const headers = { authorization: `Bearer ${token}`, 'idempotency-key': randomUUID(), ...init.headers };
  return fetch(`${apiUrl}${path}`, { ...init, headers });
}
