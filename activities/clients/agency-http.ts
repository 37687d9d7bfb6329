import { z } from 'zod';
import type { SystemAgency } from '../../domain/model/agency';
import { failureOf, unanswered } from '../failures';
import type { AgencyAddress } from './agency-client';

const ANSWER_WITHIN_MS = 10_000;

/** One request to an agency. `answer` is the schema of a successful response. */
export type AgencyCall<Answer> = {
  readonly method: 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: object;
  readonly answer: z.ZodType<Answer>;
  /** Aborts the request before its timeout. */
  readonly signal?: AbortSignal;
};

export type AgencyHttp = <Answer>(call: AgencyCall<Answer>) => Promise<Answer>;

/** Schema of the response to a retraction: anything, since only its status matters. */
export const anyAnswer = z.unknown();

/**
 * Returns a function that sends requests to one agency: bearer key, JSON both ways, 10 s for the whole response, no
 * redirects (they would disclose the key), no retries. `code` extracts the code from the agency's error body. Throws the
 * errors of `activities/failures.ts`.
 */
export function agencyHttp(
  agency: SystemAgency,
  { url, apiKey, answerWithinMs = ANSWER_WITHIN_MS }: AgencyAddress,
  code: z.ZodType<string>,
): AgencyHttp {
  const base = url.replace(/\/+$/, '');
  return async ({ method, path, headers, body, answer, signal }) => {
    const init = {
      method,
      body: body && JSON.stringify(body),
      headers: { ...headers, authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
      signal: AbortSignal.any([AbortSignal.timeout(answerWithinMs), ...(signal ? [signal] : [])]),
    };
    const { response, content } = await exchanged(agency, `${base}${path}`, init);
    if (!response.ok) {
      const retryAfter = response.headers.get('retry-after') ?? undefined;
      throw failureOf({ agency, status: response.status, code: code.safeParse(content).data, retryAfter });
    }
    const read = answer.safeParse(content);
    if (read.success) return read.data;
    const where = read.error.issues.map((issue) => issue.path.join('.')).join(', ');
    throw unanswered(agency, `answered in another form than agreed: ${where}`);
  };
}

async function exchanged(
  agency: SystemAgency,
  url: string,
  init: RequestInit,
): Promise<{ response: Response; content: unknown }> {
  try {
    const response = await fetch(url, { ...init, redirect: 'error' });
    return { response, content: parsed(await response.text()) };
  } catch (error) {
    const isLate = (error as { name?: unknown }).name === 'TimeoutError';
    throw unanswered(agency, isLate ? 'did not answer in time' : 'cannot be reached', error);
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
