import { withPlan } from '../../programme-events';
import { adult, after, day, due, opened, personBorn, step, wholePlanOn } from '../../support';

const REPORT = 'aktivitetsrapport';
const plan = withPlan('2027-02-10');

describe('aktivitetsrapport', () => {
  it('waits for the plan', () => {
    expect(step(wholePlanOn('2027-02-09', adult()), REPORT).status).toMatchObject({
      kind: 'blocked',
      by: ['handlingsplan'],
    });
  });

  it.each([
    ['2027-02-28', { kind: 'blocked', until: '2027-03-01', rule: 'monthInArrears' }],
    ['2027-03-01', { kind: 'open', waitingFor: 'newcomer', why: 'filingAwaited' }],
  ])('is made when its month is over: on %s', (on, status) => {
    expect(step(wholePlanOn(on, adult(), plan), REPORT).status).toMatchObject(status);
  });

  it('is due two weeks after the month, a Sunday moved', () => {
    const on = wholePlanOn('2027-03-01', adult(), plan);
    expect(due(on, REPORT, 'reportActivities')).toMatchObject({
      date: '2027-03-15',
      kind: 'duty',
      whose: 'newcomer',
      movedBy: 'söndag → måndag, lag 1930:173 2 §',
    });
    expect(step(on, REPORT).allowed).toEqual(['filed', 'missed']);
  });

  it('has an occurrence for every month, also over the turn of the year and in February of a leap year', () => {
    const ids = wholePlanOn('2028-03-01', adult(), plan).steps.map(({ stepId }) => stepId as string);
    const own = ids.filter((id) => id.startsWith(REPORT));
    expect([own.length, own.at(-1)]).toEqual([14, 'aktivitetsrapport:2028-03']);
    const leap = wholePlanOn('2028-03-01', adult(), plan);
    expect(due(leap, 'aktivitetsrapport:2028-02', 'reportActivities')?.date).toBe('2028-03-14');
    expect(due(leap, 'aktivitetsrapport:2027-12', 'reportActivities')).toBeUndefined();
  });

  it.each([
    ['2027-04-14', 'open'],
    ['2027-04-15', 'done'],
  ])('closes by itself a month after its last day: on %s %s', (on, kind) => {
    const told = [plan, opened(REPORT, '2027-03-01')];
    expect(step(wholePlanOn(on, adult(), ...told), REPORT).status.kind).toBe(kind);
  });

  it('takes a report that is told after it closed', () => {
    const on = wholePlanOn('2027-06-01', adult(), plan);
    expect(step(on, REPORT)).toMatchObject({
      status: { kind: 'done', outcome: 'notRecorded', on: '2027-04-15' },
      allowed: ['reopening', 'filed', 'missed'],
    });
    const filed = wholePlanOn('2027-06-01', adult(), plan, after(REPORT, 'filed', '2027-03-09'));
    expect(step(filed, REPORT).status).toMatchObject({ outcome: 'filed', on: '2027-03-09' });
  });

  it('is owed for a month that a change broke off, and not for the months after', () => {
    const since = { since: day('2027-04-15') };
    const atWork = adult({ occupation: { activity: 'work', extent: 'full', ...since } as never });
    const on = wholePlanOn('2027-06-01', atWork, plan);
    expect(step(on, 'aktivitetsrapport:2027-04').status.kind).toBe('open');
    expect(step(on, 'aktivitetsrapport:2027-05').status).toEqual({
      kind: 'notApplicable',
      why: 'fullTimeWork',
      law: '2017:820 17-18 §§',
    });
  });

  it('ends with the month in which riktåldern is reached', () => {
    const on = wholePlanOn('2027-08-01', personBorn('1960-04-10'), plan);
    const own = on.steps.filter(({ stepId }) => stepId.startsWith(REPORT));
    expect(own.map(({ stepId }) => stepId).at(-1)).toBe('aktivitetsrapport:2027-04');
  });
});
