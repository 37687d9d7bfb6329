import { adult, after, day, due, noon, opened, restarted, step, wholePlanOn } from '../../support';

const refused = adult({ permit: { refuses: 'status' } as never });
const served = after('delgivning', 'served', '2027-06-04');
const appealed = (on: string, toldOn = on) => after('lagaKraft', 'appealed', on, { at: noon(toldOn) });

function status(on: string, ...events: Parameters<typeof wholePlanOn>[2][]) {
  return step(wholePlanOn(on, refused, served, opened('lagaKraft', '2027-06-04'), ...events), 'lagaKraft')
    .status;
}

describe('what the permit decision refused', () => {
  it('concerns only a decision that refused something', () => {
    expect(step(wholePlanOn('2027-06-04', adult(), served), 'lagaKraft').status).toEqual({
      kind: 'notApplicable',
      why: 'nothingRefused',
      law: 'UtlL 14:3, 14:6; FL 44 §',
    });
  });

  it('has no clock before delgivning, or before the permit is known', () => {
    expect(step(wholePlanOn('2027-06-04', refused), 'lagaKraft')).toMatchObject({
      status: { kind: 'blocked', by: ['delgivning'] },
      dues: [],
    });
    const untold = wholePlanOn('2027-06-04', adult({ permit: undefined }));
    expect(step(untold, 'lagaKraft').status).toMatchObject({ kind: 'blocked', facts: ['permit'] });
  });

  it('may be appealed for three weeks from the day of delgivning, past Midsummer', () => {
    expect(due(wholePlanOn('2027-06-04', refused, served), 'lagaKraft', 'appeal')).toEqual({
      date: '2027-06-28',
      kind: 'right',
      rule: 'appeal',
      law: 'UtlL 14:3, 14:6; FL 44 §',
      whose: 'newcomer',
      movedBy: expect.stringMatching(/^midsommarafton → .*måndag, lag 1930:173 2 §$/),
    });
  });

  it.each([
    ['2027-01-11', '2027-02-01'],
    ['2027-03-08', '2027-03-30'],
    ['2028-02-08', '2028-02-29'],
    ['2026-12-11', '2027-01-04'],
  ])('served %s: last day %s', (on, lastDay) => {
    const plan = wholePlanOn(on, refused, after('delgivning', 'served', on));
    expect(due(plan, 'lagaKraft', 'appeal')?.date).toBe(lastDay);
  });

  it('counts from the day of service abroad where there was one', () => {
    const permit = { ground: 'quota', servedOn: day('2026-12-15'), refuses: 'ground' } as const;
    const plan = wholePlanOn('2026-12-20', adult({ permit }));
    expect(due(plan, 'lagaKraft', 'appeal')?.date).toBe('2027-01-05');
  });

  it.each([
    ['2027-06-27', { kind: 'open' }],
    ['2027-06-28', { kind: 'open' }],
    ['2027-06-29', { kind: 'done', outcome: 'final', on: '2027-06-29' }],
  ])('is final the day after the last day when nothing was said: on %s %j', (on, expected) => {
    expect(status(on)).toMatchObject(expected);
  });

  it('wakes the case for it', () => {
    const plan = wholePlanOn('2027-06-28', refused, served, opened('lagaKraft', '2027-06-04'));
    expect(plan.wakeOn).toBe('2027-06-29');
  });

  it('stays open once appealed, without a date, until the court has answered', () => {
    const plan = wholePlanOn('2027-09-01', refused, served, appealed('2027-06-28'));
    expect(step(plan, 'lagaKraft').status.kind).toBe('open');
    expect(due(plan, 'lagaKraft', 'appeal')).toBeUndefined();
    const remitted = after('lagaKraft', 'remitted', '2027-10-01');
    expect(status('2027-12-01', appealed('2027-06-28'), remitted).kind).toBe('open');
  });

  it.each(['upheld', 'changed', 'withdrawn', 'dismissedAsLate'])('ends with %s', (outcome) => {
    const answer = after('lagaKraft', outcome, '2027-10-01');
    expect(status('2027-10-02', appealed('2027-06-28'), answer)).toEqual({
      kind: 'done',
      outcome,
      on: '2027-10-01',
    });
  });

  it('takes word of an appeal after the end by time, and opens where it had come in time', () => {
    const over = wholePlanOn('2027-07-05', refused, served, opened('lagaKraft', '2027-06-04'));
    expect(step(over, 'lagaKraft').allowed).toContain('appealed');
    expect(status('2027-07-05', appealed('2027-06-28', '2027-07-05')).kind).toBe('open');
    expect(status('2027-07-05', appealed('2027-06-29', '2027-07-05'))).toMatchObject({ outcome: 'final' });
  });

  it('begins anew when it is opened again: an earlier filing’s appeal says nothing', () => {
    const again = restarted('lagaKraft', 'reopenings', '2027-10-02');
    const upheld = after('lagaKraft', 'upheld', '2027-10-01');
    expect(status('2027-10-02', appealed('2027-06-28'), upheld, again)).toMatchObject({ outcome: 'final' });
  });
});
