import { adult, after, day, MEETING_DAY, personBorn, planOn, step } from '../../support';

const served = after('delgivning', 'served');

describe('kommunmote', () => {
  it.each([
    ['a child of three', personBorn('2023-08-01')],
    ['an adult', adult()],
    ['a pensioner', personBorn('1950-01-01')],
  ])('is for everyone: %s', (_, facts) => {
    expect(step(planOn(MEETING_DAY, facts, served), 'kommunmote')).toMatchObject({
      agency: 'kommun',
      status: { kind: 'open', waitingFor: 'caseworker', why: 'meetingAwaited' },
      allowed: ['held', 'noShow'],
    });
  });

  it('is held where the person stays, so it waits until that is known', () => {
    const plan = planOn(MEETING_DAY, adult({ stay: undefined }), served);
    expect(step(plan, 'kommunmote').status).toEqual({ kind: 'blocked', by: [], facts: ['stay'] });
    expect(plan.kommun).toBeUndefined();
  });

  it('waits for delgivning, or for the arrival of someone served abroad', () => {
    expect(step(planOn(MEETING_DAY, adult()), 'kommunmote').status).toMatchObject({ by: ['delgivning'] });
    const quota = adult({ permit: { ground: 'quota', servedOn: day('2026-11-30') }, arrival: undefined });
    expect(step(planOn(MEETING_DAY, quota), 'kommunmote').status).toMatchObject({ facts: ['arrival'] });
  });

  it('ends when held', () => {
    const plan = planOn('2027-01-12', adult(), served, after('kommunmote', 'held'));
    expect(step(plan, 'kommunmote').status).toEqual({ kind: 'done', outcome: 'held', on: MEETING_DAY });
  });
});
