import { household, today } from '../api/support/household';
import { openRoom, type Room } from '../api/support/room';
import type { StagedCase } from '../support/staged-case';
import { type Listening, listen, openShell, type Shell } from './support/command';

describe('the command line, changing', () => {
  let room: Room;
  let api: Listening;
  let caseworker: Shell;
  let coordinator: Shell;
  let staged: StagedCase;

  beforeAll(async () => {
    room = await openRoom();
    api = await listen(room.app);
    caseworker = openShell(api.url, await room.signIn.tokenOf('caseworker-migrationsverket'));
    coordinator = openShell(api.url, await room.signIn.tokenOf('coordinator'));
    staged = await room.opens(household());
  });

  afterAll(async () => {
    caseworker.remove();
    coordinator.remove();
    await api.close();
    await room.close();
  });

  const complete = (...more: string[]) => ['complete', staged.caseId, 'delgivning', 'served', ...more];

  it('tells what an outcome lacks, and what is refused by which rule', async () => {
    const without = await caseworker.run(complete());
    expect([without.code, without.err]).toEqual([
      1,
      expect.stringMatching(/^One or more parameters are wrong\. · howServed .+\n$/),
    ]);
    const early = await caseworker.run(complete('--field', 'howServed=at a meeting', '--on', '2150-01-01'));
    expect([early.code, early.err]).toEqual([
      1,
      expect.stringContaining('(notAfterCaseTime, utlänningslagen 5 kap.; FL 33 §)'),
    ]);
  });

  it('records an outcome once, however often it is sent under its key, and shows what is open now', async () => {
    const typed = complete(
      '--field',
      'howServed=at a meeting',
      '--note',
      'came alone',
      '--key',
      'served-once',
    );
    const first = await caseworker.run(typed);
    expect(first).toEqual({
      code: 0,
      out: expect.stringMatching(
        new RegExp(`^delgivning: done, served on ${today}\nopen now: .*etableringssamtal`),
      ),
      err: '',
    });
    expect(await caseworker.run(typed)).toEqual(first);
    const again = await caseworker.run(complete('--field', 'howServed=at a meeting'));
    expect([again.code, again.err]).toEqual([1, expect.stringContaining('now done')]);
  });

  it('changes nothing that has changed since it was read', async () => {
    const { code, err } = await coordinator.run([
      'complete',
      staged.caseId,
      'flyttningsanmalan',
      'filed',
      '--if-match',
      '"0.0"',
    ]);
    expect([code, err]).toEqual([1, expect.stringContaining('changed')]);
  });
});
