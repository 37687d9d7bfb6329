import { insuredFrom, isNotResident, noticeWithoutLoss } from '../../../domain/law/social-insurance';
import { adult, day } from '../support';

describe('residence by the balk (SFB 5:3)', () => {
  it('is not had with temporary protection, registered or not', () => {
    const permit = { ground: 'temporaryProtection' } as const;
    expect(isNotResident(adult({ permit }))).toBe(true);
    expect(isNotResident(adult({ permit, registration: { from: day('2027-06-01') } }))).toBe(true);
    expect(isNotResident(adult())).toBe(false);
  });
});

describe('how far back benefits are given (SFB 5:12)', () => {
  it.each([
    ['2025-09-01', '2027-01-04', '2027-01-04', '2027-01-04', 'from the permit'],
    ['2025-09-01', '2027-01-04', '2026-06-01', '2026-10-04', 'three months before it was granted'],
    ['2025-09-01', '2027-01-04', '2026-10-03', '2026-10-04', 'begun the day before these months'],
    ['2025-09-01', '2027-01-04', '2026-10-05', '2026-10-05', 'begun the day after their first'],
    ['2027-02-10', '2027-01-04', '2027-01-04', '2027-02-10', 'from the arrival'],
    ['2025-09-01', '2028-05-31', '2028-01-01', '2028-02-29', 'to a leap day'],
  ])('arrived %s, granted %s, begun %s: from %s (%s)', (arrivedOn, decidedOn, validFrom, from) => {
    const permit = { decidedOn: day(decidedOn), validFrom: day(validFrom) };
    expect(insuredFrom(adult({ arrival: { arrivedOn: day(arrivedOn) }, permit }))).toBe(from);
  });

  it('needs a permit, and not a day of arrival', () => {
    expect(insuredFrom(adult({ permit: undefined }))).toBeUndefined();
    expect(insuredFrom(adult({ arrival: undefined }))).toBe('2027-01-04');
  });
});

describe('a notice that loses nothing (SFB 5:11)', () => {
  it.each([
    ['2027-01-31', '2027-04-30', 'three months before the month of the notice'],
    ['2027-02-01', '2027-05-31', 'the day after, in the next month'],
    ['2027-02-28', '2027-05-31', 'the last of that'],
    ['2026-11-15', '2027-02-28', 'over the turn of the year'],
    ['2027-11-15', '2028-02-29', 'to a leap day'],
  ])('for one insured from %s is in by %s (%s)', (from, date) => {
    const permit = { decidedOn: day(from), validFrom: day(from) };
    expect(noticeWithoutLoss(adult({ permit }))).toEqual({
      date,
      kind: 'right',
      rule: 'insuredFromTheFirstDay',
      law: 'SFB 5:11-12',
      whose: 'newcomer',
    });
  });

  it('is not asked of the registered, whom Försäkringskassan knows of, nor before a permit', () => {
    expect(noticeWithoutLoss(adult({ registration: { from: day('2027-02-08') } }))).toBeUndefined();
    expect(noticeWithoutLoss(adult({ permit: undefined }))).toBeUndefined();
  });
});
