import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { openShell, type Shell } from './support/command';
import { type ScriptedApi, scriptApi } from './support/scripted-api';

const CASE = '5f0c954e-7c11-4c3f-9d1e-0a1b2c3d4e5f';
const ACTION = '7a1c954e-7c11-4c3f-9d1e-0a1b2c3d4e5f';
const token = `x.${Buffer.from(JSON.stringify({ sub: 'caseworker-kommun' })).toString('base64url')}.x`;
const row = (stepId: string, more: object = {}) => ({
  caseId: CASE,
  stepId,
  kommun: '0484',
  waitingFor: 'caseworker',
  since: '2027-01-14',
  due: { date: '2027-02-01', kind: 'duty' },
  assignee: null,
  followUpOn: null,
  unread: false,
  ...more,
});

describe('the command line', () => {
  let api: ScriptedApi;
  let shell: Shell;
  const step = `/cases/${CASE}/steps/sfi`;
  const sent = () =>
    api.asked.map(({ method, path: asked, body }) => [method, asked, body && JSON.parse(body)]);

  beforeEach(async () => {
    api = await scriptApi();
    shell = openShell(api.url, token);
  });

  afterEach(async () => {
    shell.remove();
    await api.close();
  });

  it('lists the worklist as it is asked for, with a star for what is new', async () => {
    api.answers.set('GET /worklist?sort=due&assignee=none', [
      { body: { items: [row('sfi', { unread: true })], nextCursor: null } },
    ]);
    const { code, out } = await shell.run(['worklist', '--sort', 'due', '--assignee', 'none']);
    expect(code).toBe(0);
    expect(out).toMatch(/\n\* +5f0c954e\S+ +sfi +0484 +caseworker +2027-01-14 +duty 2027-02-01 +– +–\n$/);
  });

  it.each([
    [['worklist'], 'worklist'],
    [['stuck'], 'list of stuck cases'],
    [['stuck', 'summary'], 'summary of stuck cases'],
    [['bulk', 'start', ACTION], 'actions on many cases'],
  ])('says plainly of %j that an older API does not have it', async (typed, what) => {
    expect(await shell.run(typed)).toEqual({ code: 1, out: '', err: `This API has no ${what}.\n` });
  });

  it('claims for the user, gives back, and gives to another', async () => {
    api.answers.set(`POST ${step}/assignment`, [{ body: {} }]);
    expect((await shell.run(['claim', CASE, 'sfi'])).out).toBe('sfi: assigned to caseworker-kommun\n');
    await shell.run(['release', CASE, 'sfi']);
    await shell.run(['assign', CASE, 'sfi', 'another', '--reason', 'away']);
    expect(sent().map(([, , body]) => body)).toEqual([
      { assignee: 'caseworker-kommun' },
      { assignee: null },
      { assignee: 'another', reason: 'away' },
    ]);
    expect(new Set(api.asked.map(({ headers }) => headers['idempotency-key'])).size).toBe(3);
  });

  it('tells the loser of a claim by whom the step is held', async () => {
    const body = { detail: 'The step is claimed already.', assignee: 'another' };
    api.answers.set(`POST ${step}/assignment`, [{ status: 409, body }]);
    expect(await shell.run(['claim', CASE, 'sfi'])).toEqual({
      code: 1,
      out: '',
      err: 'The step is claimed already. · held by another\n',
    });
  });

  it('lists stuck cases with root, reasons and who can act', async () => {
    const stuck = {
      caseId: CASE,
      kommun: '0484',
      root: { stepId: 'personnummer', agency: 'skatteverket' },
      since: '2027-01-14',
      days: 143,
      reasons: [{ kind: 'silent' }, { kind: 'silent' }, { kind: 'gap' }],
      whoCanAct: 'skatteverket',
      action: 'remind',
    };
    api.answers.set('GET /stuck?reason=gap&asOf=2027-06-01', [{ body: { items: [stuck] } }]);
    const { out } = await shell.run(['stuck', '--reason', 'gap', '--as-of', '2027-06-01']);
    expect(out).toMatch(/personnummer +skatteverket +2027-01-14 +143 +silent, gap +skatteverket +remind\n$/);
  });

  it('counts stuck cases by the parts asked for, and what only the engine knows', async () => {
    const counted = { kommun: '0484', reason: 'silent', cases: 312, oldestDays: 143, stepsBehind: 2100 };
    const technical = [{ kind: 'handOverFailing', cases: 2, oldest: '2027-05-31T08:00:00.000Z' }];
    api.answers.set('GET /stuck/summary?by=kommun%2Creason&kommun=0484', [
      { body: { asOf: '2027-06-01', items: [counted], technical } },
    ]);
    const { out } = await shell.run(['stuck', 'summary', '--by', 'kommun,reason', '--kommun', '0484']);
    expect(out).toMatch(
      /^as of 2027-06-01\n\nkommun +reason +cases +oldest days +steps behind\n0484 +silent +312 /,
    );
    expect(out).toMatch(/\n\ntechnical trouble +cases +oldest\nhandOverFailing +2 +2027-05-31T08:00/);
  });

  it('pauses, resumes and extends with a reason', async () => {
    const body = { steps: [] };
    for (const name of ['pause', 'resumption', 'extension'])
      api.answers.set(`POST ${step}/${name}`, [{ body }]);
    await shell.run(['pause', CASE, 'sfi', '--reason', 'illness', '--until', '2027-03-01']);
    await shell.run(['resume', CASE, 'sfi', '--reason', 'well again']);
    const extend = [
      'extend',
      CASE,
      'sfi',
      '--reason',
      'moved',
      '--rule',
      'sfiExpected',
      '--until',
      '2027-04-01',
    ];
    expect((await shell.run(extend)).code).toBe(0);
    expect(sent().map(([, , sentBody]) => sentBody)).toEqual([
      { reason: 'illness', until: '2027-03-01' },
      { reason: 'well again' },
      { reason: 'moved', until: '2027-04-01', rule: 'sfiExpected' },
    ]);
    expect((await shell.run(['pause', CASE, 'sfi'])).code).toBe(2);
  });

  it('reopens only what it has shown, and only when told to', async () => {
    const preview = { changed: [{ stepId: 'samhallsorientering' }], review: ['idKort'] };
    api.answers.set(`GET ${step}/reopening`, [{ headers: { etag: '"3.1"' }, body: preview }]);
    api.answers.set(`POST ${step}/reopening`, [{ body: { steps: [] } }]);
    const typed = ['reopen', CASE, 'sfi', '--reason', 'wrong person'];
    const asked = await shell.run(typed);
    expect([asked.code, asked.err]).toEqual([2, expect.stringContaining('review (1): idKort\n')]);
    expect(api.asked.filter(({ method }) => method === 'POST')).toEqual([]);
    expect((await shell.run([...typed, '--yes'])).code).toBe(0);
    expect(sent().at(-1)).toEqual(['POST', `/api/v1${step}/reopening`, { reason: 'wrong person' }]);
    expect(api.asked.at(-1)?.headers['if-match']).toBe('"3.1"');
  });

  it('previews an action on many cases, starts, stops and shows it', async () => {
    const preview = { id: ACTION, selected: 2, refused: [{ reason: 'closed', cases: 1 }] };
    api.answers.set('POST /bulk-actions', [{ status: 201, body: preview }]);
    const typed = ['bulk', 'preview', 'extend', '--reason', 'strike', '--with', 'until=2027-03-01'];
    const shown = await shell.run([
      ...typed,
      '--select',
      'step=sfi',
      '--select',
      'kommuner:=["0484","2281"]',
    ]);
    expect(shown.out).toBe(
      `id: ${ACTION}\nselected: 2\nrefused (1):\n  0:\n    reason: closed\n    cases: 1\n`,
    );
    expect(sent()[0]?.[2]).toEqual({
      dryRun: true,
      action: { kind: 'extend', until: '2027-03-01' },
      selection: { step: 'sfi', kommuner: ['0484', '2281'] },
      reason: 'strike',
    });
    api.answers.set(`POST /bulk-actions/${ACTION}/start`, [{ body: { state: 'running' } }]);
    expect((await shell.run(['bulk', 'start', ACTION])).out).toBe('state: running\n');
    api.answers.set(`GET /bulk-actions/${ACTION}`, [{ body: { state: 'done', done: 1 } }]);
    expect((await shell.run(['bulk', 'show', ACTION])).out).toBe('state: done\ndone: 1\n');
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
    expect(sent().at(-1)?.[2]).toEqual({ decision: 'same', caseId: CASE });
  });

  it('says how to repeat a change of which nobody knows what became of it', async () => {
    api.answers.set(`POST ${step}/completion`, [{ status: 503, body: { detail: 'The register is away.' } }]);
    const { code, err } = await shell.run(['complete', CASE, 'sfi', 'received', '--note', "it's new"]);
    const [, repeat = '', key] = /Repeat safely: etablering (.+ --key (\S+))\n/.exec(err) ?? [];
    expect(code).toBe(1);
    expect(repeat).toMatch(
      /^complete \S+ sfi received --note 'it'\\''s new' --on \d{4}-\d\d-\d\d --key \S+$/,
    );
    expect(api.asked[0]?.headers['idempotency-key']).toBe(key);
    api.answers.set(`POST ${step}/completion`, [
      { status: 202, body: { messageId: ACTION, state: 'received' } },
    ]);
    const again = await shell.run(['complete', CASE, 'sfi', 'received', '--key', 'mine']);
    expect([again.code, again.out]).toEqual([0, 'received\n']);
    expect(again.err).toContain('Repeat safely: etablering complete');
  });

  it('follows a list by a line for each change, and asks with what it has', async () => {
    const headers = { etag: '"1"' };
    api.answers.set('GET /worklist', [
      { headers, body: { items: [row('sfi'), row('skola')] } },
      { status: 304 },
      { headers: { etag: '"2"' }, body: { items: [row('sfi', { assignee: 'another' })] } },
    ]);
    const { out } = await shell.run(['watch', 'worklist', '--every', '1', '--times', '3']);
    expect(out.split('\n').map((line) => line.replace(/^\S+ /, ''))).toEqual([
      `+ ${CASE} sfi: 0484 caseworker 2027-01-14 duty 2027-02-01 – –`,
      `+ ${CASE} skola: 0484 caseworker 2027-01-14 duty 2027-02-01 – –`,
      `~ ${CASE} sfi: 0484 caseworker 2027-01-14 duty 2027-02-01 another –`,
      `- ${CASE} skola`,
      '',
    ]);
    expect(api.asked.map(({ headers: asked }) => asked['if-none-match'])).toEqual([undefined, '"1"', '"1"']);
  });

  it('shows no control characters that somebody wrote', async () => {
    api.answers.set('GET /cases', [{ status: 409, body: { detail: 'red \u001b[31malert' } }]);
    expect((await shell.run(['cases'])).err).toBe('red \uFFFD[31malert\n');
  });
});
