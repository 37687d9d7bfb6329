import { z } from 'zod';
import {
  createDocument,
  type ZodOpenApiOperationObject,
  type ZodOpenApiPathsObject,
  type ZodOpenApiResponsesObject,
} from 'zod-openapi';
import { ProblemAnswer } from './answers/problem';
import { curlOf } from './docs/curl';
import { type Endpoint, isMedia } from './endpoint';
import { TABLE_FORMATS } from './exports/send';
import { PROBLEMS } from './problem';

const DESCRIPTION = `Each newcomer's path from delgivning of the permit to SFI, across the authorities that carry it.
Every changing request takes an \`Idempotency-Key\`: the same caller, key and body give the same answer for 30 days.
Errors are \`application/problem+json\`. Tokens come from the OpenID Connect provider; \`npm run -s token -- <identity>\`
prints one for a demonstration identity.`;

const IdempotencyKey = z.string().min(1).max(255).meta({
  description: 'New for each new request; a repeat with the same key and body gets the same answer',
  example: '0f9b6a0e-1c1f-4c53-9d43-0f3a4a6e1f60',
});

/** The API's own description, OpenAPI 3.1, made from the endpoints and nothing else. */
export function openApiDocument(endpoints: readonly Endpoint[]): Record<string, unknown> {
  const paths: ZodOpenApiPathsObject = {};
  for (const endpoint of endpoints) {
    paths[endpoint.path] = { ...paths[endpoint.path], [endpoint.method]: operation(endpoint) };
  }
  const document = createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Etablering',
      version: '1.0.0',
      description: DESCRIPTION,
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
    },
    servers: [{ url: '/' }],
    tags: [...new Set(endpoints.map(({ tag }) => tag))].map((name) => ({ name })),
    paths,
    components: {
      securitySchemes: {
        accessToken: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
      },
    },
  });
  return document as unknown as Record<string, unknown>;
}

function operation(endpoint: Endpoint): ZodOpenApiOperationObject {
  const { access } = endpoint;
  const asks = typeof access === 'object';
  return {
    operationId: operationId(endpoint),
    tags: [endpoint.tag],
    summary: endpoint.summary,
    ...(endpoint.description && { description: endpoint.description }),
    security: asks ? [{ accessToken: [] }] : [],
    requestParams: parametersOf(endpoint),
    ...(endpoint.body && { requestBody: { required: true, content: contentOf(endpoint) } }),
    responses: responses(endpoint),
    'x-access': asks ? [...access.roles] : access,
    'x-audit-event': endpoint.auditEvent,
    'x-codeSamples': [{ lang: 'Shell', source: curlOf(endpoint) }],
  };
}

function contentOf({ body, upload, example }: Endpoint) {
  if (upload)
    return Object.fromEntries(Object.entries(upload.types).map(([type, schema]) => [type, { schema }]));
  return {
    'application/json': { schema: body, ...(example?.body !== undefined && { example: example.body }) },
  };
}

function operationId({ method, path }: Endpoint): string {
  const words = path
    .replace('/api/v1', '')
    .split(/[^A-Za-z]+/)
    .filter(Boolean);
  return [method, ...words.map((word) => word.charAt(0).toUpperCase() + word.slice(1))].join('');
}

function parametersOf({ params, query, headers, idempotencyKey }: Endpoint) {
  const key = idempotencyKey === 'required' ? IdempotencyKey : IdempotencyKey.optional();
  const read = Object.entries((headers as z.ZodObject | undefined)?.shape ?? {});
  const own = Object.fromEntries(read.map(([name, schema]) => [spelled(name), schema]));
  return {
    ...(params && { path: params as z.ZodObject }),
    ...(query && { query: query as z.ZodObject }),
    ...((headers ?? idempotencyKey) && {
      header: z.object({ ...(idempotencyKey && { 'Idempotency-Key': key }), ...own }),
    }),
  };
}

/** A header as RFC 9110 spells it; Node reads all of them in lower case, and Standard Webhooks spells its own so. */
function spelled(header: string): string {
  return /^(if|accept)-/.test(header)
    ? header.replaceAll(/\b[a-z]/g, (letter) => letter.toUpperCase())
    : header;
}

/** The same answer as a file. */
const TABLES = Object.fromEntries(Object.values(TABLE_FORMATS).map((type) => [type, {}]));

function responses(endpoint: Endpoint): ZodOpenApiResponsesObject {
  const { status, result, otherResults = {} } = endpoint;
  const own = isMedia(result)
    ? { description: result.description, content: { [result.contentType.split(';')[0] ?? '']: {} } }
    : {
        description: endpoint.summary,
        content: { 'application/json': { schema: result }, ...(endpoint.table && TABLES) },
      };
  const others = Object.entries(otherResults).map(([code, { description, schema }]) => [
    code,
    { description, ...(schema && { content: { 'application/json': { schema } } }) },
  ]);
  const problems = problemStatuses(endpoint).map((code) => [String(code), problemResponse(code)]);
  return Object.fromEntries([...problems, ...others, [String(status), own]]) as ZodOpenApiResponsesObject;
}

/** Which errors an endpoint may answer, by what it declares. */
const PROBLEM_RULES: readonly (readonly [number[], (endpoint: Endpoint) => boolean])[] = [
  // A parameter that nobody knows is refused everywhere.
  [[400], () => true],
  [[401], ({ access }) => access !== 'public'],
  [[403], ({ access }) => typeof access === 'object'],
  [[404], ({ params }) => params !== undefined],
  [[409], ({ access, idempotencyKey }) => access === 'signature' || idempotencyKey !== undefined],
  // A read of what may be done to a step answers as the deed would.
  [[409, 410], ({ method, touches }) => method === 'get' && touches !== undefined],
  [
    [410, 412, 422, 429],
    ({ idempotencyKey, auditEvent }) => Boolean(idempotencyKey) && auditEvent !== 'intake',
  ],
  [[413, 415], ({ body }) => body !== undefined],
  [[428], ({ idempotencyKey }) => idempotencyKey === 'required'],
  [[503], () => true],
];

function problemStatuses(endpoint: Endpoint): number[] {
  const brought = PROBLEM_RULES.flatMap(([statuses, applies]) => (applies(endpoint) ? statuses : []));
  return [...brought, ...(endpoint.problems ?? [])];
}

function problemResponse(status: number) {
  const types = Object.entries(PROBLEMS).filter(([, problem]) => problem.status === status);
  return {
    description: types.map(([type, { title }]) => `${title} (\`/problems/${type}\`)`).join('; '),
    content: { 'application/problem+json': { schema: ProblemAnswer } },
  };
}
