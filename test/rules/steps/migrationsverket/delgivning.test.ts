import { adult, after, day, due, MEETING_DAY, opened, planOn, step } from '../../support';

describe('delgivning', () => {
  it('is open for a caseworker from the first day, with Migrationsverket to book it', () => {
    const plan = planOn(MEETING_DAY, adult());
    expect(step(plan, 'delgivning')).toMatchObject({
      agency: 'migrationsverket',
      status: { kind: 'open', waitingFor: 'caseworker', why: 'meetingAwaited', since: MEETING_DAY },
      handOver: 'migrationsverket',
      allowed: ['served', 'notServed'],
      filing: 1,
    });
  });

  it.each([
    ['2027-01-20', '2027-01-21'],
    ['2027-02-01', '2027-01-21'],
  ])('is expected within ten days of its opening, seen on %s', (on, date) => {
    const plan = planOn(on, adult(), opened('delgivning', '2027-01-11'));
    expect(due(plan, 'delgivning', 'delgivningExpected')).toMatchObject({ date, kind: 'expectation' });
  });

  it('does not apply when the permit was served abroad', () => {
    const plan = planOn(MEETING_DAY, adult({ permit: { ground: 'quota', servedOn: day('2026-11-30') } }));
    expect(step(plan, 'delgivning').status).toEqual({
      kind: 'notApplicable',
      why: 'servedBeforeArrival',
      law: 'FL 33 §',
    });
  });

  it('waits for the fact of a permit', () => {
    const plan = planOn(MEETING_DAY, adult({ permit: undefined }));
    expect(step(plan, 'delgivning').status).toEqual({ kind: 'blocked', by: [], facts: ['permit'] });
  });

  it('is called again when the person could not be served', () => {
    const plan = planOn('2027-01-13', adult(), after('delgivning', 'notServed', '2027-01-12'));
    expect(step(plan, 'delgivning')).toMatchObject({
      status: { kind: 'open' },
      filing: 2,
      allowed: ['served', 'notServed'],
    });
  });

  it('is done on the day the permit was served', () => {
    const plan = planOn('2027-01-20', adult(), after('delgivning', 'served', '2027-01-12'));
    expect(step(plan, 'delgivning')).toMatchObject({
      status: { kind: 'done', outcome: 'served', on: '2027-01-12' },
      allowed: ['reopening'],
      dues: [],
    });
  });
});
