import { readFileSync } from 'node:fs';
import path from 'node:path';
import { docsPage } from '../../api/docs/page';
import { openApiDocument } from '../../api/openapi';
import { ENDPOINTS } from '../../api/endpoints';
import { CATALOGUE } from '../../domain/process/steps/catalogue';
import { IDENTITIES } from '../../local/identities';
import { repositoryRoot } from '../../platform/root';

type Operation = {
  security: object[];
  responses: Record<string, unknown>;
  'x-codeSamples': { source: string }[];
};
type Document = {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, { discriminator?: { mapping: object }; oneOf?: unknown[] }> };
};

const document = openApiDocument(ENDPOINTS) as unknown as Document;
const operations = Object.values(document.paths).flatMap((methods) => Object.values(methods));

describe('openapi.json', () => {
  it('at the root is what the endpoints say now; `npm run openapi` writes it', () => {
    const committed = readFileSync(path.join(repositoryRoot(), 'openapi.json'), 'utf8');
    expect(JSON.parse(committed)).toEqual(JSON.parse(JSON.stringify(document)));
  });

  it('holds every endpoint, in OpenAPI 3.1', () => {
    expect(document.openapi).toBe('3.1.0');
    expect(operations).toHaveLength(ENDPOINTS.length);
  });

  it('tells the outcomes of each step apart by name', () => {
    const { schemas } = document.components;
    for (const step of CATALOGUE) {
      const name = `${step.id.charAt(0).toUpperCase()}${step.id.slice(1)}Completion`;
      const sayable = Object.entries(step.outcomes).filter(([, { by }]) => by !== 'time');
      const names = sayable.map(([outcome]) => outcome);
      expect(Object.keys(schemas[name]?.discriminator?.mapping ?? {})).toEqual(names);
    }
  });

  it('points to nothing that it does not hold', () => {
    const references = [...JSON.stringify(document).matchAll(/"#\/components\/schemas\/([^"]+)"/g)];
    const missing = references
      .map(([, name = '']) => name)
      .filter((name) => !(name in document.components.schemas));
    expect(missing).toEqual([]);
  });

  it('gives every operation an example by an identity that the demonstration knows', () => {
    const samples = operations.flatMap((operation) => operation['x-codeSamples'].map(({ source }) => source));
    expect(samples).toHaveLength(operations.length);
    const named = samples.flatMap((source) =>
      [...source.matchAll(/token -- ([\w-]+)/g)].map(([, name]) => name),
    );
    const known = IDENTITIES.map(({ name }) => name);
    expect(named.filter((name = '') => !known.includes(name))).toEqual([]);
  });

  it('names the 400 of every operation, and the 404 where a query or a body names what may not be there', () => {
    expect(operations.filter(({ responses }) => !('400' in responses))).toEqual([]);
    const places: [string, string][] = [
      ['get', '/api/v1/statistics/lead-times'],
      ['get', '/api/v1/statistics/caseload'],
      ['get', '/api/v1/statistics/flow'],
      ['get', '/api/v1/stuck/summary'],
      ['get', '/api/v1/worklist'],
      ['post', '/api/v1/cases'],
      ['delete', '/api/v1/calendar'],
    ];
    for (const [method, address] of places)
      expect([address, Object.keys(document.paths[address]?.[method]?.responses ?? {})]).toEqual([
        address,
        expect.arrayContaining(['404']),
      ]);
  });

  it('gives every example by the method of its operation', () => {
    const methods = Object.values(document.paths).flatMap((path) => Object.entries(path));
    const wrong = methods.filter(([method, operation]) => {
      const [, said = 'GET'] = / -X (\w+) /.exec(operation['x-codeSamples'][0]?.source ?? '') ?? [];
      return said !== method.toUpperCase();
    });
    expect(wrong).toEqual([]);
  });

  it('gives examples that the endpoints’ own schemas take', () => {
    for (const { example, body, bodyFor, path: address } of ENDPOINTS) {
      if (example?.body === undefined || !body) continue;
      const schema = bodyFor?.({ caseId: '', ...example.params }) ?? body;
      expect([address, schema.safeParse(example.body).error]).toEqual([address, undefined]);
    }
  });
});

describe('the page at /docs', () => {
  const page = docsPage(openApiDocument(ENDPOINTS), 'http://127.0.0.1:9999');

  it('needs nothing from elsewhere and runs no script', () => {
    expect(page).not.toMatch(/<script|<link|src=|@import|url\(/);
  });

  it('shows every operation with an example for the address that it is read at', () => {
    for (const { path: address } of ENDPOINTS) expect(page).toContain(address.replace('&', '&amp;'));
    expect(page).toContain('http://127.0.0.1:9999/api/v1/households');
    expect(page).not.toContain('127.0.0.1:8080');
  });

  it('links only to places that it has', () => {
    const targets = [...page.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
    expect(targets.filter((id) => !page.includes(`id="${id}"`))).toEqual([]);
  });
});
