import type { CaseFacts } from '../../../../domain/model/facts';
import { enrolled, registered } from '../../programme-events';
import { adult, after, day, due, type Event, MEETING_DAY, step, wholePlanOn } from '../../support';

const ANVISNING = 'anvisningEtableringsprogrammet';
const anchor = { receivedOn: day('2024-01-01'), appliedOn: day('2025-01-01'), isSwedishCitizen: false };

function statusOf(facts: CaseFacts, on: string = MEETING_DAY, ...events: readonly Event[]) {
  return step(wholePlanOn(on, facts, enrolled(), ...events), ANVISNING).status;
}

describe('anvisningEtableringsprogrammet', () => {
  it('waits for the enrolment, then for Arbetsförmedlingen, who is to assess it as soon as it can', () => {
    expect(step(wholePlanOn(MEETING_DAY, adult()), ANVISNING).status).toMatchObject({
      kind: 'blocked',
      by: ['afInskrivning'],
    });
    const plan = wholePlanOn(MEETING_DAY, adult(), enrolled());
    expect(step(plan, ANVISNING)).toMatchObject({ status: { kind: 'open', waitingFor: 'caseworker' } });
    expect(step(plan, ANVISNING).allowed).toEqual(
      expect.arrayContaining(['assigned', 'notAssigned', 'completionRequested']),
    );
    expect(due(plan, ANVISNING, 'assessAssignment')).toMatchObject({ date: '2027-01-18', kind: 'target' });
  });

  it('does not wait for the personnummer', () => {
    expect(statusOf(adult()).kind).toBe('open');
    expect(statusOf(adult(), '2027-02-08', registered('2027-02-08')).kind).toBe('open');
  });

  it.each([
    ['work', 'full', 'fullTimeWork', '2017:820 5 § 1'],
    ['gymnasium', 'full', 'inGymnasium', '2017:820 5 § 2'],
    ['parentalLeave', 'full', 'fullParentalBenefit', '2017:820 5 § 3'],
    ['sickLeave', 'full', 'fullSicknessBenefit', '2017:820 5 § 4'],
  ] as const)('does not apply while the person is in %s, %s', (activity, extent, why, law) => {
    expect(statusOf(adult({ occupation: { activity, extent } }))).toEqual({
      kind: 'notApplicable',
      why,
      law,
    });
  });

  it('does not apply to one who lives in asylboende, and does once they have left', () => {
    expect(statusOf(adult({ lma: { registered: true, housing: 'asylboende' } }))).toMatchObject({
      kind: 'notApplicable',
      why: 'livesInAsylboende',
    });
    expect(statusOf(adult({ lma: { registered: false, housing: 'asylboende' } })).kind).toBe('open');
  });

  it('asks for the anchor of a relative, and judges by it', () => {
    const permit = { ground: 'family' } as const;
    const late = { ...anchor, appliedOn: day('2030-01-02') };
    expect(statusOf(adult({ permit }))).toMatchObject({ kind: 'blocked', facts: ['anchor'] });
    expect(statusOf(adult({ permit, anchor })).kind).toBe('open');
    expect(statusOf(adult({ permit, anchor: late }))).toMatchObject({ why: 'relativeAppliedLate' });
    expect(statusOf(adult({ permit, anchor: { ...anchor, isSwedishCitizen: true } }))).toMatchObject({
      why: 'anchorSwedishCitizen',
    });
  });

  it.each([
    ['2027-05-31', 'blocked'],
    ['2027-06-01', 'open'],
  ])('is held under temporary protection to the day of the right to be registered: on %s %s', (on, kind) => {
    const permit = { ground: 'temporaryProtection', validFrom: day('2026-06-01') } as const;
    expect(statusOf(adult({ permit }), on).kind).toBe(kind);
  });

  it.each([
    ['2030-01-11', 'open'],
    ['2030-01-12', 'notApplicable'],
  ])('may be made to the end of 36 months from the registration: on %s %s', (on, kind) => {
    const facts = adult({ registration: { from: day('2027-01-11') } });
    expect(statusOf(facts, on).kind).toBe(kind);
  });

  it('wakes the case when the 36 months are out', () => {
    const facts = adult({ registration: { from: day('2027-01-11') } });
    const { wakeOn } = wholePlanOn('2030-01-11', facts, enrolled());
    expect(wakeOn).toBe('2030-01-12');
  });

  it('leaves nothing of the programme for one who does not come into it, for the same reason and law', () => {
    const facts = adult({ occupation: { activity: 'work', extent: 'full' } });
    const plan = wholePlanOn(MEETING_DAY, facts, enrolled());
    for (const id of [
      'programuppfoljning',
      'etableringsersattningKartlaggning',
      'handlingsplan',
      'etableringsersattning',
      'aktivitetsrapport',
    ]) {
      const same = { kind: 'notApplicable', why: 'fullTimeWork', law: '2017:820 5 § 1' };
      expect([id, step(plan, id).status]).toEqual([id, same]);
    }
  });

  it('closes the programme when the refusal stands', () => {
    const refused = after(ANVISNING, 'notAssigned', '2027-01-12', { servedOn: '2027-01-12' });
    const plan = wholePlanOn(
      '2027-01-13',
      adult(),
      enrolled(),
      refused,
      after(ANVISNING, 'letStand', '2027-01-13'),
    );
    expect(step(plan, 'handlingsplan').status).toMatchObject({
      why: 'prerequisiteRefused',
      because: ANVISNING,
    });
  });

  it('may be reviewed by Arbetsförmedlingen and nobody else: upheld, it stands at once (2017:820 28-29 §§)', () => {
    const refused = after(ANVISNING, 'notAssigned', '2027-01-12', { servedOn: '2027-01-12' });
    const asked = after(ANVISNING, 'reviewRequested', '2027-02-02');
    const plan = (on: string, ...more: readonly Event[]) =>
      wholePlanOn(on, adult(), enrolled(), refused, ...more);
    expect(step(plan('2027-01-20'), ANVISNING).allowed).toEqual([
      'newApplication',
      'letStand',
      'reviewRequested',
    ]);
    expect(due(plan('2027-01-20'), ANVISNING, 'review')?.date).toBe('2027-02-02');
    expect(step(plan('2027-02-02', asked), ANVISNING).status).toMatchObject({ why: 'underReview' });
    const upheld = after(ANVISNING, 'reviewUpheld', '2027-02-10');
    expect(step(plan('2027-02-10', asked, upheld), ANVISNING).status).toMatchObject({
      kind: 'done',
      refusal: true,
      on: '2027-02-10',
    });
  });
});
