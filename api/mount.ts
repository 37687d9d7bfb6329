import { json, raw } from 'express';
import type { Express, NextFunction, Request, RequestHandler, Response } from 'express';
import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import type { CaseId, HouseholdId } from '../domain/model/ids';
import { bodyHash, requestMessageId } from '../register/message-id';
import { findMessage } from '../register/messages/store';
import type { StoredResponse } from '../register/schema';
import { recordListing, recordReads } from '../register/reading/reads';
import { requireCase, requireHousehold, requireRole, requireSteps } from './auth/access';
import { ANONYMOUS, type Caller } from './auth/caller';
import { openUpload, requireUpload } from './imports/upload';
import { type Answer, type Endpoint, type MessageIdentity, isMedia } from './endpoint';
import { sendTable, wantedFormat } from './exports/send';
import { invalidRequest, keyReused, Problem } from './problem';
import type { Services } from './services';

const BODY_LIMIT = '256kb';
const jsonBody = json({ limit: BODY_LIMIT });
const rawBody = raw({ limit: BODY_LIMIT, type: () => true });

/** A request between its parsing and its handler. */
type Parsed = {
  readonly caller: Caller;
  readonly path: string;
  readonly params: unknown;
  readonly query: unknown;
  readonly headers: unknown;
  readonly body: unknown;
};

/**
 * Adds the endpoints to the application. Throws, naming the route, when one does not declare who may call it or which
 * ledger event it leaves, so that the API does not start with it.
 */
export function mount(app: Express, endpoints: readonly Endpoint[], services: Services): void {
  const methods = new Map<string, string[]>();
  for (const endpoint of endpoints) {
    requireDeclarations(endpoint);
    const path = endpoint.path.replaceAll(/\{(\w+)\}/g, ':$1');
    app[endpoint.method](path, ...bodyParsers(endpoint, services), handler(endpoint, services));
    methods.set(path, [...(methods.get(path) ?? []), endpoint.method.toUpperCase()]);
  }
  for (const [path, allowed] of methods) {
    app.all(path, () => {
      const Allow = allowed.join(', ');
      throw new Problem('method-not-allowed', `This resource takes ${Allow}.`, {}, { Allow });
    });
  }
}

/** Types already ask for both; this holds where a cast or plain JavaScript went around them. */
function requireDeclarations(endpoint: Partial<Endpoint>): void {
  const route = `${endpoint.method?.toUpperCase()} ${endpoint.path}`;
  if (endpoint.access === undefined) throw new TypeError(`${route} does not declare who may call it`);
  if (endpoint.auditEvent === undefined) throw new TypeError(`${route} does not declare its ledger event`);
}

/** Sign-in first: nobody unknown makes the API read a body. */
function bodyParsers(endpoint: Endpoint, services: Services): RequestHandler[] {
  const signIn: RequestHandler = async (req, res, next) => {
    res.locals.caller =
      typeof endpoint.access === 'string'
        ? ANONYMOUS
        : await services.authenticate(req.headers.authorization);
    const caller = res.locals.caller as Caller;
    requireRole(caller, endpoint.access);
    if (typeof endpoint.access !== 'string') await services.remember(caller);
    next();
  };
  if (endpoint.upload) return [signIn, requireUpload(endpoint.upload)];
  if (!endpoint.body) return [signIn];
  return [signIn, requireJson, endpoint.rawBody ? rawBody : jsonBody];
}

function requireJson(req: Request, _res: Response, next: NextFunction): void {
  const isEmpty = req.headers['content-length'] === '0' || req.is('*/*') === null;
  if (!isEmpty && !req.is('application/json')) {
    throw new Problem('unsupported-media-type', 'Send the body as application/json.');
  }
  next();
}

function handler(endpoint: Endpoint, services: Services): RequestHandler {
  return async (req, res) => {
    const parsed = parseRequest(endpoint, req, res);
    // Before anything is repeated: whoever may no longer see the case is not shown it by an old key.
    await requireScope(endpoint, parsed, services);
    const message = endpoint.idempotencyKey && (await identify(endpoint, req, parsed, services));
    if (message?.earlier?.response && !endpoint.upload) {
      sendStored(res, message.earlier.response);
      return;
    }
    const answer = await endpoint.handle({ ...parsed, message }, services);
    await audit(endpoint, parsed.caller, answer, services);
    if (answer.stored) sendStored(res, answer.stored);
    else await sendAnswer(endpoint, req, res, answer);
  };
}

/** Messages leave their ledger row with the case that takes them; reads leave theirs here, before the answer goes out. */
async function audit(
  endpoint: Endpoint,
  caller: Caller,
  answer: Answer<unknown>,
  services: Services,
): Promise<void> {
  const { auditEvent, path } = endpoint;
  const cases = answer.read ?? [];
  if (auditEvent === 'read') await recordReads(services.register, caller.subject, cases, path);
  if (auditEvent === 'list') await recordListing(services.register, caller.subject, cases, path);
}

function parseRequest(endpoint: Endpoint, req: Request, res: Response): Parsed {
  const params = parse(endpoint.params, req.params, 'path');
  const query = parse(endpoint.query ?? z.strictObject({}), req.query, 'query');
  const headers = parse(endpoint.headers, req.headers, 'headers');
  const body = bodyOf(endpoint, req, params);
  return { caller: res.locals.caller as Caller, path: req.path, params, query, headers, body };
}

function bodyOf(endpoint: Endpoint, req: Request, params: unknown): unknown {
  if (endpoint.upload) return openUpload(req, endpoint.upload);
  if (endpoint.rawBody) return bytes(req.body);
  return parse(endpoint.bodyFor?.(params) ?? endpoint.body, req.body, 'body');
}

function bytes(body: unknown): Buffer {
  return Buffer.isBuffer(body) ? body : Buffer.alloc(0);
}

function parse(schema: z.ZodType | undefined, value: unknown, where: string): unknown {
  if (!schema) return undefined;
  const read = schema.safeParse(value);
  if (!read.success) throw invalidRequest(read.error, where);
  return read.data;
}

/** Finds what an earlier request under the same key left. Throws 428 without a needed key, 409 for another body. */
async function identify(
  endpoint: Endpoint,
  req: Request,
  { caller, body }: Parsed,
  services: Services,
): Promise<MessageIdentity> {
  const given = req.headers['idempotency-key'];
  const key = z.string().trim().min(1).max(255).optional().safeParse(given);
  if (!key.success) {
    const reason = 'must be 1 to 255 characters';
    throw new Problem('invalid-request', 'One or more parameters are wrong.', {
      invalidParameters: [{ name: 'Idempotency-Key', reason }],
    });
  }
  if (key.data === undefined && endpoint.idempotencyKey === 'required') {
    throw new Problem('idempotency-key-required', 'Send a new Idempotency-Key with each new request.');
  }
  const id = requestMessageId(caller.subject, endpoint.method, req.path, key.data ?? randomUUID());
  const hash = endpoint.upload ? '' : bodyHash(body);
  const earlier = await findMessage(services.register, id);
  if (earlier && !endpoint.upload && earlier.bodyHash !== hash) throw keyReused();
  return { id, bodyHash: hash, earlier };
}

async function requireScope(endpoint: Endpoint, parsed: Parsed, { register }: Services): Promise<void> {
  const { access, touches } = endpoint;
  if (typeof access === 'string') return;
  const { caseId, householdId } = Object(parsed.params) as { caseId: CaseId; householdId: HouseholdId };
  if (access.within === 'case') await requireCase(register, parsed.caller, caseId);
  if (access.within === 'household') await requireHousehold(register, parsed.caller, householdId);
  if (touches) requireSteps(parsed.caller, endpoint.touches?.(parsed) ?? []);
}

async function sendAnswer(
  endpoint: Endpoint,
  req: Request,
  res: Response,
  answer: Answer<unknown>,
): Promise<void> {
  const status = answer.status ?? endpoint.status;
  res.status(status).set(answer.headers ?? {});
  if (status === 304) {
    res.end();
  } else if (status === endpoint.status && isMedia(endpoint.result)) {
    res.type(endpoint.result.contentType);
    if (answer.body instanceof Readable) await pipeline(answer.body, res);
    else res.send(answer.body);
  } else {
    await sendChecked(endpoint, req, res, checkAnswer(endpoint, status, answer.body));
  }
}

async function sendChecked(endpoint: Endpoint, req: Request, res: Response, body: unknown): Promise<void> {
  const format = endpoint.table && wantedFormat(req);
  if (endpoint.table) res.vary('Accept');
  if (endpoint.table && format) await sendTable(res, format, endpoint.table(body));
  else res.json(body);
}

/** Parses what goes out: a field that no schema names never leaves, and an answer that does not fit is our defect. */
function checkAnswer(endpoint: Endpoint, status: number, body: unknown): unknown {
  const result = isMedia(endpoint.result) ? undefined : endpoint.result;
  const schema = status === endpoint.status ? result : endpoint.otherResults?.[status]?.schema;
  if (!schema) throw new TypeError(`${endpoint.path} answers ${status} without a schema`);
  const read = schema.safeParse(body);
  if (read.success) return read.data;
  const where = read.error.issues.map((issue) => issue.path.join('.')).join(', ');
  throw new TypeError(`the answer of ${endpoint.path} does not fit its schema at ${where}`);
}

/** Gives a repeat the very answer that the first request got. */
function sendStored(res: Response, { status, headers, body }: StoredResponse): void {
  res.status(status).set(headers ?? {});
  const type = status >= 400 ? 'application/problem+json' : 'application/json';
  res.type(type).send(JSON.stringify(body));
}
