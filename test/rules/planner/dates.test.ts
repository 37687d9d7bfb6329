import {
  adult,
  after,
  type Event,
  handOver,
  MEETING_DAY,
  metAll,
  opened,
  paused,
  planOn,
  planWith,
  recorded,
  reported,
  step,
  waitingForPersonnummer,
} from '../support';

const waiting = waitingForPersonnummer();

function reminders(on: string, ...events: Event[]) {
  const plan = planOn(on, adult(), waiting, ...events);
  return {
    sent: plan.errands.filter(({ kind }) => kind === 'reminder').map(({ n }) => n),
    passed: plan.passed
      .filter(({ rule }) => rule.includes('Reminder'))
      .map(({ rule, date }) => `${rule} ${date}`),
  };
}

describe('reminders of a late personnummer', () => {
  it.each([
    ['2027-02-07', []],
    ['2027-02-08', [4]],
    ['2027-02-09', [4]],
    ['2027-03-07', [4]],
    ['2027-03-08', [4, 8]],
    ['2027-05-16', [4, 8]],
    ['2027-05-17', [4, 8, 18]],
    ['2027-12-01', [4, 8, 18]],
  ])('by %s are those of weeks %j', (on, weeks) => {
    expect(reminders(on).sent).toEqual(weeks);
    expect(reminders(on).passed).toHaveLength(weeks.length);
  });

  it('are named by step, week and day, and sent once', () => {
    const sent = recorded('personnummer', { errands: ['1/reminder/4'] });
    expect(reminders('2027-03-08', sent)).toEqual({
      sent: [8],
      passed: ['personnummerReminder4 2027-02-08', 'personnummerReminder8 2027-03-08'],
    });
  });

  it('count from the day the agency’s system took the filing, and do not begin before', () => {
    const late = handOver('personnummer', 'filed', '2027-02-10');
    expect(reminders('2027-03-09', late).sent).toEqual([]);
    expect(reminders('2027-03-10', late).sent).toEqual([4]);
    expect(reminders('2027-12-01', handOver('personnummer', 'running')).sent).toEqual([]);
  });

  it('are left out on days when the agency was not the one to act', () => {
    const asked = reported('personnummer', 'completionRequested', '2027-02-01');
    const answered = after('personnummer', 'completionAnswered', '2027-02-20');
    expect(reminders('2027-02-15', asked).sent).toEqual([]);
    expect(
      reminders('2027-03-08', asked, answered, recorded('personnummer', { errands: ['1/completion/1'] }))
        .sent,
    ).toEqual([8]);
    expect(reminders('2027-03-08', paused('personnummer', '2027-02-01', '2027-02-15')).sent).toEqual([8]);
    expect(reminders('2027-03-08', reported('personnummer', 'avslag', '2027-02-01')).passed).toEqual([]);
  });

  it('stay in the timeline after the decision, and are no longer sent', () => {
    const decided = reported('personnummer', 'registered', '2027-02-20');
    expect(reminders('2027-06-01', decided)).toEqual({
      sent: [],
      passed: ['personnummerReminder4 2027-02-08'],
    });
  });

  it('are only written down where a caseworker answers', () => {
    const settings = { personnummer: { answeredBy: 'caseworker', handedOver: false } } as const;
    const plan = planWith(settings, '2027-02-08', adult(), metAll(), opened('personnummer', MEETING_DAY));
    const booked = { personnummer: { answeredBy: 'caseworker', handedOver: true } } as const;
    expect(plan.errands).toEqual([]);
    expect(planWith(booked, '2027-02-08', adult(), waiting).errands).toEqual([]);
    expect(plan.passed).toContainEqual({
      stepId: 'personnummer',
      rule: 'personnummerReminder4',
      date: '2027-02-08',
    });
  });
});

describe('the dates of a step', () => {
  it('come in order of importance: a passed duty or target, what comes, a passed expectation or right', () => {
    const sfi = opened('sfi', MEETING_DAY);
    const rules = (on: string) => step(planOn(on, adult(), sfi), 'sfi').dues.map(({ rule }) => rule);
    expect(rules('2027-02-11')).toEqual(['sfiWithinOneMonth', 'sfiExpected', 'sfiWithinThreeMonths']);
    expect(rules('2027-02-12')).toEqual(['sfiWithinOneMonth', 'sfiExpected', 'sfiWithinThreeMonths']);
    expect(rules('2027-03-13')).toEqual(['sfiWithinOneMonth', 'sfiWithinThreeMonths', 'sfiExpected']);
    expect(rules('2027-04-06')).toEqual(['sfiWithinOneMonth', 'sfiWithinThreeMonths', 'sfiExpected']);
  });

  it('that have passed are told once each, with the day they were due', () => {
    const plan = planOn('2027-04-06', adult(), opened('sfi', MEETING_DAY));
    expect(plan.passed).toContainEqual({ stepId: 'sfi', rule: 'sfiWithinThreeMonths', date: '2027-04-05' });
    const dayBefore = planOn('2027-04-05', adult(), opened('sfi', MEETING_DAY));
    expect(dayBefore.passed.map(({ rule }) => rule)).not.toContain('sfiWithinThreeMonths');
  });

  it('that passed before a step was done are still told after it', () => {
    const started = reported('sfi', 'started', '2027-04-20');
    const plan = planOn('2027-04-21', adult(), opened('sfi', MEETING_DAY), started);
    expect(plan.passed).toContainEqual({ stepId: 'sfi', rule: 'sfiWithinThreeMonths', date: '2027-04-05' });
    const inTime = planOn(
      '2027-04-21',
      adult(),
      opened('sfi', MEETING_DAY),
      reported('sfi', 'started', '2027-04-05'),
    );
    expect(inTime.passed.map(({ rule }) => rule)).not.toContain('sfiWithinThreeMonths');
  });
});
