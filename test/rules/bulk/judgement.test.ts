import type { CaseId, StepId } from '../../../domain/model/ids';
import type { BulkAction } from '../../../domain/process/judging/bulk-action';
import { judgeInBulk } from '../../../domain/process/judging/bulk-judgement';
import { digestOf } from '../../../domain/process/judging/digest';
import {
  adult,
  after,
  day,
  type Event,
  handOver,
  paused,
  planOn,
  planWith,
  recorded,
  reported,
} from '../support';
import {
  ON,
  waiting,
  sfiFiled,
  byHand,
  situation,
  judgedCase,
  judged,
  changes,
  refused,
} from './judged-case';

describe('an action in one case of many', () => {
  it.each<[string, object, object]>([
    ['pauses an open step', { kind: 'pause', step: 'sfi' }, { stepId: 'sfi', filing: 1, to: null }],
    [
      'pauses it until a day',
      { kind: 'pause', step: 'sfi', until: '2027-08-16' },
      { stepId: 'sfi', filing: 1, to: '2027-08-16' },
    ],
    [
      'gives its expectation a later day',
      { kind: 'extend', step: 'sfi', until: '2027-08-16' },
      { stepId: 'sfi', filing: 1, rule: 'sfiExpected', to: '2027-08-16' },
    ],
    [
      'gives a target a later day',
      { kind: 'extend', step: 'sfi', rule: 'sfiWithinOneMonth', until: '2027-08-16' },
      { stepId: 'sfi', rule: 'sfiWithinOneMonth', from: '2027-02-11', to: '2027-08-16' },
    ],
    [
      'records an outcome',
      { kind: 'complete', step: 'sfi', outcome: 'started', on: ON, fields: {} },
      { stepId: 'sfi', filing: 1, to: 'started' },
    ],
    [
      'reminds the agency whose system has the filing',
      { kind: 'remind', step: 'personnummer' },
      { stepId: 'personnummer', filing: 1, to: 'skatteverket' },
    ],
    [
      'gives a step to whoever stands in for a colleague',
      { kind: 'reassign', step: 'sfi', assignee: 'b' },
      { stepId: 'sfi', filing: 1, from: null, to: 'd' },
    ],
  ])('%s', (_, action, change) => {
    expect(changes(judged(action))).toEqual([expect.objectContaining(change)]);
  });

  it.each<[string, object, ReturnType<typeof refused>]>([
    ['a done step', { kind: 'pause', step: 'kommunmote' }, refused('notOpen', 'kommunmote')],
    ['a step that does not rest', { kind: 'resume', step: 'sfi' }, refused('notPaused', 'sfi')],
    ['a day that has come', { kind: 'pause', step: 'sfi', until: ON }, refused('notAhead', 'sfi')],
    [
      'a date of the law’s',
      { kind: 'extend', step: 'sfi', rule: 'sfiWithinThreeMonths', until: '2027-08-16' },
      refused('notMovable', 'sfi'),
    ],
    [
      'a date that the step does not have',
      { kind: 'extend', step: 'sfi', rule: 'noSuchRule', until: '2027-08-16' },
      refused('notMovable', 'sfi'),
    ],
    ['an earlier day', { kind: 'extend', step: 'sfi', until: '2027-01-21' }, refused('notLater', 'sfi')],
    [
      'an outcome of another time',
      { kind: 'complete', step: 'sfi', outcome: 'interrupted', on: ON, fields: {} },
      refused('notAllowedNow', 'sfi'),
    ],
    [
      'what a second person decides',
      { kind: 'complete', step: 'sfi', outcome: 'ended', on: ON, fields: {} },
      refused('needsSecondPerson', 'sfi'),
    ],
    [
      'what has not happened yet',
      { kind: 'complete', step: 'sfi', outcome: 'started', on: '2027-01-21', fields: {} },
      refused('afterCaseTime', 'sfi'),
    ],
    ['what has not been refused', { kind: 'resubmit', step: 'sfi' }, refused('notAllowedNow', 'sfi')],
    [
      'a colleague of another agency',
      { kind: 'reassign', step: 'personnummer', assignee: 'b' },
      refused('unknownColleague', 'personnummer'),
    ],
    ['what is so already', { kind: 'reassign', step: 'sfi', assignee: null }, refused('alreadySo', 'sfi')],
    [
      'a step that is done, to be somebody’s',
      { kind: 'reassign', step: 'kommunmote', assignee: 'b' },
      refused('notOpen', 'kommunmote'),
    ],
    ['a step that the case does not have', { kind: 'pause', step: 'noSuchStep' }, refused('noSuchStep')],
    ['rules that it is planned by already', { kind: 'replan' }, refused('alreadySo')],
  ])('refuses %s', (_, action, refusal) => {
    expect(judged(action)).toEqual(refusal);
  });

  it('is refused in a closed case, whatever it is', () => {
    const digest = digestOf({ ...planOn(ON, adult()), finished: true }, adult(), 'case' as CaseId);
    const kase = { digest, revision: 1, rulesVersion: '2020-01-01', steps: [] };
    expect(judgeInBulk(kase, { kind: 'replan' }, situation(day(ON)))).toEqual(refused('closed'));
  });

  it('is refused while the register has no plan of the case to judge by', () => {
    const kase = { ...judgedCase([waiting, sfiFiled]), digest: undefined };
    const action: BulkAction = { kind: 'pause', step: 'sfi' as StepId };
    expect(judgeInBulk(kase, action, situation(kase.asOf))).toEqual(refused('notReady', 'sfi'));
  });

  it('plans anew by other rules than the case was planned by', () => {
    const digest = digestOf(planOn(ON, adult()), adult(), 'case' as CaseId);
    const kase = { digest, revision: 1, rulesVersion: '2020-01-01', steps: [] };
    expect(judgeInBulk(kase, { kind: 'replan' }, situation(day(ON)))).toEqual({
      kind: 'accepted',
      changes: [],
      leftOut: [],
    });
  });

  it('goes on with a paused step', () => {
    const events = [waiting, sfiFiled, paused('sfi', '2027-01-12')];
    expect(changes(judged({ kind: 'resume', step: 'sfi' }, events))).toEqual([{ stepId: 'sfi', filing: 1 }]);
  });

  it('hands over again what the agency’s system refused for good', () => {
    const events = [waiting, handOver('sfi', 'refused')];
    expect(changes(judged({ kind: 'resubmit', agency: 'kommun' }, events))).toEqual([
      { stepId: 'sfi', filing: 1, from: '1', to: '2' },
    ]);
  });
});

describe('an action on all steps of an agency', () => {
  it('takes those that it fits and names those under way that it leaves as they are', () => {
    const events = [after('delgivning', 'served', '2027-01-11'), paused('sfi', '2027-01-12')];
    expect(judged({ kind: 'pause', agency: 'kommun' }, events)).toEqual({
      kind: 'accepted',
      changes: [{ stepId: 'kommunmote', filing: 1, to: null }],
      leftOut: [{ stepId: 'sfi', reason: 'notOpen' }],
    });
  });

  it('is refused for what is under way rather than for what is done', () => {
    const events = [waiting, paused('sfi', '2027-01-12')];
    expect(judged({ kind: 'pause', agency: 'kommun' }, events)).toEqual(refused('notOpen', 'sfi'));
  });

  it('moves only what is one colleague’s to another, where it says so', () => {
    const events = [after('delgivning', 'served', '2027-01-11')];
    const owners = { sfi: 'a', kommunmote: 'c' };
    const move = { kind: 'reassign', from: 'a', assignee: 'b' };
    expect(changes(judged(move, events, { owners }))).toEqual([
      { stepId: 'sfi', filing: 1, from: 'a', to: 'd' },
    ]);
    expect(judged({ ...move, from: 'e' }, events, { owners })).toEqual(refused('noSuchStep'));
  });
});

describe('a reminder', () => {
  const remind = { kind: 'remind', step: 'sfi' };

  it('goes to the colleague whose step it is, where the step waits for a caseworker', () => {
    const plan = planWith(byHand, ON, adult(), waiting);
    const owners = { sfi: 'a' };
    expect(changes(judged(remind, [waiting], { plan, owners }))).toEqual([
      { stepId: 'sfi', filing: 1, to: 'a' },
    ]);
    expect(judged(remind, [waiting], { plan })).toEqual(refused('unowned', 'sfi'));
  });

  it.each<[string, readonly Event[], string]>([
    ['the hand-over is on its way', [waiting, handOver('sfi', 'running')], 'sfi'],
    [
      'the newcomer is asked for more',
      [waiting, reported('personnummer', 'completionRequested', '2027-01-15')],
      'personnummer',
    ],
    [
      'a court has the matter',
      [
        waiting,
        reported('personnummer', 'avslag', '2027-01-15', { servedOn: '2027-01-15' }),
        after('personnummer', 'appealFiled', '2027-01-18'),
      ],
      'personnummer',
    ],
  ])('goes to nobody while %s', (_, events, step) => {
    expect(judged({ kind: 'remind', step }, events)).toEqual(refused('nobodyToRemind', step));
  });

  it('goes out once a day', () => {
    const told = (on: string) =>
      recorded('sfi', { reminders: [{ filing: 1, on: day(on), messageId: 'm' as never }] });
    expect(judged(remind, [waiting, sfiFiled, told(ON)])).toEqual(refused('remindedToday', 'sfi'));
    expect(judged(remind, [waiting, sfiFiled, told('2027-01-19')]).kind).toBe('accepted');
  });

  it('is told to the agency under a number of its own, each filing counted anew', () => {
    const reminders = [1, 1, 2].map((filing) => ({ filing, on: day(ON), messageId: 'm' as never }));
    const { errands } = planOn(ON, adult(), waiting, sfiFiled, recorded('sfi', { reminders }));
    expect(errands.filter(({ stepId }) => stepId === ('sfi' as StepId)).map(({ n }) => n)).toEqual([
      101, 102,
    ]);
  });
});
