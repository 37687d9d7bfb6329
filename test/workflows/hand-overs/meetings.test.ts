import { openStage, type Stage } from '../../support/stage';
import type { StagedCase } from '../../support/staged-case';

describe('a booked meeting', () => {
  let stage: Stage;
  let kase: StagedCase;
  beforeAll(async () => {
    stage = await openStage();
  });
  beforeEach(async () => {
    kase = await stage.opensCase();
    await kase.untilHandOver('delgivning', 'filed');
    await kase.completes('delgivning', 'served', { fields: { howServed: 'in person' } });
    await kase.untilHandOver('etableringssamtal', 'filed');
    await kase.untilHandOver('kommunmote', 'filed');
  });
  afterAll(() => stage.close());

  const told = (agency: 'arbetsformedlingen' | 'kommun' | 'migrationsverket', step: string) =>
    stage.agencies[agency].told
      .filter((what) => what.includes(`${kase.caseId}/${step}/`))
      .map((what) => what.replace(`${kase.caseId}/`, ''));

  it('that nobody came to is taken back and booked again', async () => {
    await kase.completes('etableringssamtal', 'noShow');
    await kase.untilHandOver('etableringssamtal', 'filed', 2);
    expect(told('arbetsformedlingen', 'etableringssamtal')).toEqual([
      'handOver etableringssamtal/1',
      'retract etableringssamtal/1',
      'handOver etableringssamtal/2',
    ]);
    expect(await kase.statusOf('etableringssamtal')).toMatchObject({ kind: 'open' });

    await kase.completes('etableringssamtal', 'noShow');
    await kase.untilHandOver('etableringssamtal', 'filed', 3);
    await kase.completes('etableringssamtal', 'held');
    expect(await kase.statusOf('etableringssamtal')).toMatchObject({ kind: 'done', outcome: 'held' });
    const filings = (await kase.answers('etableringssamtal')).map(({ filing, outcome }) => [filing, outcome]);
    expect(filings).toEqual([
      [1, 'noShow'],
      [2, 'noShow'],
      [3, 'held'],
    ]);
  });

  it('that was held is left alone', async () => {
    await kase.completes('kommunmote', 'held');
    await kase.untilNoonIn(10);
    expect(told('kommun', 'kommunmote')).toEqual(['handOver kommunmote/1']);
    expect(await kase.handOverOf('kommunmote')).toMatchObject({ filing: 1, state: 'filed' });
  });

  it('that a caseworker corrects is booked again as filing 2', async () => {
    await kase.completes('kommunmote', 'held');
    await kase.restarts('reopening', 'kommunmote');
    await kase.untilHandOver('kommunmote', 'filed', 2);
    expect(told('kommun', 'kommunmote').slice(1)).toEqual(['retract kommunmote/1', 'handOver kommunmote/2']);
  });
});
