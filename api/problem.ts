import type { NextFunction, Request, Response } from 'express';
import type { Logger } from 'pino';
import type { z } from 'zod';
import type { StepStatus } from '../domain/model/plan';
import { isDatabaseAway } from '../register/health/faults';

/** Every problem type of the API by its stable name under `/problems/`. A name is never given another meaning. */
export const PROBLEMS = {
  'invalid-request': { status: 400, title: 'The request is malformed' },
  'not-signed-in': { status: 401, title: 'A valid access token is needed' },
  'bad-signature': { status: 401, title: 'The signature of the webhook does not hold' },
  'not-allowed': { status: 403, title: 'The caller may not do this' },
  'not-found': { status: 404, title: 'There is nothing here that the caller may know of' },
  'method-not-allowed': { status: 405, title: 'The resource does not take this method' },
  blocked: { status: 409, title: 'The step waits for other steps' },
  'not-open': { status: 409, title: 'The step is not open' },
  'being-answered': { status: 409, title: 'An answer to the step is already being taken' },
  'not-reopenable': { status: 409, title: 'The step cannot be reopened' },
  'already-assigned': { status: 409, title: 'The step is a colleague’s' },
  'preview-expired': { status: 409, title: 'The preview has expired' },
  'already-started': { status: 409, title: 'The action has been started already' },
  'not-running': { status: 409, title: 'The action is not running' },
  'not-paused': { status: 409, title: 'The step is not paused' },
  'identifier-in-use': { status: 409, title: 'The identifier is in use already' },
  'absence-overlaps': { status: 409, title: 'There is an absence in those days already' },
  'already-proposed': { status: 409, title: 'Another completion of the step waits for a second person' },
  'proposal-decided': { status: 409, title: 'The proposal has been decided' },
  'idempotency-key-reused': { status: 409, title: 'The Idempotency-Key was used with another body' },
  'import-ended': { status: 409, title: 'The import has ended' },
  'no-word-awaited': { status: 409, title: 'No decision about the row is waited for' },
  'case-closed': { status: 410, title: 'The case is closed' },
  'stale-revision': { status: 412, title: 'It has changed since it was read' },
  'too-large': { status: 413, title: 'The request is too large' },
  'unsupported-media-type': { status: 415, title: 'The request is not in a format that the resource takes' },
  'too-many-cases': { status: 422, title: 'The action is for more cases than one action may have' },
  'unknown-colleague': { status: 422, title: 'The colleague is not known here or may not see the case' },
  'not-deliverable': { status: 422, title: 'What is to be told cannot be delivered that way' },
  'too-many': { status: 422, title: 'There are as many of these as there may be' },
  'absence-not-possible': { status: 422, title: 'Nobody can be away like this' },
  'not-allowed-now': { status: 422, title: 'The outcome is not allowed now' },
  'after-case-time': { status: 422, title: 'The day has not come yet' },
  'day-passed': { status: 422, title: 'The day has passed already' },
  'date-not-movable': { status: 422, title: 'The date is not moved by an extension' },
  'not-later': { status: 422, title: 'An extension is to a later day' },
  'served-before-decided': { status: 422, title: 'A decision cannot be served before it is made' },
  'idempotency-key-required': { status: 428, title: 'An Idempotency-Key is required' },
  'too-many-requests': { status: 429, title: 'Too many requests at once' },
  'internal-error': { status: 500, title: 'The request could not be handled' },
  unavailable: { status: 503, title: 'The service is away for a moment' },
} as const satisfies Record<string, { status: number; title: string }>;
export type ProblemType = keyof typeof PROBLEMS;

/** What a problem tells besides its type: texts for people, codes for machines, never personal data. */
export type ProblemExtras = {
  readonly invalidParameters?: readonly { readonly name: string; readonly reason: string }[];
  readonly stepId?: string;
  readonly currentStatus?: StepStatus;
  readonly rule?: string;
  readonly law?: string;
  /** Subject of the colleague whose step it is. */
  readonly assignee?: string;
  /** The days that are in the way, the last one included. */
  readonly days?: { readonly from: string; readonly to: string };
  /** Id of the proposal that stands. */
  readonly proposalId?: string;
};

/** A request that is answered with `application/problem+json` (RFC 9457). The only error that handlers throw. */
export class Problem extends Error {
  constructor(
    readonly type: ProblemType,
    readonly detail: string,
    readonly extras: ProblemExtras = {},
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(type);
  }

  get status(): number {
    return PROBLEMS[this.type].status;
  }

  /** The answer's body; `instance` is the path of the request. */
  body(instance: string): Record<string, unknown> {
    const { status, title } = PROBLEMS[this.type];
    return { type: `/problems/${this.type}`, title, status, detail: this.detail, instance, ...this.extras };
  }
}

/** The 404 for whatever is not there, or not to be known of by the caller: both read the same. */
export function notFound(what: string): Problem {
  return new Problem('not-found', `There is no such ${what}.`);
}

/** The 503 while a part that the request needs is away. */
export function unavailable(detail: string): Problem {
  return new Problem('unavailable', detail, {}, { 'Retry-After': '5' });
}

/** The 409 for a key that came before with another body. */
export function keyReused(): Problem {
  return new Problem('idempotency-key-reused', 'The same key came before with another body; use a new key.');
}

/** The 400 for input that a schema refuses, naming every faulty parameter. */
export function invalidRequest(error: z.ZodError, where = ''): Problem {
  const invalidParameters = error.issues.flatMap(meantIssues).flatMap((issue) => {
    const keys = issue.code === 'unrecognized_keys' ? issue.keys : [];
    const names = keys.length > 0 ? keys.map((key) => [...issue.path, key]) : [issue.path];
    const reason = keys.length > 0 ? 'is not a known parameter' : issue.message;
    return names.map((name) => ({ name: name.map(String).join('.') || where || 'body', reason }));
  });
  return new Problem('invalid-request', 'One or more parameters are wrong.', { invalidParameters });
}

/** Of what fits no branch of a union, the faults in the branch that was meant: the one that goes wrong the deepest. */
function meantIssues(issue: z.core.$ZodIssue): z.core.$ZodIssue[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue];
  const branches = issue.errors.map((branch) => branch.flatMap(meantIssues));
  const [meant = []] = branches.toSorted((one, other) => depthOf(other) - depthOf(one));
  return meant.map((each) => ({ ...each, path: [...issue.path, ...each.path] }));
}

function depthOf(issues: readonly z.core.$ZodIssue[]): number {
  return Math.min(...issues.map(({ path }) => path.length));
}

/** Errors that Express and its body parsers make, by their `type` or name. */
const PARSER_PROBLEMS: Readonly<Record<string, readonly [ProblemType, string]>> = {
  'entity.too.large': ['too-large', 'A request body may hold at most 256 kB.'],
  'entity.parse.failed': ['invalid-request', 'The body is not JSON.'],
  'encoding.unsupported': ['unsupported-media-type', 'The body has an unknown Content-Encoding.'],
  'charset.unsupported': ['unsupported-media-type', 'The body has an unknown charset.'],
  'request.aborted': ['invalid-request', 'The request ended before its body did.'],
  'request.size.invalid': ['invalid-request', 'The body does not have the length it was said to have.'],
};

/** The problem that any error is answered with; what nobody foresaw becomes a 500 without detail. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (isDatabaseAway(error)) return unavailable('The register is away; try again soon.');
  const { type, status } = Object(error) as { type?: unknown; status?: unknown };
  const known = typeof type === 'string' ? PARSER_PROBLEMS[type] : undefined;
  if (known) return new Problem(known[0], known[1]);
  if (status === 400) return new Problem('invalid-request', 'The request could not be read.');
  return new Problem('internal-error', 'The fault has been noted.');
}

/** What a log may hold of a fault: where it arose, never the values that it met (PostgreSQL quotes them). */
function trace(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { kind: typeof error };
  const frames = (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '));
  const code = 'code' in error ? String(error.code) : undefined;
  return { kind: error.name, code, frames: frames.slice(0, 12) };
}

/** Last in the chain: answers every error as `application/problem+json`, and logs those that are ours. */
export function answerProblems(logger: Logger) {
  return function problemHandler(error: unknown, req: Request, res: Response, next: NextFunction): void {
    const problem = problemOf(error);
    // The route and not the address: that names cases, and of a calendar it is the secret.
    const route = (req.route as { path?: string } | undefined)?.path ?? 'unknown';
    if (problem.status >= 500) logger.error({ fault: trace(error), route }, 'request failed');
    if (res.headersSent) {
      next(error);
      return;
    }
    res
      .status(problem.status)
      .set(problem.headers)
      .type('application/problem+json')
      .send(JSON.stringify(problem.body(req.originalUrl.split('?')[0] ?? req.path)));
  };
}
