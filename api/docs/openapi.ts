import { STATUS_CODES } from 'node:http';
import path from 'node:path';
import { z } from 'zod';
import {
  createDocument,
  type ZodOpenApiOperationObject,
  type ZodOpenApiPathsObject,
  type ZodOpenApiResponsesObject,
} from 'zod-openapi';
import { problemResponses } from '../declared-problems';
import { curlOf, DEFAULT_URL } from './curl';
import { type Endpoint, isMedia } from '../endpoint';
import { TABLE_FORMATS } from '../exports/send';

const DESCRIPTION = `Each newcomer's path from delgivning of the permit to SFI, across the authorities that carry it.
Every changing request takes an \`Idempotency-Key\`: the same caller, key and body give the same answer for 30 days.
Errors are \`application/problem+json\`. Tokens come from the OpenID Connect provider; \`npm run -s token -- <identity>\`
prints one for a demonstration identity.

The examples are commands for a shell in the repository. They name a case as \`$caseId\`; choose one first:

    caseId=$(curl -s "${DEFAULT_URL}/api/v1/cases?limit=1" -H "Authorization: Bearer $(npm run -s token -- coordinator)" | node -p 'JSON.parse(require("fs").readFileSync(0)).items[0].caseId')`;

const key = z.string().min(1).max(255);
const aboutKey = {
  description: 'New for each new request; a repeat with the same key and body gets the same answer',
  example: '0f9b6a0e-1c1f-4c53-9d43-0f3a4a6e1f60',
};
const IDEMPOTENCY_KEYS = {
  required: key.meta({ ...aboutKey, param: { id: 'IdempotencyKey' } }),
  optional: key.optional().meta({ ...aboutKey, param: { id: 'OptionalIdempotencyKey' } }),
};

/** The API's own description, OpenAPI 3.1, made from the endpoints and nothing else. */
export function openApiDocument(endpoints: readonly Endpoint[]): Record<string, unknown> {
  const paths: ZodOpenApiPathsObject = {};
  for (const endpoint of endpoints) {
    paths[endpoint.path] = { ...paths[endpoint.path], [endpoint.method]: operation(endpoint) };
  }
  const document = createDocument(
    {
      openapi: '3.1.0',
      info: {
        title: 'Etablering',
        version: '1.0.0',
        description: DESCRIPTION,
        license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
      },
      servers: [{ url: '/' }],
      tags: [...new Set(endpoints.map(({ tag }) => tag))].map((name) => ({ name })),
      security: [{ accessToken: [] }],
      paths,
      components: {
        securitySchemes: {
          accessToken: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
        },
      },
    },
    { override: simplify },
  );
  return withoutRepetition(document as unknown as Document);
}

type Rendered = { readonly zodSchema: z.core.$ZodTypes; readonly jsonSchema: z.core.JSONSchema.BaseSchema };

/** What zod adds to each schema and nobody needs to read: the bounds of JavaScript's numbers, and how a UUID looks. */
function simplify({ zodSchema, jsonSchema }: Rendered): void {
  const { def } = zodSchema._zod;
  if (jsonSchema.format === 'uuid') delete jsonSchema.pattern;
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
  // A reader of answers must bear fields that are new: only what is refused in a request is closed.
  if (def.type === 'object' && def.catchall?._zod.def.type !== 'never')
    delete jsonSchema.additionalProperties;
}

type Parameter = { readonly description?: string; readonly schema?: { description?: string } };
type Union = { readonly discriminator?: { readonly mapping?: Record<string, string> } };
type Document = {
  readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly parameters?: Parameter[] }>>>>;
  readonly components: {
    readonly parameters: Readonly<Record<string, Parameter>>;
    readonly schemas: Readonly<Record<string, Union>>;
  };
};

/** The document with each thing said once: a description by its parameter alone, a variant by its schema's name (OpenAPI 3.1 §4.8.25). */
function withoutRepetition(document: Document): Record<string, unknown> {
  const operations = Object.values(document.paths).flatMap((methods) => Object.values(methods));
  const inline = operations.flatMap(({ parameters = [] }) => parameters);
  for (const { description, schema } of [...inline, ...Object.values(document.components.parameters)])
    if (schema?.description === description) delete schema?.description;
  for (const { discriminator: { mapping = {} } = {} } of Object.values(document.components.schemas))
    for (const [value, reference] of Object.entries(mapping)) mapping[value] = path.posix.basename(reference);
  return document;
}

function operation(endpoint: Endpoint): ZodOpenApiOperationObject {
  const { access } = endpoint;
  const asks = typeof access === 'object';
  return {
    operationId: operationId(endpoint),
    tags: [endpoint.tag],
    summary: endpoint.summary,
    ...(endpoint.description && { description: endpoint.description }),
    ...(!asks && { security: [] }),
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
  const read = Object.entries((headers as z.ZodObject | undefined)?.shape ?? {});
  const own = Object.fromEntries(read.map(([name, schema]) => [spelled(name), schema]));
  return {
    ...(params && { path: params as z.ZodObject }),
    ...(query && { query: query as z.ZodObject }),
    ...((headers ?? idempotencyKey) && {
      header: z.object({
        ...(idempotencyKey && { 'Idempotency-Key': IDEMPOTENCY_KEYS[idempotencyKey] }),
        ...own,
      }),
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
        description: STATUS_CODES[status] ?? '',
        content: { 'application/json': { schema: result }, ...(endpoint.table && TABLES) },
      };
  const others = Object.entries(otherResults).map(([code, { description, schema }]) => [
    code,
    { description, ...(schema && { content: { 'application/json': { schema } } }) },
  ]);
  return Object.fromEntries([
    ...problemResponses(endpoint),
    ...others,
    [String(status), own],
  ]) as ZodOpenApiResponsesObject;
}
