import { adult, after, day, MEETING_DAY, personBorn, planOn, step } from '../../support';

const served = after('delgivning', 'served');

describe('etableringssamtal', () => {
  it('waits for delgivning, then for a caseworker of Arbetsförmedlingen', () => {
    expect(step(planOn(MEETING_DAY, adult()), 'etableringssamtal').status).toEqual({
      kind: 'blocked',
      by: ['delgivning'],
      facts: [],
    });
    expect(step(planOn(MEETING_DAY, adult(), served), 'etableringssamtal')).toMatchObject({
      agency: 'arbetsformedlingen',
      status: { kind: 'open', waitingFor: 'caseworker', why: 'meetingAwaited' },
      allowed: ['held', 'noShow'],
      handOver: 'arbetsformedlingen',
    });
  });

  it.each([
    ['2009-01-12', 'underProgrammeAge'],
    ['1960-01-11', 'overProgrammeAge'],
  ])('does not apply to one born %s: %s', (bornOn, why) => {
    expect(step(planOn(MEETING_DAY, personBorn(bornOn), served), 'etableringssamtal').status).toEqual({
      kind: 'notApplicable',
      why,
      law: 'förordning 2017:820; lag 2022:896',
    });
  });

  it.each(['2007-01-11', '1960-01-12'])('applies to one born %s', (bornOn) => {
    expect(step(planOn(MEETING_DAY, personBorn(bornOn), served), 'etableringssamtal').status.kind).toBe(
      'open',
    );
  });

  it('is for an eighteen-year-old without parents here, and not for one who has them', () => {
    const alone = personBorn('2008-06-01', { family: { parentsInSweden: false } });
    const withParents = personBorn('2008-06-01', { family: { parentsInSweden: true } });
    expect(step(planOn(MEETING_DAY, alone, served), 'etableringssamtal').status.kind).toBe('open');
    expect(step(planOn(MEETING_DAY, withParents, served), 'etableringssamtal').status.kind).toBe(
      'notApplicable',
    );
  });

  it.each([
    ['2009-01-12', { kind: 'notApplicable', why: 'underProgrammeAge' }],
    ['2009-01-11', { kind: 'blocked', by: [], facts: ['family'] }],
    ['2007-01-12', { kind: 'blocked', by: [], facts: ['family'] }],
    ['2007-01-11', { kind: 'open' }],
  ])('asks at 18 and 19 whether there are parents here: born %s, %o', (bornOn, status) => {
    const plan = planOn(MEETING_DAY, personBorn(bornOn), served);
    expect(step(plan, 'etableringssamtal').status).toMatchObject(status);
  });

  it('opens on arrival for someone served abroad, and not before the day of arrival', () => {
    const servedAbroad = { ground: 'quota', servedOn: day('2026-11-30') } as const;
    const at = (arrival: { arrivedOn: never } | undefined) =>
      step(planOn(MEETING_DAY, adult({ permit: servedAbroad, arrival })), 'etableringssamtal').status;
    expect(at(undefined)).toEqual({ kind: 'blocked', by: [], facts: ['arrival'] });
    expect(at({ arrivedOn: day('2027-01-12') as never })).toEqual({
      kind: 'blocked',
      by: [],
      facts: [],
      until: '2027-01-12',
      rule: 'arrival',
    });
    expect(at({ arrivedOn: day('2027-01-11') as never }).kind).toBe('open');
  });

  it('needs to know how old the person is', () => {
    const plan = planOn(MEETING_DAY, adult({ birth: undefined }), served);
    expect(step(plan, 'etableringssamtal').status).toMatchObject({ kind: 'blocked', facts: ['birth'] });
  });

  it('is booked anew after a meeting nobody came to', () => {
    const plan = planOn('2027-01-12', adult(), served, after('etableringssamtal', 'noShow'));
    expect(step(plan, 'etableringssamtal')).toMatchObject({ filing: 2, status: { kind: 'open' } });
  });

  it('stays done when the person reaches riktåldern afterwards', () => {
    const plan = planOn('2027-06-01', personBorn('1960-05-01'), served, after('etableringssamtal', 'held'));
    expect(step(plan, 'etableringssamtal').status).toMatchObject({ kind: 'done', outcome: 'held' });
  });
});
