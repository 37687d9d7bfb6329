import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { type Endpoint, isMedia } from '../../../api/endpoint';
import { ENDPOINTS } from '../../../api/endpoints';
import { createDatabase, type Register } from '../../../register/database';
import { createTestDatabase, type TestDatabase } from '../../support/databases';
import { type Desk, openDesk } from '../support/desk';
import { household } from '../support/household';

/** Every endpoint that there is, and every one that comes: a change is made on top of what its sender has read. */
describe('versions', () => {
  let database: TestDatabase;
  let register: Register;
  let desk: Desk;
  let caseId: string;
  let householdId: string;

  beforeAll(async () => {
    database = await createTestDatabase();
    register = createDatabase(database.url);
    desk = await openDesk({ register });
    const opened = await desk.post('coordinator', '/api/v1/households', household());
    householdId = opened.body.householdId;
    caseId = opened.body.cases[0].caseId;
  });
  afterAll(async () => {
    await desk.close();
    await register.destroy();
    await database.drop();
  });

  const declares = ({ headers }: Endpoint, name: string) =>
    name in ((headers as z.ZodObject | undefined)?.shape ?? {});
  const addressOf = ({ path, example }: Endpoint) =>
    Object.entries({ caseId, householdId, ...example?.params }).reduce(
      (filled, [name, value]) => filled.replace(`{${name}}`, value),
      path as string,
    );
  const named = (endpoints: readonly Endpoint[]) =>
    endpoints.map((endpoint): [string, Endpoint] => [
      `${endpoint.method.toUpperCase()} ${endpoint.path}`,
      endpoint,
    ]);

  const changes = named(
    ENDPOINTS.filter(
      // One that leaves no row in the ledger changes nothing of the case.
      ({ method, path, auditEvent }) =>
        method !== 'get' && path.includes('{caseId}') && auditEvent !== 'none',
    ),
  );

  const change = (endpoint: Endpoint, tag: string) => {
    const { identity = 'coordinator', body = {} } = endpoint.example ?? {};
    const headers = { 'if-match': tag, 'idempotency-key': randomUUID() };
    return desk.postWith(identity, addressOf(endpoint), body, headers);
  };

  it.each(changes)(
    '%s is refused on top of a version that is no longer the present one',
    async (_, endpoint) => {
      expect(declares(endpoint, 'if-match')).toBe(true);
      const stale = await change(endpoint, '"0.999"');
      expect([stale.status, stale.body.type]).toEqual([412, '/problems/stale-revision']);
    },
  );

  it.each(changes)(
    '%s is not refused for its version on top of the present one, or of any',
    async (_, endpoint) => {
      const read = await desk.get('coordinator', `/api/v1/cases/${caseId}`);
      for (const tag of [read.headers.etag ?? '', '*']) {
        const answer = await change(endpoint, tag);
        expect(answer.body.type).not.toBe('/problems/stale-revision');
        expect(answer.status).toBeLessThan(500);
      }
    },
  );

  const isList = ({ result }: Endpoint) =>
    !isMedia(result) && 'items' in ((result as z.ZodObject).shape ?? {});
  const resources = named(
    ENDPOINTS.filter(
      (endpoint) => endpoint.method === 'get' && endpoint.path.includes('{') && !isList(endpoint),
    ),
  );

  it('are asked for by every change of what is read with one', () => {
    const addresses = resources.map(([, { path }]) => path);
    const careless = ENDPOINTS.filter(
      (endpoint) =>
        endpoint.method !== 'get' &&
        endpoint.auditEvent !== 'none' &&
        addresses.some((address) => endpoint.path.startsWith(address)) &&
        !declares(endpoint, 'if-match'),
    );
    expect(named(careless).map(([name]) => name)).toEqual([]);
  });

  it.each(resources)('%s has an ETag, and answers 304 to who has that version', async (_, endpoint) => {
    expect(declares(endpoint, 'if-none-match')).toBe(true);
    expect(Object.keys(endpoint.otherResults ?? {})).toContain('304');
    const { identity = 'coordinator' } = endpoint.example ?? {};
    const read = await desk.get(identity, addressOf(endpoint));
    // A resource that is not there as the example's case stands has tests of its own.
    if (read.status !== 200) return;
    const tag = read.headers.etag ?? '';
    expect(tag).toMatch(/^"[^"]+"$/);
    const again = await desk.getWith(identity, addressOf(endpoint), { 'if-none-match': tag });
    expect([again.status, again.text]).toEqual([304, '']);
  });
});
