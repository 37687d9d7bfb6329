import type { TokenSource } from '../http/client';
import { EXIT, Failure } from '../failure';
import type { Settings } from '../settings';
import { readSession, type Session, writeSession } from './session-file';

/** A token that ends within this is not begun with. */
const MARGIN = 30_000;

/** The token of the surroundings, else that of the sign-in to this API, refreshed when it has run out. */
export function tokensOf(settings: Settings): TokenSource {
  const { token: given, folder, url } = settings;
  if (given !== undefined) return { token: async () => given, renew: async () => undefined };

  async function renewed(session: Session): Promise<string | undefined> {
    // Few commands need it, and it takes as long to load as all the rest.
    const { refresh } = await import('./provider.js');
    const fresh = await refresh(session);
    if (fresh) writeSession(folder, url, fresh);
    return fresh?.accessToken;
  }

  return {
    async token() {
      const session = readSession(folder, url);
      if (!session) throw new Failure(EXIT.notSignedIn, 'Sign in first: etablering login');
      if (session.expiresAt > Date.now() + MARGIN) return session.accessToken;
      const token = await renewed(session);
      if (token === undefined) {
        throw new Failure(EXIT.notSignedIn, 'The sign-in has run out. Sign in again: etablering login');
      }
      return token;
    },
    async renew() {
      const session = readSession(folder, url);
      return session && renewed(session);
    },
  };
}

/** What an access token says of its bearer; nothing of one that is no JWT. For showing only: the API checks tokens. */
export function claimsOf(token: string): {
  readonly sub?: string;
  readonly role?: string;
  readonly agency?: string;
} {
  try {
    return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
  } catch {
    return {};
  }
}
