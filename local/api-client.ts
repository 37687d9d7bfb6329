import type { Running } from './running';

/** The API as a demonstration identity reaches it; paths are those after `/api/v1`. */
export type ApiClient = {
  readonly get: <T>(identity: string, path: string) => Promise<T>;
  readonly post: <T>(identity: string, path: string, body: unknown, key: string) => Promise<T>;
};

/** The API sent an unexpected answer; the message holds method, address, status and body. */
export class UnexpectedAnswer extends Error {
  override readonly name = 'UnexpectedAnswer';
}

const TOKEN_KEPT = 60_000;

/** The API of a running system, with tokens asked for once a minute at most. */
export function apiClient(running: Running): ApiClient {
  const known = new Map<string, { token: string; until: number }>();

  async function tokenOf(identity: string): Promise<string> {
    const remembered = known.get(identity);
    if (remembered && remembered.until > Date.now()) return remembered.token;
    const token = await running.tokenOf(identity);
    known.set(identity, { token, until: Date.now() + TOKEN_KEPT });
    return token;
  }

  async function call<T>(identity: string, path: string, init: RequestInit = {}): Promise<T> {
    const headers = { authorization: `Bearer ${await tokenOf(identity)}`, ...init.headers };
    return fetchJson<T>(`${running.apiUrl}/api/v1${path}`, { ...init, headers });
  }

  return {
    get: (identity, path) => call(identity, path),
    post: (identity, path, body, key) =>
      call(identity, path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': key },
        body: JSON.stringify(body),
      }),
  };
}

/** The JSON that an address answers. Throws `UnexpectedAnswer` for any status but a good one. */
export async function fetchJson<T>(url: string, init: RequestInit): Promise<T> {
  const response = await fetch(url, init);
  const text = await response.text();
  if (!response.ok) {
    throw new UnexpectedAnswer(`${init.method ?? 'GET'} ${url} answered ${response.status}: ${text}`);
  }
  return JSON.parse(text) as T;
}
