import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { household } from '../api/support/household';
import { openRoom, type Room } from '../api/support/room';
import type { StagedCase } from '../support/staged-case';
import { type Listening, listen, openShell, type Shell } from './support/command';
import { type ScriptedApi, scriptApi } from './support/scripted-api';

const ACTION = '7a1c954e-7c11-4c3f-9d1e-0a1b2c3d4e5f';
const PREVIEW = ['bulk', 'preview', 'pause', '--step', 'delgivning', '--reason', 'strejk'];

/** An action as the API answers it, so far. */
function bulkAction(state: string, cases: Record<string, number>) {
  const none = { pending: 0, done: 0, refused: 0, failed: 0, skipped: 0 };
  return {
    bulkActionId: ACTION,
    state,
    action: { kind: 'pause', step: 'sfi' },
    reason: 'strejk',
    selected: 3,
    accepted: 2,
    cases: { ...none, ...cases },
    reasons: [{ state: 'refused', reason: 'notOpen', detail: 'The step is not open', cases: 1 }],
    casesPerSecond: 10,
    estimatedSeconds: 1,
    previewedBy: 'manager',
    previewedAt: '2027-01-14T10:00:00.000Z',
    expiresAt: '2027-01-15T10:00:00.000Z',
    startedAt: null,
    estimatedEnd: null,
    stoppedBy: null,
    endedAt: null,
  };
}

describe('the command line, acting on many cases', () => {
  let room: Room;
  let api: Listening;
  let manager: Shell;
  let staged: StagedCase;

  beforeAll(async () => {
    room = await openRoom();
    api = await listen(room.app);
    manager = openShell(api.url, await room.signIn.tokenOf('manager'));
    staged = await room.opens(household());
  });

  afterAll(async () => {
    manager.remove();
    await api.close();
    await room.close();
  });

  it('shows before anything happens what a pause comes to in each of the named cases', async () => {
    const file = path.join(manager.folder, 'cases.txt');
    const unknown = '5f0c954e-7c11-4c3f-9d1e-0a1b2c3d4e5f';
    writeFileSync(file, `${staged.caseId}\n${unknown}\n`);
    const { code, out } = await manager.run([...PREVIEW, '--cases', file]);
    expect(code).toBe(0);
    expect(out).toMatch(/^[0-9a-f-]{36} {2}pause, previewed: strejk\n/);
    expect(out).toContain('\n2 selected = 1 pending + 0 done + 1 refused + 0 failed + 0 skipped\n');
    const [action = ''] = out.split(' ');
    const refused = await manager.run(['bulk', 'cases', action, '--state', 'refused']);
    expect(refused.out).toMatch(new RegExp(`\n${unknown} +refused +– +\\S`));
    expect((await manager.run(['bulk', 'list'])).out).toContain(action);
  });

  it.each([
    [['--select', 'step=delgivning', '--select', 'colour=blue'], 1, /colour/],
    [[], 2, /^say which cases, with --select or --cases\n$/],
    [['--cases', '/no/such/file'], 2, /^\/no\/such\/file cannot be read: ENOENT\n$/],
  ])('says of %j what is wrong with it', async (typed, code, told) => {
    expect(await manager.run([...PREVIEW, ...typed])).toEqual({
      code,
      out: '',
      err: expect.stringMatching(told),
    });
  });
});

describe('an action on many cases that the command line starts', () => {
  let api: ScriptedApi;
  let shell: Shell;

  beforeEach(async () => {
    api = await scriptApi();
    shell = openShell(api.url, 'token');
  });

  afterEach(async () => {
    shell.remove();
    await api.close();
  });

  it('is followed to its end, and its numbers add up', async () => {
    const running = bulkAction('running', { pending: 2, refused: 1 });
    api.answers.set(`POST /bulk-actions/${ACTION}/start`, [{ status: 202, body: running }]);
    const ended = {
      ...bulkAction('done', { done: 2, refused: 1 }),
      stoppedBy: null,
      endedAt: '2027-01-14T10:01:00.000Z',
    };
    api.answers.set(`GET /bulk-actions/${ACTION}`, [{ body: running }, { body: ended }]);
    const { code, out, err } = await shell.run(['bulk', 'start', ACTION]);
    expect([code, err]).toEqual([
      0,
      'running: 3 cases, pending 2, refused 1\ndone: 3 cases, done 2, refused 1\n',
    ]);
    expect(out).toBe(
      [
        `${ACTION}  pause, done: strejk`,
        '3 selected = 0 pending + 2 done + 1 refused + 0 failed + 0 skipped',
        'ended 2027-01-14T10:01:00.000Z',
        '',
        'cases  state    why',
        '    1  refused  The step is not open',
        '',
      ].join('\n'),
    );
  });

  it('goes on by itself where it is not waited for, until it is stopped', async () => {
    const running = bulkAction('running', { pending: 2, refused: 1 });
    api.answers.set(`POST /bulk-actions/${ACTION}/start`, [{ status: 202, body: running }]);
    const { out, err } = await shell.run(['bulk', 'start', ACTION, '--no-wait']);
    expect([out, err]).toEqual([expect.stringContaining('about 1 s, at most 10 cases a second'), '']);
    const stopping = { ...bulkAction('stopping', { skipped: 2, refused: 1 }), stoppedBy: 'manager' };
    api.answers.set(`POST /bulk-actions/${ACTION}/stop`, [{ status: 202, body: stopping }]);
    expect((await shell.run(['bulk', 'stop', ACTION])).out).toContain('\nstopped by manager\n');
  });
});
