import { freePorts } from '../../local/servers/ports';
import { createDatabase, type Register } from '../../register/database';
import { type Desk, openDesk } from '../api/support/desk';
import { household, member, staying, today } from '../api/support/household';
import { sharedSignIn } from '../api/support/sign-in';
import { createTestDatabase, type TestDatabase } from '../support/databases';
import { type Listening, listen, openShell, type Shell } from './support/command';

describe('the command line, reading', () => {
  let database: TestDatabase;
  let register: Register;
  const signIn = sharedSignIn();
  let desk: Desk;
  let api: Listening;
  let shell: Shell;
  let caseId: string;

  beforeAll(async () => {
    database = await createTestDatabase();
    register = createDatabase(database.url);
    desk = await openDesk({ register });
    api = await listen(desk.app);
    shell = openShell(api.url, await signIn.tokenOf('coordinator'));
    const body = household({ members: [member(), member()] });
    caseId = (await desk.post('coordinator', '/api/v1/households', body)).body.cases[0].caseId;
    await desk.post('coordinator', '/api/v1/households', household({ facts: staying('2281') }));
  });

  afterAll(async () => {
    shell.remove();
    await api.close();
    await desk.close();
    await register.destroy();
    await database.drop();
  });

  it('lists cases by filters, a page at a time', async () => {
    const { code, out } = await shell.run(['cases', '--kommun', '0484', '--limit', '1']);
    expect(code).toBe(0);
    expect(out).toMatch(/^case +kommun +milestone +opened +open steps\n[-0-9a-f]{36} +0484 +– /);
    const [, cursor = ''] = /\n\nmore: --cursor (\S+)\n$/.exec(out) ?? [];
    const next = await shell.run(['cases', '--kommun', '0484', '--limit', '1', '--cursor', cursor]);
    expect(next.out).not.toContain('more:');
    expect((await shell.run(['cases', '--kommun', '0180'])).out).toBe('nothing\n');
    expect((await shell.run(['cases', '--assignee', 'me', '--stuck', 'true'])).out).toBe('nothing\n');
  });

  it("gives programs the API's own answer", async () => {
    const { text } = await desk.get('coordinator', `/api/v1/cases/${caseId}`);
    const { code, out, err } = await shell.run(['case', caseId, '--json']);
    expect([code, out, err]).toEqual([0, `${text}\n`, '']);
  });

  it('shows every step of a case that concerns the person', async () => {
    const { out } = await shell.run(['case', caseId]);
    expect(out).toContain(`case ${caseId}, open, opened ${today}\n`);
    expect(out).toContain('kommun 0484, milestone none yet, main responsibility migrationsverket\n');
    expect(out).toMatch(
      /\ndelgivning +migrationsverket +open, waits for caseworker since \S+ +expectation \S+, delgivningExpected .+ served, /,
    );
    expect(out).toMatch(/\npersonnummer +skatteverket +blocked behind flyttningsanmalan +– +–\n/);
    expect(out).not.toContain('not applicable');
  });

  it('tells what a case waits for, in the language of the user', async () => {
    const swedish = await shell.run(['why', caseId]);
    expect(swedish.out).toMatch(
      /^delgivning\n {2}Sedan den \d+ \p{L}+ \d{4} är det Migrationsverket som ska /u,
    );
    const english = await shell.run(['why', caseId, '--blocked'], { LANG: 'en_GB.UTF-8' });
    expect(english.out).toContain(
      'personnummer\n  The matter of population registration can begin after the notice',
    );
    const asked = await shell.run(['why', caseId, '--language', 'sv'], { LANG: 'en_GB.UTF-8' });
    expect(asked.out).toBe(swedish.out);
  });

  it('shows the queue of the user, and whose each step is once it is claimed', async () => {
    const user = openShell(api.url, await signIn.tokenOf('caseworker-migrationsverket'));
    const other = openShell(api.url, await signIn.tokenOf('manager'));
    const before = await user.run(['worklist', '--step', 'delgivning', '--assignee', 'none']);
    expect(before.out).toMatch(
      new RegExp(`${caseId} +delgivning +0484 +caseworker +\\S+ +expectation \\S+ +– +–\n`),
    );
    const claimed = await user.run(['claim', caseId, 'delgivning']);
    expect(claimed).toMatchObject({ code: 0, out: 'delgivning: assigned to caseworker-migrationsverket\n' });
    const mine = await user.run(['worklist', '--assignee', 'me']);
    expect(mine.out).toMatch(/ delgivning .* caseworker-migrationsverket +–\n$/);
    const late = await other.run(['assign', caseId, 'delgivning', 'caseworker-migrationsverket-2']);
    user.remove();
    other.remove();
    expect(late.code).toBe(1);
  });

  it('counts the cases that are stuck', async () => {
    const { code, out } = await shell.run(['stuck', 'summary', '--by', 'kommun']);
    expect([code, out]).toEqual([0, expect.stringContaining(`as of ${today}\n`)]);
    expect((await shell.run(['stuck', '--kommun', '0180'])).out).toBe('nothing\n');
  });

  describe('ends with', () => {
    it('1 where the API says no, and one line of its reason', async () => {
      const unknown = '00000000-0000-4000-8000-000000000000';
      expect(await shell.run(['case', unknown])).toEqual({
        code: 1,
        out: '',
        err: 'There is no such case.\n',
      });
      const { code, out, err } = await shell.run(['cases', '--kommun', '9999', '--json']);
      expect([code, JSON.parse(out).status]).toEqual([1, 400]);
      expect(err).toMatch(/^One or more parameters are wrong\. · kommun .+\n$/);
    });

    it.each([
      [['nonsense'], "unknown command 'nonsense'"],
      [['case'], "missing required argument 'caseId'"],
      [['case', 'my-case'], 'must be an id'],
      [['cases', '--due-before', '2027-02-30'], 'must be a day, YYYY-MM-DD'],
      [['cases', '--limit', '0'], 'must be a whole number'],
      [['why', '00000000-0000-4000-8000-000000000000', '--language', 'fi'], 'Allowed choices are sv, en'],
      [['cases', '--url', 'nowhere'], 'nowhere is no http or https address'],
      [['import', 'people.xlsx', '--source', 'x'], 'people.xlsx ends in none of .csv'],
    ])('2 after wrong usage: %j', async (typed, reason) => {
      const { code, out, err } = await shell.run(typed);
      expect([code, out]).toEqual([2, '']);
      expect(err).toContain(reason);
    });

    it('3 without a sign-in, or with a token that does not hold', async () => {
      const stranger = openShell(api.url);
      const nobody = await stranger.run(['cases']);
      const wrong = await stranger.run(['cases'], { ETABLERING_TOKEN: 'nonsense' });
      stranger.remove();
      expect(nobody).toEqual({ code: 3, out: '', err: 'Sign in first: etablering login\n' });
      expect([wrong.code, wrong.err]).toEqual([
        3,
        'The access token is not valid here. Sign in with: etablering login\n',
      ]);
    });

    it('4 where nobody answers', async () => {
      const [port] = await freePorts(1);
      const url = `http://127.0.0.1:${port}`;
      const { code, err } = await shell.run(['cases', '--url', url]);
      expect([code, err]).toEqual([4, `${url} cannot be reached: ECONNREFUSED\n`]);
    });

    it('0 after help, which tells the codes', async () => {
      const { code, out } = await shell.run(['--help']);
      expect(code).toBe(0);
      expect(out).toContain('4 the API cannot be reached');
    });
  });

  describe('a doctor', () => {
    it('finds the parts that are well, and those that are not', async () => {
      const operator = openShell(api.url, await signIn.tokenOf('operator'));
      const { code, out, err } = await operator.run(['doctor']);
      operator.remove();
      expect(code).toBe(1);
      expect(out).toMatch(/\nok +database +up 1\d/);
      expect(out).toMatch(/\nok +schema +up to date\n/);
      expect(out).toMatch(/\nok +clock +\d\.\d s between the API's and this machine's/);
      expect(out).toMatch(/\nWRONG +engine +away\n/);
      expect(out).toMatch(/\nWRONG +search attributes +unknown\n/);
      expect(err).toBe('wrong: engine, workers and task queues, search attributes, agencies\n');
    });

    it('is for operators', async () => {
      const { code, err } = await shell.run(['doctor']);
      expect([code, err]).toEqual([1, 'This may be done by: operator.\n']);
    });
  });
});
