import { listen, openShell, type Shell } from './support/command';
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
    const given = (assignee: string | null, more = {}) => ({ body: { stepId: 'sfi', assignee, ...more } });
    const standsIn = { onBehalfOf: 'another' };
    api.answers.set(`POST ${step}/assignment`, [
      given('caseworker-kommun'),
      given(null),
      given('substitute', standsIn),
    ]);
    expect((await shell.run(['claim', CASE, 'sfi'])).out).toBe('sfi: assigned to caseworker-kommun\n');
    expect((await shell.run(['release', CASE, 'sfi'])).out).toBe('sfi: released\n');
    expect((await shell.run(['assign', CASE, 'sfi', 'another', '--reason', 'away'])).out).toBe(
      'sfi: assigned to substitute, who stands in for another\n',
    );
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

  it('reopens only what it has shown, and only when told to', async () => {
    const preview = {
      step: {
        stepId: 'sfi',
        from: { kind: 'done', outcome: 'started', on: '2027-01-14' },
        to: { kind: 'open', waitingFor: 'agency', since: '2027-01-20' },
      },
      changed: [
        { stepId: 'samhallsorientering', from: { kind: 'cancelled', why: 'moved', on: '2027-01-15' } },
      ],
      review: ['idKort'],
      retracted: [{ stepId: 'skola', agency: 'kommun', filing: 1 }],
      takenBack: {
        answers: [{ filing: 1, outcome: 'started', on: '2027-01-14' }],
        facts: [{ kind: 'stay', validFrom: '2027-01-14' }],
        identifiers: ['personnummer'],
      },
    };
    api.answers.set(`GET ${step}/reopening`, [{ headers: { etag: '"3.1"' }, body: preview }]);
    api.answers.set(`POST ${step}/reopening`, [{ body: { steps: [] } }]);
    const typed = ['reopen', CASE, 'sfi', '--reason', 'wrong person'];
    const asked = await shell.run(typed);
    expect(asked).toEqual({
      code: 2,
      out: '',
      err: [
        'sfi: done, started on 2027-01-14 -> open, waits for agency since 2027-01-20',
        'samhallsorientering: cancelled, moved on 2027-01-15 -> no longer there',
        'idKort: stays done, to be reviewed',
        'skola: taken back from kommun',
        'holds no longer: started of 2027-01-14',
        'holds no longer: the fact stay from 2027-01-14',
        'holds no longer: the personnummer',
        'Reopen sfi? Nobody is here to answer; give --yes to do it\n',
      ].join('\n'),
    });
    expect(api.asked.filter(({ method }) => method === 'POST')).toEqual([]);
    expect((await shell.run([...typed, '--yes'])).code).toBe(0);
    expect(sent().at(-1)).toEqual(['POST', `/api/v1${step}/reopening`, { reason: 'wrong person' }]);
    expect(api.asked.at(-1)?.headers['if-match']).toBe('"3.1"');
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

  it('says that a second person decides, where the API only proposes', async () => {
    const proposal = { proposalId: ACTION, agency: 'kommun', state: 'proposed', steps: [] };
    api.answers.set(`POST ${step}/completion`, [{ status: 202, body: proposal }]);
    expect(await shell.run(['complete', CASE, 'sfi', 'started'])).toEqual({
      code: 0,
      out: `proposed as ${ACTION}; another caseworker of kommun decides\n`,
      err: '',
    });
  });

  it('tells a thing that is not there from an API that has no such things', async () => {
    const body = { detail: 'There is no such view.' };
    api.answers.set(`GET /worklist?view=${ACTION}`, [{ status: 404, body }]);
    expect((await shell.run(['worklist', '--view', ACTION])).err).toBe('There is no such view.\n');
  });

  it('puts no step in an address that could name something else', async () => {
    for (const name of ['../../withdrawal', 'sfi?x', 'two words']) {
      const { code, err } = await shell.run(['pause', CASE, name, '--reason', 'x']);
      expect([code, err]).toEqual([2, expect.stringContaining('must be a step, as `case` names it')]);
    }
    expect(api.asked).toEqual([]);
  });

  it('keeps watching while the API says that it is away', async () => {
    const away = { status: 503, body: { detail: 'The register is away.' } };
    api.answers.set('GET /worklist', [{ body: { items: [] } }, away, { body: { items: [row('sfi')] } }]);
    const { code, out, err } = await shell.run(['watch', 'worklist', '--every', '1', '--times', '3']);
    expect([code, err]).toEqual([0, 'The register is away; trying again\n']);
    expect(out).toContain(`+ ${CASE} sfi`);
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

  it('says how to repeat a change whose answer broke off', async () => {
    const broken = await listen((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' });
      response.write('{', () => response.destroy());
    });
    const { code, err } = await shell.run(['release', CASE, 'sfi', '--url', broken.url]);
    await broken.close();
    expect([code, err]).toEqual([4, expect.stringMatching(/Repeat safely: .+\n.+ cannot be reached: /)]);
  });

  it('shows no control characters that somebody wrote', async () => {
    api.answers.set('GET /cases', [{ status: 409, body: { detail: 'red \u001b[31malert' } }]);
    expect((await shell.run(['cases'])).err).toBe('red \uFFFD[31malert\n');
  });
});
