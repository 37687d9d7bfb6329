import type { KommunCode, StepId } from '../../../domain/model/ids';
import { noteColleague } from '../../../register/work/colleagues';
import { readInbox } from '../../../register/work/inbox';
import { openStage, type Stage } from '../../support/stage';
import type { StagedCase } from '../../support/staged-case';
import { until } from '../../support/until';

describe('a person who moves from Eskilstuna to Sundsvall', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());

  /** A caseworker of Eskilstuna has a step. */
  async function isTakenBy(kase: StagedCase, subject: string, stepId: string): Promise<void> {
    const area = ['0484' as KommunCode];
    const colleague = {
      subject,
      name: null,
      email: null,
      role: 'caseworker',
      agency: 'kommun',
      area,
    } as const;
    await noteColleague(stage.register, colleague, new Date());
    await stage.register
      .updateTable('case_steps')
      .set({ assignee: subject, assigned_at: new Date() })
      .where('case_id', '=', kase.caseId)
      .where('step_id', '=', stepId as StepId)
      .execute();
  }

  it('has the open filing taken back from the one kommun and made with the other; what is done stays', async () => {
    const kase = await stage.opensCase();
    await kase.appliesForPersonnummer();
    await kase.untilNoonIn(3);
    const told = () => stage.agencies.kommun.told.map((what) => what.replace(`${kase.caseId}/`, ''));
    stage.agencies.kommun.told.length = 0;

    await isTakenBy(kase, 'eva', 'sfi');
    await kase.tells(
      { kind: 'stay', kommun: '2281' as KommunCode, dwelling: 'fixed' },
      { appliesTo: 'household' },
    );
    await kase.untilHandOver('sfi', 'filed', 2);
    await until('the old filing is taken back', async () => told().length >= 2);
    expect(told()).toEqual(['retract sfi/1', 'handOver sfi/2']);
    expect(await kase.statusOf('kommunmote')).toMatchObject({ kind: 'done' });
    expect(await kase.step('sfi')).toMatchObject({ filing: 2, status_kind: 'open', assignee: null });
    expect(
      (await readInbox(stage.register, 'eva', { limit: 5, isUnreadOnly: false })).map(({ kind, stepId }) => [
        kind,
        stepId,
      ]),
    ).toEqual([['unassigned', 'sfi']]);
    expect((await kase.told('assignment')).map(({ content }) => content)).toMatchObject([
      { from: 'eva', to: null },
    ]);

    const late = await kase.reports('sfi', 'started', {}, 1);
    await kase.untilTaken(late);
    expect(await kase.statusOf('sfi')).toMatchObject({ kind: 'open' });
    await kase.untilTaken(await kase.reports('sfi', 'started', {}, 2));
    expect(await kase.statusOf('sfi')).toMatchObject({ kind: 'done', outcome: 'started' });
  });
});
