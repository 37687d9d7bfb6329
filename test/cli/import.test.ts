import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { openShell, type Shell } from './support/command';
import { type ScriptedApi, scriptApi } from './support/scripted-api';

const CASE = '5f0c954e-7c11-4c3f-9d1e-0a1b2c3d4e5f';
const ACTION = '7a1c954e-7c11-4c3f-9d1e-0a1b2c3d4e5f';

describe('the command line, importing', () => {
  let api: ScriptedApi;
  let shell: Shell;
  const lastSent = () => JSON.parse(api.asked.findLast(({ method }) => method === 'POST')?.body ?? '{}');

  beforeEach(async () => {
    api = await scriptApi();
    shell = openShell(api.url, 'token');
  });

  afterEach(async () => {
    shell.remove();
    await api.close();
  });

  it('imports a file as it is and follows it to its end', async () => {
    const file = path.join(shell.folder, 'people.csv');
    writeFileSync(file, 'dossiernummer,name\n50-1,Åsa\n');
    const address = '/imports?source=Migrationsverket';
    api.answers.set(`POST ${address}`, [{ status: 202, body: { importId: ACTION } }]);
    const opening = { importId: ACTION, state: 'opening', rows: 1, counts: { waiting: 1, opened: 0 } };
    api.answers.set(`GET /imports/${ACTION}`, [
      { body: opening },
      { body: { ...opening, state: 'ended', counts: { waiting: 0, opened: 1 } } },
    ]);
    const { code, out, err } = await shell.run(['import', file, '--source', 'Migrationsverket']);
    expect([code, err]).toEqual([0, 'opening: 1 rows, waiting 1\nended: 1 rows, opened 1\n']);
    expect(out).toContain('state: ended\n');
    expect(api.asked[0]).toMatchObject({
      headers: { 'content-type': 'text/csv' },
      body: 'dossiernummer,name\n50-1,Åsa\n',
    });
    expect((await shell.run(['import', file])).code).toBe(2);
  });

  it('prints the result of an import as it comes, and takes decisions about its rows', async () => {
    const csv = { headers: { 'content-type': 'text/csv' }, body: 'line,outcome\n' };
    api.answers.set(`GET /imports/${ACTION}/result`, [csv]);
    expect((await shell.run(['import', 'result', ACTION])).out).toBe('line,outcome\n');
    const person = { givenName: 'Test', familyName: 'Testsson', bornOn: '1991-05-14' };
    const items = [{ line: 7, person, alike: [{ line: null, caseId: CASE, person }] }];
    api.answers.set(`GET /imports/${ACTION}/candidates`, [{ body: { items } }]);
    const { out } = await shell.run(['import', 'candidates', ACTION]);
    expect(out).toMatch(new RegExp(`\n +7 +Test Testsson 1991-05-14 +Test Testsson 1991-05-14 ${CASE}\n$`));
    api.answers.set(`POST /imports/${ACTION}/candidates/7`, [{ body: { line: 7, outcome: 'duplicate' } }]);
    await shell.run(['import', 'decide', ACTION, '7', 'same', '--case', CASE]);
    expect(lastSent()).toEqual({ decision: 'same', caseId: CASE });
  });
});
