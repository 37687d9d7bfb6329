import { randomUUID } from 'node:crypto';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { until } from '../../support/until';
import { type ImportDesk, openImportDesk } from './support/import-desk';
import { csvOf, jsonLine, row } from './support/rows';

/** No worker runs: only what the API does with a file. */
describe('a file of people', () => {
  let desk: ImportDesk;

  beforeAll(async () => {
    desk = await openImportDesk();
  });

  afterAll(() => desk.close());

  const kept = async () => {
    const imports = await desk.register.selectFrom('imports').select('id').execute();
    const rows = await desk.register.selectFrom('import_rows').select('line').execute();
    return [imports.length, rows.length];
  };

  it('is received row by row, and waits for the worker', async () => {
    const answer = await desk.sends([row(), row(), row()]);
    expect([answer.status, answer.body]).toEqual([202, { importId: expect.any(String), rows: 3 }]);
    expect(answer.headers.location).toBe(`/api/v1/imports/${answer.body.importId}`);
    const progress = await desk.get('coordinator', answer.headers.location ?? '');
    expect(progress.body).toMatchObject({
      state: 'checking',
      rows: 3,
      counts: { waiting: 3, candidate: 0, invalid: 0, duplicate: 0, skipped: 0, opened: 0 },
    });
  });

  it('is a line of JSON for each person too', async () => {
    const answer = await desk.sends(`${jsonLine()}\n\n${jsonLine()}`, { type: 'application/x-ndjson' });
    expect([answer.status, answer.body.rows]).toEqual([202, 2]);
    const lines = await desk.register
      .selectFrom('import_rows')
      .select('line')
      .where('import_id', '=', answer.body.importId)
      .execute();
    expect(lines.map(({ line }) => line)).toEqual([1, 3]);
  });

  it.each([
    ['semicolons between its cells', csvOf([row()], ';')],
    ['a mark of the byte order', `\uFEFF${csvOf([row()])}`],
    ['lines that end as in Windows', csvOf([row()]).replaceAll('\n', '\r\n')],
    ['no end to its last line', csvOf([row()]).trimEnd()],
  ])('may have %s', async (_, file) => {
    const answer = await desk.sends(file, { type: 'text/csv; charset=utf-8' });
    expect([answer.status, answer.body.rows]).toEqual([202, 1]);
  });

  it('sent again under the same key is the same import, also twice at the same moment', async () => {
    const [file, key] = [csvOf([row(), row()]), randomUUID()];
    const [one, other] = await Promise.all([desk.sends(file, { key }), desk.sends(file, { key })]);
    const third = await desk.sends(file, { key });
    expect([one.status, other.status, third.status]).toEqual([202, 202, 202]);
    expect([other.body, third.body]).toEqual([one.body, one.body]);
    const { rows } = await desk.register
      .selectFrom('import_rows')
      .select((eb) => eb.fn.countAll<string>().as('rows'))
      .where('import_id', '=', one.body.importId)
      .executeTakeFirstOrThrow();
    expect(Number(rows)).toBe(2);
    expect(
      await desk.register.selectFrom('imports').select('id').where('state', '=', 'receiving').execute(),
    ).toEqual([]);
  });

  it('is refused under a key that came with another file, or with another question', async () => {
    const [file, key] = [csvOf([row()]), randomUUID()];
    await desk.sends(file, { key });
    for (const again of [
      desk.sends([row()], { key }),
      desk.sends(file, { key, query: '&validateOnly=true' }),
    ]) {
      const { status, body } = await again;
      expect([status, body.type]).toEqual([409, '/problems/idempotency-key-reused']);
    }
  });

  it.each([
    ['nothing', '', 400],
    ['a header alone', csvOf([row()]).split('\n')[0], 400],
    ['no header', csvOf([row()]).split('\n')[1], 400],
    ['a quote that never ends', `${csvOf([row()])}"`, 400],
    ['a line that is no row', `${csvOf([row()])}${'x'.repeat(70_000)}`, 400],
  ])('that holds %s is refused, and nothing of it is kept', async (_, file = '', status) => {
    const before = await kept();
    const answer = await desk.sends(file);
    expect([answer.status, answer.body.type]).toEqual([status, '/problems/invalid-request']);
    expect(JSON.stringify(answer.body)).not.toMatch(/Testsson|xxx/);
    expect(await kept()).toEqual(before);
  });

  it('that names no column of an import says which', async () => {
    const { body } = await desk.sends('household,Hemligsson\nH-1,x\n');
    expect(body.invalidParameters).toContainEqual({
      name: 'line 1',
      reason: 'column 2 is not a column of an import',
    });
    expect(JSON.stringify(body)).not.toContain('Hemligsson');
  });

  it('in another writing than UTF-8 is refused', async () => {
    const answer = await desk.postWith(
      'coordinator',
      '/api/v1/imports?source=x',
      Buffer.from(csvOf([row({ familyName: 'Åberg' })]), 'latin1'),
      { 'idempotency-key': randomUUID(), 'content-type': 'text/csv' },
    );
    expect([answer.status, answer.body.detail]).toEqual([400, 'The file is not text in UTF-8.']);
  });

  it.each(['application/json', 'application/vnd.ms-excel', 'text/csv; charset=windows-1252'])(
    'of the type %s is refused',
    async (type) => {
      const answer = await desk.sends('{}', { type });
      expect([answer.status, answer.body.type]).toEqual([415, '/problems/unsupported-media-type']);
    },
  );

  it('is sent by a coordinator, with a key and a source', async () => {
    expect((await desk.sends([row()], { identity: 'caseworker-kommun' })).status).toBe(403);
    const path = '/api/v1/imports?source=x';
    const type = { 'content-type': 'text/csv' };
    expect((await desk.postWith('coordinator', path, csvOf([row()]), type)).status).toBe(428);
    const headers = { ...type, 'idempotency-key': randomUUID() };
    expect((await desk.postWith('coordinator', '/api/v1/imports', 'x', headers)).status).toBe(400);
  });

  describe('over a line', () => {
    let server: http.Server;

    beforeAll(async () => {
      server = http.createServer(desk.app);
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    });

    afterAll(() => server.close());

    async function begins(length: number): Promise<http.ClientRequest> {
      const { port } = server.address() as AddressInfo;
      return http.request({
        port,
        host: '127.0.0.1',
        method: 'POST',
        path: '/api/v1/imports?source=x',
        headers: {
          authorization: `Bearer ${await desk.signIn.tokenOf('coordinator')}`,
          'idempotency-key': randomUUID(),
          'content-type': 'text/csv',
          'content-length': length,
        },
      });
    }

    it('that breaks leaves nothing', async () => {
      const before = await kept();
      const request = await begins(10_000_000);
      request.on('error', () => undefined);
      const many = Array.from({ length: 1_200 }, () => row());
      request.write(csvOf(many));
      await until('some rows have come', async () => (await kept())[1] !== before[1]);
      request.destroy();
      await until('nothing of the file is left', async () => String(await kept()) === String(before));
      expect(await kept()).toEqual(before);
    });

    it('is told at once that it is too long', async () => {
      const request = await begins(65 * 1024 * 1024);
      request.on('error', () => undefined);
      const status = await new Promise((resolve) => {
        request.on('response', (answer) => resolve(answer.statusCode));
        request.write('household');
      });
      request.destroy();
      expect(status).toBe(413);
    });
  });
});
