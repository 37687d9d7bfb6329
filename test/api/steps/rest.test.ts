import { addDays } from '../../../domain/law/calendar';
import { today } from '../support/household';
import { at, eventsAtRest, openRoom, type Room } from '../support/room';
import type { StagedCase } from '../../support/staged-case';

type Step = {
  stepId: string;
  status: { kind: string; why?: string; until?: string };
  dues: { rule: string; date: string; movedBy?: string }[];
  pausedBecause?: string;
};

describe('letting a step rest', () => {
  let room: Room;
  let staged: StagedCase;
  beforeAll(async () => {
    room = await openRoom();
    staged = await room.opens();
  });
  afterAll(() => room.close());

  const tell = (what: string, step: string, body: object, identity = 'caseworker-kommun') =>
    room.post(identity, at(staged, `/steps/${step}/${what}`), body);
  const stepOf = (body: { steps: Step[] }, id: string) => body.steps.find(({ stepId }) => stepId === id);
  const dueOf = (body: { steps: Step[] }, rule: string) =>
    stepOf(body, 'sfi')?.dues.find((due) => due.rule === rule);

  it('answers with the case, the step paused until the day and for the reason that was given', async () => {
    const until = addDays(today, 14);
    const answer = await tell('pause', 'sfi', { reason: 'på resa', until });
    expect(answer.status).toBe(200);
    expect(stepOf(answer.body, 'sfi')).toMatchObject({
      status: { kind: 'paused', why: 'untilDay', since: today, until },
      pausedBecause: 'på resa',
    });
    expect(dueOf(answer.body, 'sfiExpected')?.movedBy).toBe('paus 14 dagar');
    expect(dueOf(answer.body, 'sfiWithinThreeMonths')?.movedBy ?? '').not.toContain('paus');
  });

  it('refuses answers and a second pause meanwhile, and tells no reason in the refusal', async () => {
    const again = await tell('pause', 'sfi', { reason: 'på resa' });
    expect([again.status, again.body.type]).toEqual([409, '/problems/not-open']);
    expect(again.body.currentStatus).toMatchObject({ kind: 'paused', why: 'untilDay' });
    expect(JSON.stringify(again.body)).not.toContain('resa');
    const started = await tell('completion', 'sfi', { outcome: 'started', on: today });
    expect([started.status, started.body.type]).toEqual([409, '/problems/not-open']);
  });

  it('ends when it is resumed, with a reason', async () => {
    const answer = await tell('resumption', 'sfi', { reason: 'hemma igen' });
    expect(answer.status).toBe(200);
    expect(stepOf(answer.body, 'sfi')?.status).toMatchObject({ kind: 'open' });
    expect(stepOf(answer.body, 'sfi')).not.toHaveProperty('pausedBecause');
    const again = await tell('resumption', 'sfi', { reason: 'hemma igen' });
    expect([again.status, again.body]).toMatchObject([
      409,
      { type: '/problems/not-paused', currentStatus: { kind: 'open' } },
    ]);
  });

  it('gives a target a later day', async () => {
    const until = addDays(today, 60);
    const extension = { reason: 'kursen är full', rule: 'sfiWithinOneMonth', until };
    const answer = await tell('extension', 'sfi', extension);
    expect(answer.status).toBe(200);
    expect(dueOf(answer.body, 'sfiWithinOneMonth')).toMatchObject({
      date: until,
      movedBy: `förlängd till ${until}`,
    });
  });

  it('names the statute of a date that no extension moves, and leaves no event', async () => {
    const events = await eventsAtRest(staged);
    const duty = { reason: 'full', rule: 'sfiWithinThreeMonths', until: addDays(today, 300) };
    const refused = await tell('extension', 'sfi', duty);
    expect([refused.status, refused.body]).toMatchObject([
      422,
      {
        type: '/problems/date-not-movable',
        rule: 'sfiWithinThreeMonths',
        law: expect.stringContaining('20:29'),
      },
    ]);
    const earlier = await tell('extension', 'sfi', {
      reason: 'full',
      rule: 'sfiWithinOneMonth',
      until: addDays(today, 59),
    });
    expect([earlier.status, earlier.body]).toMatchObject([
      422,
      { type: '/problems/not-later', rule: 'sfiWithinOneMonth' },
    ]);
    const unknown = await tell('extension', 'sfi', { reason: 'full', rule: 'none', until: duty.until });
    expect([unknown.status, unknown.body.type]).toEqual([422, '/problems/date-not-movable']);
    const past = await tell('pause', 'sfi', { reason: 'sjuk', until: today });
    expect([past.status, past.body.type]).toEqual([422, '/problems/day-passed']);
    const blocked = await tell('pause', 'kommunmote', { reason: 'sjuk' });
    expect([blocked.status, blocked.body.type]).toEqual([409, '/problems/blocked']);
    expect(await eventsAtRest(staged)).toBe(events);
  });

  it('is told in the timeline: who, why, and until when', async () => {
    const timeline = await room.get('coordinator', at(staged, '/timeline'));
    const told = timeline.body.items.filter(({ kind }: { kind: string }) =>
      ['pause', 'resumption', 'extension'].includes(kind),
    );
    expect(told).toMatchObject([
      {
        kind: 'pause',
        actor: 'caseworker-kommun',
        content: { reason: 'på resa', items: [{ stepId: 'sfi', until: addDays(today, 14) }] },
      },
      { kind: 'resumption', content: { reason: 'hemma igen', items: [{ stepId: 'sfi' }] } },
      {
        kind: 'extension',
        content: {
          reason: 'kursen är full',
          items: [{ rule: 'sfiWithinOneMonth', until: addDays(today, 60) }],
        },
      },
    ]);
  });

  it('is the step’s own agency’s to say; of a step that the newcomer files also a coordinator’s', async () => {
    const reason = { reason: 'sjuk' };
    expect((await tell('pause', 'sfi', reason, 'caseworker-skatteverket')).status).toBe(403);
    expect((await tell('pause', 'sfi', reason, 'coordinator')).status).toBe(403);
    expect((await tell('pause', 'sfi', reason, 'manager')).status).toBe(403);
    expect((await tell('pause', 'sfi', reason, 'caseworker-kommun-sundsvall')).status).toBe(404);
    expect((await tell('pause', 'flyttningsanmalan', reason, 'caseworker-kommun')).status).toBe(403);
    const own = await tell('pause', 'flyttningsanmalan', reason, 'coordinator');
    expect([own.status, own.body.type]).toEqual([409, '/problems/blocked']);
    expect((await tell('pause', 'no-such-step', reason)).status).toBe(404);
  });

  it.each([
    ['pause', {}],
    ['pause', { reason: 'sjuk', until: 'tomorrow' }],
    ['pause', { reason: 'sjuk', rule: 'sfiExpected' }],
    ['resumption', { reason: '' }],
    ['extension', { reason: 'full', until: '2099-01-01' }],
    ['extension', { reason: 'full', rule: 'sfiExpected' }],
    ['extension', { reason: 'full', rule: 'sfi expected', until: '2099-01-01' }],
  ])('by %s takes no %o', async (what, body) => {
    expect((await tell(what, 'sfi', body)).status).toBe(400);
  });
});
