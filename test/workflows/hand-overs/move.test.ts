import type { KommunCode } from '../../../domain/model/ids';
import { openStage, type Stage } from '../../support/stage';
import { until } from '../../support/until';

describe('a person who moves from Eskilstuna to Sundsvall', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());

  it('has the open filing taken back from the one kommun and made with the other; what is done stays', async () => {
    const kase = await stage.opensCase();
    await kase.appliesForPersonnummer();
    await kase.untilNoonIn(3);
    const told = () => stage.agencies.kommun.told.map((what) => what.replace(`${kase.caseId}/`, ''));
    stage.agencies.kommun.told.length = 0;

    await kase.tells(
      { kind: 'stay', kommun: '2281' as KommunCode, dwelling: 'fixed' },
      { appliesTo: 'household' },
    );
    await kase.untilHandOver('sfi', 'filed', 2);
    await until('the old filing is taken back', async () => told().length >= 2);
    expect(told()).toEqual(['retract sfi/1', 'handOver sfi/2']);
    expect(await kase.statusOf('kommunmote')).toMatchObject({ kind: 'done' });
    expect(await kase.step('sfi')).toMatchObject({ filing: 2, status_kind: 'open' });

    const late = await kase.reports('sfi', 'started', {}, 1);
    await kase.untilTaken(late);
    expect(await kase.statusOf('sfi')).toMatchObject({ kind: 'open' });
    await kase.untilTaken(await kase.reports('sfi', 'started', {}, 2));
    expect(await kase.statusOf('sfi')).toMatchObject({ kind: 'done', outcome: 'started' });
  });
});
