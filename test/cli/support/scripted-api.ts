import type { IncomingHttpHeaders } from 'node:http';
import { listen, type Listening } from './command';

/** A request as it came. */
export type Asked = {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
};

/** What is answered: a status with JSON, or with text of another type. */
export type Scripted = {
  readonly status?: number;
  readonly headers?: Record<string, string>;
  readonly body?: unknown;
};

/** An API that answers what a test says, for what the real one cannot be brought to answer at will. */
export type ScriptedApi = Listening & {
  readonly asked: Asked[];
  /** What `METHOD /path` is answered, one after the other; the last one from then on. */
  readonly answers: Map<string, Scripted[]>;
};

/** Starts one; what no answer was given for is 404, as at an API that does not have it. */
export async function scriptApi(): Promise<ScriptedApi> {
  const asked: Asked[] = [];
  const answers = new Map<string, Scripted[]>();
  const missing: Scripted = {
    status: 404,
    body: { type: '/problems/not-found', detail: 'There is no such resource.' },
  };
  const listening = await listen((request, response) => {
    const { method = '', url = '', headers } = request;
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      asked.push({ method, path: url, headers, body: Buffer.concat(chunks).toString('utf8') });
      const script = answers.get(`${method} ${url.replace(/^\/api\/v1/, '')}`) ?? [missing];
      const {
        status = 200,
        headers: more,
        body,
      } = (script.length > 1 ? script.shift() : script[0]) ?? missing;
      const type = status >= 400 ? 'application/problem+json' : 'application/json';
      response.writeHead(status, { 'content-type': type, ...more });
      response.end(typeof body === 'string' ? body : JSON.stringify(body));
    });
  });
  return { ...listening, asked, answers };
}
