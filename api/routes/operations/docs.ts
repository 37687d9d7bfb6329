import { z } from 'zod';
import { DOCS_PAGE } from '../../docs/swagger-ui';
import { defineEndpoint } from '../../endpoint';

const HTML = 'text/html; charset=utf-8';

/** GET /openapi.json: the API's description for machines. */
export const openApiEndpoint = defineEndpoint({
  method: 'get',
  path: '/openapi.json',
  tag: 'Documentation',
  summary: 'This API as an OpenAPI 3.1 document',
  access: 'public',
  auditEvent: 'none',
  status: 200,
  result: z.looseObject({ openapi: z.string() }).meta({ id: 'OpenApiDocument' }),
  async handle(_request, { openApi }) {
    return { body: openApi() as { openapi: string } };
  },
});

/** GET /docs: the same for people. */
export const docsEndpoint = defineEndpoint({
  method: 'get',
  path: '/docs',
  tag: 'Documentation',
  summary: 'This API as a page to read',
  access: 'public',
  auditEvent: 'none',
  status: 200,
  result: { contentType: HTML, description: 'A page of HTML' },
  async handle() {
    return { body: DOCS_PAGE };
  },
});

/** GET /: where to go from here. */
export const landingEndpoint = defineEndpoint({
  method: 'get',
  path: '/',
  tag: 'Documentation',
  summary: 'Where to go from here',
  access: 'public',
  auditEvent: 'none',
  status: 200,
  result: { contentType: 'text/plain; charset=utf-8', description: 'A few lines of text' },
  async handle(_request, { config }) {
    const url = config.api.publicUrl;
    return {
      body: `Etablering\n\nThe API to read:      ${url}/docs\nThe API for machines: ${url}/openapi.json\nReady:                ${url}/health/ready\n`,
    };
  },
});
