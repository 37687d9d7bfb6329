import { readFileSync } from 'node:fs';
import path from 'node:path';
import { problemsOf } from '../../api/declared-problems';
import { DOCS_PAGE } from '../../api/docs/swagger-ui';
import { openApiDocument } from '../../api/docs/openapi';
import { ENDPOINTS } from '../../api/endpoints';
import { PROBLEMS } from '../../api/problem';
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
    const components = document.components as unknown as Record<string, Record<string, object>>;
    const references = [...JSON.stringify(document).matchAll(/"#\/components\/(\w+)\/([^"]+)"/g)];
    const missing = references
      .map(([, kind = '', name = '']) => [kind, name] as const)
      .filter(([kind, name]) => !(name in (components[kind] ?? {})));
    expect(missing).toEqual([]);
    const variants = Object.values(document.components.schemas).flatMap(({ discriminator }) =>
      Object.values(discriminator?.mapping ?? {}),
    );
    expect(variants.filter((name) => !(name in document.components.schemas))).toEqual([]);
  });

  it('is small enough to be read in a change', () => {
    expect(readFileSync(path.join(repositoryRoot(), 'openapi.json')).length).toBeLessThan(300_000);
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

describe('the problems of an endpoint', () => {
  const declared = ENDPOINTS.map((endpoint) => [endpoint, problemsOf(endpoint)] as const);

  it('are those that its operation documents, status by status', () => {
    for (const [endpoint, problems] of declared) {
      const operation = document.paths[endpoint.path]?.[endpoint.method];
      const statuses = Object.keys(operation?.responses ?? {}).filter((status) => Number(status) >= 400);
      const own = Object.keys(endpoint.otherResults ?? {}).filter((status) => Number(status) >= 400);
      const expected = new Set([...problems.map((type) => String(PROBLEMS[type].status)), ...own]);
      expect([endpoint.path, statuses]).toEqual([endpoint.path, [...expected].sort()]);
    }
  });

  it('name each type of problem somewhere, but for a method that no endpoint has', () => {
    const named = new Set(declared.flatMap(([, problems]) => problems));
    expect(Object.keys(PROBLEMS).filter((type) => !named.has(type as keyof typeof PROBLEMS))).toEqual([
      'method-not-allowed',
    ]);
  });

  it('are named once: nothing is declared that other declarations bring', () => {
    const twice = ENDPOINTS.filter((endpoint) => {
      const brought = problemsOf({ ...endpoint, problems: [] });
      return (endpoint.problems ?? []).some((type) => brought.includes(type));
    });
    expect(twice.map(({ method, path: address }) => `${method} ${address}`)).toEqual([]);
  });

  it('are none of a case where no case is named, and none of a step where nothing is told about one', () => {
    const wrong = declared.filter(([{ path: address, body }, problems]) => {
      const isOfCase = /\{(caseId|proposalId)\}/.test(address);
      const isOfStep = isOfCase && (body !== undefined || /\{stepId\}/.test(address));
      const hasCases = problems.includes('case-closed') || problems.includes('too-many-requests');
      return (hasCases && !isOfCase) || (problems.includes('not-open') && !isOfStep);
    });
    expect(wrong.map(([{ method, path: address }]) => `${method} ${address}`)).toEqual([]);
  });
});

describe('the page at /docs', () => {
  it('loads its own files alone, and runs no script of its own text', () => {
    const loaded = [...DOCS_PAGE.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, address]) => address);
    expect(loaded).toHaveLength(4);
    expect(loaded.filter((address = '') => !/^\/docs\/[\w.-]+$/.test(address))).toEqual([]);
    expect(DOCS_PAGE).not.toMatch(/<script>|<style|style=|\son\w+=|@import|url\(/);
  });
});
