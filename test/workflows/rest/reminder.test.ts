import { addDays } from '../../../domain/law/calendar';
import { openStage, type Stage } from '../../support/stage';
import { refusal, type StagedCase } from '../../support/staged-case';

describe('a reminder that somebody asks for', () => {
  let stage: Stage;
  let kase: StagedCase;
  beforeAll(async () => {
    stage = await openStage();
    kase = await stage.opensCase();
    await kase.untilHandOver('sfi', 'filed');
    await kase.untilHandOver('delgivning', 'filed');
  });
  afterAll(() => stage.close());

  const told = () => stage.agencies.kommun.told.filter((what) => what.startsWith('reminder'));

  async function reminds(step: string) {
    const items = [{ stepId: step as never }];
    return kase.sends(await kase.store('reminder', { items, reason: 'väntat länge' }, items));
  }

  it('goes to the agency’s system at once, and stands in the timeline with its reason', async () => {
    await reminds('sfi');
    await kase.untilQuiet();
    expect(told()).toEqual([expect.stringMatching(/sfi\/1\/reminder\/101$/)]);
    expect((await kase.told('reminder')).map(({ content }) => content)).toEqual([
      { items: [{ stepId: 'sfi' }], reason: 'väntat länge' },
    ]);
  });

  it('is refused for the rest of the day, and of a step that waits for another or is done', async () => {
    expect(await refusal(reminds('sfi'))).toBe('notAllowedNow');
    expect(await refusal(reminds('kommunmote'))).toBe('blocked');
    await kase.completes('delgivning', 'served', { fields: { howServed: 'in person' } });
    expect(await refusal(reminds('delgivning'))).toBe('notOpen');
    expect(await refusal(reminds('flyttningsanmalan'))).toBe('notAllowedNow');
  });

  it('is another one the day after', async () => {
    await kase.untilNoonOf(addDays(await kase.today(), 1));
    await reminds('sfi');
    await kase.untilQuiet();
    expect(told()).toHaveLength(2);
    expect(told()[1]).toMatch(/reminder\/102$/);
  });

  it('goes to the caseworker whose step it is, where it waits for one', async () => {
    await stage.register
      .updateTable('case_steps')
      .set({ assignee: 'caseworker-kommun' })
      .where('case_id', '=', kase.caseId)
      .where('step_id', '=', 'kommunmote' as never)
      .execute();
    await reminds('kommunmote');
    const inbox = await stage.register
      .selectFrom('inbox')
      .select(['recipient', 'kind', 'step_id', 'content'])
      .execute();
    expect(inbox).toEqual([
      {
        recipient: 'caseworker-kommun',
        kind: 'reminder',
        step_id: 'kommunmote',
        content: { by: 'caseworker' },
      },
    ]);
  });
});
