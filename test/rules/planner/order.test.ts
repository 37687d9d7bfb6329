import {
  adult,
  after,
  handOver,
  MEETING_DAY,
  metAll,
  opened,
  planOn,
  reported,
  restarted,
  step,
  waitingForPersonnummer,
} from '../support';

const waiting = waitingForPersonnummer();
const refused = [waiting, reported('personnummer', 'avslag', '2027-03-01', { servedOn: '2027-03-08' })];

describe('a step opens when what comes before it is done', () => {
  it('shows what it waits for, and when it may be expected to open', () => {
    const plan = planOn(MEETING_DAY, adult(), opened('delgivning', MEETING_DAY));
    expect(step(plan, 'kommunmote').status).toEqual({ kind: 'blocked', by: ['delgivning'], facts: [] });
    expect(step(plan, 'kommunmote').allowed).toEqual([]);
    expect(plan.next).toEqual([
      { stepId: 'kommunmote', expectedOn: '2027-01-21' },
      { stepId: 'etableringssamtal', expectedOn: '2027-01-21' },
      { stepId: 'flyttningsanmalan', expectedOn: '2027-01-21' },
      { stepId: 'personnummer', expectedOn: '2027-02-02' },
    ]);
  });

  it.each([
    ['2027-01-21', '2027-01-21', 'within the usual time'],
    ['2027-01-22', '2027-02-01', 'past the usual time: the usual time from now'],
  ])('on %s expects the next steps on %s: %s', (on, expectedOn) => {
    const plan = planOn(on, adult(), opened('delgivning', MEETING_DAY));
    expect(plan.next[0]?.expectedOn).toBe(expectedOn);
  });

  it.each([
    ['2027-01-23', '2027-01-23', 'within the usual time of a notice'],
    ['2027-01-25', '2027-02-01', 'past the usual time: the long one'],
  ])('on %s expects the personnummer matter on %s: %s', (on, expectedOn) => {
    const events = [after('delgivning', 'served'), opened('flyttningsanmalan', MEETING_DAY)];
    expect(planOn(on, adult(), ...events).next).toEqual([{ stepId: 'personnummer', expectedOn }]);
  });

  it('does not guess when a missing fact will come', () => {
    const plan = planOn(MEETING_DAY, adult({ stay: undefined }), metAll());
    expect(step(plan, 'sfi').status).toMatchObject({ kind: 'blocked', facts: ['stay'] });
    expect(plan.next).toEqual([]);
  });

  it('opens today when the workflow has not said otherwise, and keeps its day then', () => {
    expect(step(planOn('2027-01-20', adult()), 'delgivning').status).toMatchObject({ since: '2027-01-20' });
    const plan = planOn('2027-01-20', adult(), opened('delgivning', MEETING_DAY));
    expect(step(plan, 'delgivning').status).toMatchObject({ since: MEETING_DAY });
  });
});

describe('a refusal before a step', () => {
  it('blocks what comes after it while it does not stand: sfi does not depend on it and goes on', () => {
    const plan = planOn('2027-03-10', adult(), ...refused);
    expect(step(plan, 'personnummer').status.kind).toBe('open');
    expect(step(plan, 'sfi').status.kind).toBe('open');
    expect(plan.finishOn).toBeUndefined();
  });

  it('lets the case end once it stands', () => {
    const plan = planOn('2027-04-01', adult(), ...refused, reported('sfi', 'started', '2027-02-15'));
    expect(plan.finishOn).toBe('2027-04-14');
  });
});

describe('a step opened again', () => {
  const reopened = restarted('delgivning', 'reopenings', '2027-02-10');

  it('is open since that day, under a new filing', () => {
    const plan = planOn('2027-02-12', adult(), waiting, opened('delgivning', MEETING_DAY), reopened);
    expect(step(plan, 'delgivning')).toMatchObject({
      status: { kind: 'open', since: '2027-02-10' },
      filing: 2,
    });
  });

  it('blocks what is open after it and marks what is done for review', () => {
    const plan = planOn('2027-02-12', adult(), waiting, reopened);
    expect(step(plan, 'kommunmote').status).toMatchObject({ kind: 'done', review: true });
    expect(step(plan, 'flyttningsanmalan').status).toMatchObject({ kind: 'done', review: true });
    expect(step(plan, 'sfi').status.kind).toBe('open');
    const before = planOn(
      '2027-02-12',
      adult(),
      waiting,
      restarted('flyttningsanmalan', 'reopenings', '2027-02-10'),
    );
    expect(step(before, 'personnummer')).toMatchObject({
      status: { kind: 'blocked', by: ['flyttningsanmalan'] },
      retract: true,
    });
  });

  it('marks also what was done two steps on, and takes the mark away when it is done again', () => {
    const registered = reported('personnummer', 'registered', '2027-02-01');
    const marked = planOn('2027-02-12', adult(), waiting, registered, reopened);
    expect(step(marked, 'personnummer').status).toMatchObject({ kind: 'done', review: true });
    const again = after('delgivning', 'served', '2027-02-12');
    const clear = planOn('2027-02-13', adult(), waiting, registered, reopened, again);
    expect(step(clear, 'personnummer').status).toEqual({
      kind: 'done',
      outcome: 'registered',
      on: '2027-02-01',
    });
  });

  it('takes back nothing that the agency has granted since', () => {
    const events = [waiting, reported('personnummer', 'registered', '2027-02-01'), handOver('sfi', 'filed')];
    const plan = planOn('2027-02-12', adult(), ...events, reopened);
    expect(step(plan, 'personnummer')).toMatchObject({ status: { kind: 'done' } });
    expect(step(plan, 'personnummer').retract).toBeUndefined();
    expect(step(plan, 'sfi').retract).toBeUndefined();
  });
});
