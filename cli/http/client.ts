import { EXIT, Failure, UnknownResult } from '../failure';
import { problemLine } from './problem';

/** An answer as it came: its text is what `--json` prints. */
export type Answer<T> = {
  readonly status: number;
  readonly body: T;
  readonly text: string;
  readonly headers: Headers;
};

/** What is asked by query; what is undefined is left out. */
export type Query = Readonly<Record<string, string | number | boolean | undefined>>;

export type Reading = {
  readonly query?: Query;
  /** The entity tag of the answer that the caller has; then the status may be 304 and the body undefined. */
  readonly known?: string;
  /** The words for what an older API has not: a 404 then says so. */
  readonly what?: string;
};

export type Changing = {
  readonly key: string;
  readonly ifMatch?: string;
  readonly what?: string;
};

/** Text of another type than JSON, sent as it is. */
export type Upload = { readonly type: string; readonly content: Buffer };

/** The API as one signed-in user reaches it; paths are those after `/api/v1`. Everything but a good answer is thrown. */
export type Api = {
  readonly get: <T>(path: string, reading?: Reading) => Promise<Answer<T>>;
  readonly post: <T>(path: string, body: unknown, changing: Changing) => Promise<Answer<T>>;
  readonly upload: <T>(path: string, file: Upload, changing: Changing) => Promise<Answer<T>>;
};

/** Where access tokens come from. */
export type TokenSource = {
  readonly token: () => Promise<string>;
  /** Another one after the API refused the first; undefined where there is none to be had. */
  readonly renew: () => Promise<string | undefined>;
};

const PATIENCE = 60_000;
const UPLOAD_PATIENCE = 600_000;
/** Faults of a connection that was never made: nothing has been sent. */
const NOT_SENT = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'];

/** The API at an address. */
export function createApi(url: string, tokens: TokenSource, language?: string): Api {
  const usual = { accept: 'application/json', ...(language && { 'accept-language': language }) };

  async function send(path: string, init: RequestInit, token: string, patience: number): Promise<Response> {
    const headers = { ...usual, ...init.headers, authorization: `Bearer ${token}` };
    try {
      return await fetch(`${url}/api/v1${path}`, {
        ...init,
        headers,
        redirect: 'error',
        signal: AbortSignal.timeout(patience),
      });
    } catch (fault) {
      throw unreachable(url, fault, init.method === 'POST');
    }
  }

  async function ask<T>(path: string, init: RequestInit, what?: string, patience = PATIENCE) {
    const first = await send(path, init, await tokens.token(), patience);
    const renewed = first.status === 401 ? await tokens.renew() : undefined;
    const response = renewed === undefined ? first : await send(path, init, renewed, patience);
    const text = await response.text().catch((fault: unknown) => {
      throw unreachable(url, fault, init.method === 'POST');
    });
    return read<T>(response, text, init, what);
  }

  return {
    get: (path, { query = {}, known, what } = {}) =>
      ask(
        `${path}${queryString(query)}`,
        { headers: known === undefined ? {} : { 'if-none-match': known } },
        what,
      ),
    post: (path, body, changing) =>
      ask(path, change(changing, 'application/json', JSON.stringify(body)), changing.what),
    upload: (path, { type, content }, changing) =>
      ask(path, change(changing, type, new Uint8Array(content)), changing.what, UPLOAD_PATIENCE),
  };
}

function change({ key, ifMatch }: Changing, type: string, body: string | Uint8Array): RequestInit {
  const headers = { 'content-type': type, 'idempotency-key': key, ...(ifMatch && { 'if-match': ifMatch }) };
  return { method: 'POST', headers, body };
}

function queryString(query: Query): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) search.set(name, String(value));
  }
  return search.size > 0 ? `?${search.toString()}` : '';
}

function read<T>(
  { status, headers, ok }: Response,
  text: string,
  { method }: RequestInit,
  what?: string,
): Answer<T> {
  if (ok || status === 304) {
    const isJson = /^application\/json\b/.test(headers.get('content-type') ?? '');
    return { status, headers, text, body: (isJson && text ? JSON.parse(text) : undefined) as T };
  }
  throw refusal(status, text, method === 'POST', what);
}

/** What a no of the API ends the command with. After a fault of its own nobody knows what became of a change. */
function refusal(status: number, text: string, isChange: boolean, what?: string): Failure {
  const line = problemLine(status, text);
  if (status === 401) return new Failure(EXIT.notSignedIn, `${line} Sign in with: etablering login`, text);
  if (what && isUnknownAddress(status, text))
    return new Failure(EXIT.refused, `This API has no ${what}.`, text);
  return status >= 500 && isChange
    ? new UnknownResult(EXIT.refused, line, text, status)
    : new Failure(EXIT.refused, line, text, status);
}

/** What an API says of an address that it does not have; of a thing that is not there it names the thing. */
function isUnknownAddress(status: number, text: string): boolean {
  return status === 405 || (status === 404 && problemLine(status, text) === 'There is no such resource.');
}

/** Nobody answered. Of a change that had been sent nobody knows whether it was taken. */
export function unreachable(url: string, fault: unknown, isChange = false): Failure {
  const cause =
    fault instanceof Error ? ((fault.cause as NodeJS.ErrnoException | undefined) ?? fault) : undefined;
  const code = cause && 'code' in cause ? String(cause.code) : (cause?.name ?? 'unknown fault');
  const line = `${url} cannot be reached: ${code}`;
  return isChange && !NOT_SENT.includes(code)
    ? new UnknownResult(EXIT.unreachable, line)
    : new Failure(EXIT.unreachable, line);
}
