import { addDays } from '../../../domain/law/calendar';
import { historyOf, payloadsIn } from '../../support/engine/history';
import { openStage, type Stage } from '../../support/stage';
import { refusal, type StagedCase } from '../../support/staged-case';
import { until } from '../../support/until';

/** Of Skatteverket's published test numbers. */
const NUMBER = '199105142384';

describe('the decision on folkbokföring when the application lacks something', () => {
  let stage: Stage;
  let kase: StagedCase;
  beforeAll(async () => {
    stage = await openStage();
    kase = await stage.opensCase();
    await kase.appliesForPersonnummer();
  });
  afterAll(() => stage.close());

  const wasTold = async (what: string) =>
    until(`skatteverket is told ${what}`, async () =>
      stage.agencies.skatteverket.told.includes(`completion ${kase.caseId}/personnummer/1/${what}`),
    );

  it('waits for the newcomer from the request to the answer, with the day that the agency set', async () => {
    expect(await refusal(kase.completes('personnummer', 'completionAnswered'))).toBe('notAllowedNow');
    await kase.untilNoonIn(20);
    const by = addDays(await kase.today(), 14);
    await kase.untilTaken(await kase.reports('personnummer', 'completionRequested', { fields: { by } }));

    expect(await kase.statusOf('personnummer')).toMatchObject({
      kind: 'open',
      waitingFor: 'newcomer',
      why: 'completionAsked',
    });
    const { dues } = await kase.step('personnummer');
    expect(dues).toContainEqual(expect.objectContaining({ rule: 'answerCompletion', date: by }));
  });

  it('passes the answer on to the agency and waits for it again', async () => {
    await kase.completes('personnummer', 'completionAnswered');
    await wasTold('completion/1');
    expect(await kase.statusOf('personnummer')).toMatchObject({ kind: 'open', waitingFor: 'agency' });
  });

  it('takes a second request and a second answer, which is passed on under a number of its own', async () => {
    await kase.untilNoonIn(30);
    const by = addDays(await kase.today(), 14);
    await kase.untilTaken(await kase.reports('personnummer', 'completionRequested', { fields: { by } }));
    expect(await kase.statusOf('personnummer')).toMatchObject({ kind: 'open', waitingFor: 'newcomer' });

    await kase.untilNoonIn(15);
    expect(await kase.datesPassed('answerCompletion')).toEqual([by]);
    await kase.completes('personnummer', 'completionAnswered');
    await wasTold('completion/2');
    expect(stage.agencies.skatteverket.told.filter((what) => what.startsWith('completion'))).toHaveLength(2);
  });

  it('ends when the person is registered, with personnummer and kommun in the register alone', async () => {
    const from = await kase.today();
    const fields = { personnummer: NUMBER, from, kommun: '0484' };
    await kase.untilTaken(await kase.reports('personnummer', 'registered', { fields }));

    expect(await kase.statusOf('personnummer')).toEqual({ kind: 'done', outcome: 'registered', on: from });
    expect(await kase.row()).toMatchObject({ milestone: 'folkbokford' });
    expect((await kase.answers('personnummer')).at(-1)).toMatchObject({ outcome: 'registered', fields });
    const { person_id: personId } = await kase.row();
    const identifiers = await stage.register
      .selectFrom('identifiers')
      .select(['type', 'value'])
      .where('person_id', '=', personId)
      .execute();
    expect(identifiers).toContainEqual({ type: 'personnummer', value: NUMBER });

    const recorded = (await payloadsIn(await historyOf(kase.handle))).join();
    expect(recorded).toContain('personnummer');
    expect(recorded).not.toContain(NUMBER);
  });
});
