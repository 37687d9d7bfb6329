import { adult, after, MEETING_DAY, personBorn, step, wholePlanOn } from '../../support';

const served = after('delgivning', 'served');
const held = after('etableringssamtal', 'held');

describe('afInskrivning', () => {
  it('waits for the talk, then for a caseworker of Arbetsförmedlingen', () => {
    expect(step(wholePlanOn(MEETING_DAY, adult(), served), 'afInskrivning').status).toMatchObject({
      kind: 'blocked',
      by: ['etableringssamtal'],
    });
    expect(step(wholePlanOn(MEETING_DAY, adult(), served, held), 'afInskrivning')).toMatchObject({
      agency: 'arbetsformedlingen',
      status: { kind: 'open', waitingFor: 'caseworker' },
      allowed: ['enrolled', 'notEnrolled'],
    });
  });

  it.each([
    ['2009-01-12', 'underProgrammeAge'],
    ['1960-01-11', 'overProgrammeAge'],
  ])('does not apply to one born %s, as the talk does not: %s', (bornOn, why) => {
    expect(step(wholePlanOn(MEETING_DAY, personBorn(bornOn), served), 'afInskrivning').status).toEqual({
      kind: 'notApplicable',
      why,
      law: 'förordning 2017:820; lag 2022:896',
    });
  });

  it.each([
    ['2027-01-31', 'open'],
    ['2027-02-01', 'notApplicable'],
  ])('ends to apply on the day of riktåldern: on %s %s', (on, kind) => {
    const plan = wholePlanOn(on, personBorn('1960-02-01'), served, held);
    expect(step(plan, 'afInskrivning').status.kind).toBe(kind);
  });

  it('may be appealed when it was refused, and holds the programme back meanwhile', () => {
    const refused = after('afInskrivning', 'notEnrolled', MEETING_DAY, { servedOn: MEETING_DAY });
    const plan = wholePlanOn('2027-01-12', adult(), served, held, refused);
    expect(step(plan, 'afInskrivning')).toMatchObject({ status: { kind: 'open', why: 'refused' } });
    expect(step(plan, 'afInskrivning').allowed).toContain('appealFiled');
    expect(step(plan, 'anvisningEtableringsprogrammet').status).toMatchObject({
      kind: 'blocked',
      by: ['afInskrivning'],
    });
  });

  it('closes the programme when the refusal stands', () => {
    const refused = after('afInskrivning', 'notEnrolled', MEETING_DAY, { servedOn: MEETING_DAY });
    const letStand = after('afInskrivning', 'letStand', '2027-01-12');
    const plan = wholePlanOn('2027-01-12', adult(), served, held, refused, letStand);
    for (const id of ['anvisningEtableringsprogrammet', 'handlingsplan', 'etableringsersattning']) {
      expect(step(plan, id).status).toEqual({
        kind: 'notApplicable',
        why: 'prerequisiteRefused',
        because: 'afInskrivning',
      });
    }
  });

  it('asks at 18 whether there are parents here', () => {
    const plan = wholePlanOn(MEETING_DAY, personBorn('2008-06-01'), served, held);
    expect(step(plan, 'afInskrivning').status).toMatchObject({ kind: 'blocked', facts: ['family'] });
    const alone = personBorn('2008-06-01', { family: { parentsInSweden: false } });
    expect(step(wholePlanOn('2027-01-12', alone, served, held), 'afInskrivning').status.kind).toBe('open');
  });
});
