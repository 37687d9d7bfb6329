import {
  adult,
  due,
  type Event,
  extended,
  handOver,
  MEETING_DAY,
  metAll,
  opened,
  paused,
  planOn,
  reported,
  restarted,
  step,
  waitingForPersonnummer,
  wholePlanOn,
} from '../support';

const waiting = waitingForPersonnummer();

describe('a pause', () => {
  const sfi = [opened('sfi', MEETING_DAY), handOver('sfi', 'filed')];

  it('moves a target and an expectation by its days, and no duty or right', () => {
    const plan = planOn('2027-02-20', adult(), ...sfi, paused('sfi', '2027-01-20', '2027-02-03'));
    expect(due(plan, 'sfi', 'sfiWithinOneMonth')).toMatchObject({
      date: '2027-02-25',
      movedBy: 'paus 14 dagar',
    });
    expect(due(plan, 'sfi', 'sfiExpected')?.date).toBe('2027-03-26');
    expect(due(plan, 'sfi', 'sfiWithinThreeMonths')?.date).toBe('2027-04-05');
    const rested = planOn('2027-02-01', adult(), waiting, paused('personnummer', '2027-01-20'));
    expect(due(rested, 'personnummer', 'demandDecision')?.date).toBe('2027-07-11');
  });

  it('without an end moves them as long as it lasts', () => {
    const plan = planOn('2027-01-30', adult(), ...sfi, paused('sfi', '2027-01-20'));
    expect(due(plan, 'sfi', 'sfiWithinOneMonth')?.date).toBe('2027-02-21');
  });

  it('that came after a target had passed moves nothing', () => {
    const plan = planOn('2027-03-10', adult(), ...sfi, paused('sfi', '2027-02-20', '2027-03-01'));
    expect(due(plan, 'sfi', 'sfiWithinOneMonth')?.date).toBe('2027-02-11');
  });

  it.each([
    ['2027-01-19', 'open', ['received', 'notReceived', 'started']],
    ['2027-01-20', 'paused', []],
    ['2027-02-02', 'paused', []],
    ['2027-02-03', 'open', ['received', 'notReceived', 'started']],
  ])('on %s leaves the step %s, and it takes %j', (on, kind, allowed) => {
    const plan = planOn(on, adult(), ...sfi, paused('sfi', '2027-01-20', '2027-02-03'));
    expect(step(plan, 'sfi').status.kind).toBe(kind);
    expect(step(plan, 'sfi').allowed).toEqual(allowed);
  });

  it('wakes the case when it ends', () => {
    const plan = planOn('2027-02-01', adult(), metAll(), ...sfi, paused('sfi', '2027-01-20', '2027-02-03'));
    expect(plan.wakeOn).toBe('2027-02-03');
  });
});

describe('an extension', () => {
  const sfi = opened('sfi', MEETING_DAY);
  const goal = (on: string, ...events: Event[]) =>
    due(planOn(on, adult(), sfi, ...events), 'sfi', 'sfiWithinOneMonth');
  const toMarch = extended('sfi', 'sfiWithinOneMonth', '2027-03-01', '2027-01-18');

  it('moves the target it names and says so, never backwards', () => {
    expect(goal('2027-01-20', toMarch)).toMatchObject({
      date: '2027-03-01',
      movedBy: 'förlängd till 2027-03-01',
    });
    const earlier = extended('sfi', 'sfiWithinOneMonth', '2027-02-01', '2027-01-18');
    expect(goal('2027-01-20', earlier)).toMatchObject({ date: '2027-02-11' });
    expect(goal('2027-01-20', earlier)).not.toHaveProperty('movedBy');
  });

  it('never moves a duty', () => {
    const given = extended('sfi', 'sfiWithinThreeMonths', '2028-01-01', '2027-01-18');
    const plan = planOn('2027-01-20', adult(), sfi, given);
    expect(due(plan, 'sfi', 'sfiWithinThreeMonths')?.date).toBe('2027-04-05');
  });

  it('is pushed on by a pause that comes after it, and follows one that came before', () => {
    const later = paused('sfi', '2027-02-01', '2027-02-08');
    expect(goal('2027-02-09', toMarch, later)).toMatchObject({
      date: '2027-03-08',
      movedBy: 'förlängd till 2027-03-01, paus 7 dagar',
    });
    const before = paused('sfi', '2027-01-12', '2027-01-13');
    expect(goal('2027-02-09', toMarch, before)).toMatchObject({
      date: '2027-03-01',
      movedBy: 'paus 1 dag, förlängd till 2027-03-01',
    });
  });

  it('of an expectation is gone with its filing, that of a target is not', () => {
    const events = [toMarch, extended('sfi', 'sfiExpected', '2027-12-01', '2027-01-18')];
    const again = restarted('sfi', 'resubmissions', '2027-02-01');
    const plan = planOn('2027-02-02', adult(), sfi, ...events, again);
    expect(due(plan, 'sfi', 'sfiExpected')?.date).toBe('2027-04-02');
    expect(due(plan, 'sfi', 'sfiWithinOneMonth')?.date).toBe('2027-03-01');
  });

  it('moves the day on which what waits behind the step may be expected to open', () => {
    const on = (...events: Event[]) => planOn('2027-01-20', adult(), waiting, ...events).next;
    expect(on()).toEqual([]);
    const whole = (...events: Event[]) => wholePlanOn('2027-01-20', adult(), waiting, ...events).next;
    const idKort = { stepId: 'idKort' };
    expect(whole().find(({ stepId }) => stepId === 'idKort')?.expectedOn).toBe('2027-02-08');
    const given = extended('personnummer', 'personnummerExpected', '2027-04-01', '2027-01-18');
    expect(whole(given)).toContainEqual({ ...idKort, expectedOn: '2027-04-01' });
  });
});

describe('an offer that nobody has taken up', () => {
  const registered = [
    waitingForPersonnummer(),
    reported('personnummer', 'registered', '2027-02-01', { fields: { from: MEETING_DAY, kommun: '0484' } }),
    opened('idKort', '2027-02-01'),
  ];
  const idKort = (on: string, ...events: Event[]) =>
    step(wholePlanOn(on, adult(), ...registered, ...events), 'idKort').status;

  it('stays open longer by the days it rested, and does not close while it rests', () => {
    const rest = paused('idKort', '2027-02-11', '2027-08-11');
    expect(idKort('2027-07-31')).toMatchObject({ kind: 'done', outcome: 'notRecorded' });
    expect(idKort('2027-07-31', rest)).toMatchObject({ kind: 'paused' });
    expect(idKort('2027-08-11', rest)).toMatchObject({ kind: 'open' });
    expect(idKort('2028-01-27', rest)).toMatchObject({ kind: 'open' });
    expect(idKort('2028-01-28', rest)).toMatchObject({ kind: 'done', outcome: 'notRecorded' });
  });
});
