import type { CaseId } from '../../../domain/model/ids';
import type { MessageItem, TimingKind } from '../../../domain/model/message';
import type { Plan } from '../../../domain/model/plan';
import { digestOf } from '../../../domain/process/judging/digest';
import { refusalOfTiming } from '../../../domain/process/judging/timing-refusal';
import {
  adult,
  after,
  day,
  handOver,
  metAll,
  opened,
  paused,
  planOn,
  reported,
  waitingForPersonnummer,
  wholePlanOn,
} from '../support';

/** Why a message about resting is refused; undefined when it is taken. */
function said(plan: Plan, kind: TimingKind, step: string, more: { until?: string; rule?: string } = {}) {
  const item = { stepId: step, ...more } as MessageItem;
  return refusalOfTiming(digestOf(plan, {}, 'case' as CaseId), kind, item, plan.asOf);
}

const waiting = waitingForPersonnummer();
const withheld = reported('personnummer', 'avslag', '2027-02-01', { servedOn: '2027-02-01' });

describe('a pause', () => {
  it.each([
    ['waits for an agency', planOn('2027-01-20', adult(), waiting), 'personnummer', undefined],
    [
      'waits for the newcomer',
      planOn('2027-01-11', adult(), after('delgivning', 'served')),
      'flyttningsanmalan',
      undefined,
    ],
    [
      'waits for what was asked for',
      planOn('2027-01-25', adult(), waiting, reported('personnummer', 'completionRequested', '2027-01-20')),
      'personnummer',
      undefined,
    ],
    ['is blocked', planOn('2027-01-05', adult()), 'kommunmote', 'blocked'],
    ['is done', planOn('2027-01-20', adult(), waiting), 'delgivning', 'notOpen'],
    ['is paused', planOn('2027-01-20', adult(), waiting, paused('sfi', '2027-01-12')), 'sfi', 'notOpen'],
    [
      'is refused, with its appeal time',
      planOn('2027-02-03', adult(), waiting, withheld),
      'personnummer',
      'notAllowedNow',
    ],
    [
      'lies with the court',
      planOn('2027-02-03', adult(), waiting, withheld, after('personnummer', 'appealFiled', '2027-02-03')),
      'personnummer',
      'notAllowedNow',
    ],
    ['does not apply', planOn('2027-01-20', adult({ language: { lacksSwedish: false } })), 'sfi', 'notOpen'],
    ['is not there', planOn('2027-01-20', adult()), 'no-such-step', 'notOpen'],
  ])('of a step that %s', (_, plan, step, code) => {
    expect(said(plan, 'pause', step)).toBe(code);
  });

  it('of a clock is refused: time does not rest', () => {
    const refusedInPart = adult({ permit: { refuses: 'status' } as never });
    const plan = wholePlanOn('2027-01-20', refusedInPart, after('delgivning', 'served'));
    expect(plan.steps.find(({ stepId }) => stepId === 'lagaKraft')?.status).toMatchObject({
      why: 'timeRuns',
    });
    expect(said(plan, 'pause', 'lagaKraft')).toBe('notAllowedNow');
  });

  it.each([
    ['2027-01-19', 'notAhead'],
    ['2027-01-20', 'notAhead'],
    ['2027-01-21', undefined],
  ])('until %s, told on 2027-01-20', (until, code) => {
    expect(said(planOn('2027-01-20', adult(), waiting), 'pause', 'sfi', { until })).toBe(code);
  });
});

describe('a resumption', () => {
  it.each([
    ['is paused', [paused('sfi', '2027-01-12')], undefined],
    ['is paused until a day', [paused('sfi', '2027-01-12', '2027-02-12')], undefined],
    ['is open', [], 'notPaused'],
    ['has gone on already', [paused('sfi', '2027-01-12', '2027-01-15')], 'notPaused'],
  ])('of a step that %s', (_, events, code) => {
    expect(said(planOn('2027-01-20', adult(), waiting, ...events), 'resumption', 'sfi')).toBe(code);
  });

  it('of a step that is held back while it rests waits with it', () => {
    const plan = planOn('2027-01-05', adult(), paused('kommunmote', '2027-01-04'));
    expect(said(plan, 'resumption', 'kommunmote')).toBe('blocked');
  });
});

describe('an extension', () => {
  const sfi = [opened('sfi', '2027-01-11'), handOver('sfi', 'filed')];
  const plan = planOn('2027-01-20', adult(), metAll(), ...sfi);

  it.each([
    ['sfiWithinOneMonth', '2027-03-01', undefined],
    ['sfiExpected', '2027-06-01', undefined],
    ['sfiWithinOneMonth', '2027-02-11', 'notLater'],
    ['sfiWithinOneMonth', '2027-02-01', 'notLater'],
    ['sfiWithinThreeMonths', '2028-01-01', 'notMovable'],
    ['personnummerExpected', '2028-01-01', 'notMovable'],
    ['constructor', '2028-01-01', 'notMovable'],
  ])('of %s to %s', (rule, until, code) => {
    expect(said(plan, 'extension', 'sfi', { rule, until })).toBe(code);
  });

  it('of a target that has passed is to a day that is still to come', () => {
    const late = planOn('2027-03-01', adult(), metAll(), ...sfi);
    const rule = 'sfiWithinOneMonth';
    expect(said(late, 'extension', 'sfi', { rule, until: day('2027-02-20') })).toBe('notAhead');
    expect(said(late, 'extension', 'sfi', { rule, until: day('2027-03-01') })).toBeUndefined();
  });

  it('waits until a paused step goes on, and a blocked one opens', () => {
    const rests = planOn('2027-01-20', adult(), metAll(), ...sfi, paused('sfi', '2027-01-15'));
    expect(said(rests, 'extension', 'sfi', { rule: 'sfiExpected', until: '2027-06-01' })).toBe('notOpen');
    const early = planOn('2027-01-05', adult());
    const rule = 'kommunmoteExpected';
    expect(said(early, 'extension', 'kommunmote', { rule, until: '2027-06-01' })).toBe('blocked');
  });
});
