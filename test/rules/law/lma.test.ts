import { lmaAidUntil, MONTHS_OF_AID_AFTER_PERMIT } from '../../../domain/law/lma';
import { adult, day } from '../support';

const TODAY = day('2027-06-01');
const own = { lma: { registered: true, housing: 'own' } } as const;
const asylboende = { lma: { registered: true, housing: 'asylboende' } } as const;

function permitOf(decidedOn: string, validFrom = decidedOn) {
  return { ground: 'refugee', decidedOn: day(decidedOn), validFrom: day(validFrom) } as const;
}

describe('the last day of aid under LMA (8, 11 §§)', () => {
  it.each([
    ['2027-03-01', '2027-04-01', 'the day with the same number'],
    ['2027-01-31', '2027-02-28', 'a month without that day'],
    ['2028-01-30', '2028-02-29', 'a leap day'],
    ['2028-02-29', '2028-03-29', 'from a leap day'],
    ['2026-12-15', '2027-01-15', 'over the turn of the year'],
    ['2027-02-28', '2027-03-28', 'Easter Sunday, and no act to move'],
    ['2027-05-25', '2027-06-25', 'Midsummer Eve, and no act to move'],
    ['2024-05-02', '2024-06-02', 'before the wording of 2025'],
  ])('own housing, decided %s: %s, %s', (decidedOn, expected) => {
    expect(lmaAidUntil(adult({ ...own, permit: permitOf(decidedOn) }), undefined, TODAY)).toBe(expected);
  });

  it('is counted from the first decision when the permit has been renewed since', () => {
    const renewed = adult({ ...own, permit: permitOf('2028-02-20', '2027-01-20') });
    expect(lmaAidUntil(renewed, undefined, TODAY)).toBe('2027-02-20');
  });

  it('is a month after the decision also where nobody has told how the person lived', () => {
    const untold = adult({ lma: { registered: true }, permit: permitOf('2027-03-01') });
    expect(lmaAidUntil(untold, undefined, TODAY)).toBe('2027-04-01');
  });

  it('cannot be named in an asylboende before an assigned place can be used, and is that day then', () => {
    const living = adult({ ...asylboende, permit: permitOf('2027-03-01') });
    expect(lmaAidUntil(living, undefined, TODAY)).toBeUndefined();
    expect(lmaAidUntil(living, day('2027-05-17'), TODAY)).toBe('2027-05-17');
  });

  it('follows own housing whatever place is received', () => {
    const alone = adult({ ...own, permit: permitOf('2027-03-01') });
    expect(lmaAidUntil(alone, day('2027-05-17'), TODAY)).toBe('2027-04-01');
  });

  it('comes with temporary protection on the day of folkbokföring and not before', () => {
    const permit = { ...permitOf('2026-03-05'), ground: 'temporaryProtection' } as const;
    const registration = { kommun: '0484' as never, from: day('2027-03-10') };
    expect(lmaAidUntil(adult({ ...own, permit }), undefined, TODAY)).toBeUndefined();
    expect(lmaAidUntil(adult({ ...asylboende, permit, registration }), day('2027-02-01'), TODAY)).toBe(
      '2027-03-10',
    );
  });

  it('is what has in fact been paid, where that is known', () => {
    const lmaAid = { paidUntil: day('2027-03-20') };
    const paid = adult({ ...own, lmaAid, permit: permitOf('2027-03-01') });
    expect(lmaAidUntil(paid, undefined, TODAY)).toBe('2027-03-20');
    expect(lmaAidUntil(adult({ lmaAid }), undefined, TODAY)).toBe('2027-03-20');
  });

  it.each([
    ['2027-03-14', '2027-03-31', '2027-03-14'],
    ['2027-04-02', '2027-05-31', '2027-04-01'],
    ['2027-03-14', '2027-03-13', '2027-04-01'],
  ])('leaving the country on %s ends it, seen on %s: %s (11 §)', (leftOn, today, expected) => {
    const leaving = adult({ ...own, permit: permitOf('2027-03-01'), departure: { leftOn: day(leftOn) } });
    expect(lmaAidUntil(leaving, undefined, day(today))).toBe(expected);
  });

  it('ends an aid without another end in sight when the person leaves', () => {
    const leaving = adult({ ...asylboende, departure: { leftOn: day('2027-03-14') } });
    expect(lmaAidUntil(leaving, undefined, TODAY)).toBe('2027-03-14');
  });

  it.each([
    ['never under LMA', adult()],
    ['no longer under it', adult({ lma: { registered: false, housing: 'own' } })],
    ['without a permit yet', adult({ ...own, permit: undefined })],
  ])('does not exist for someone %s', (_, facts) => {
    expect(lmaAidUntil(facts, day('2027-05-17'), TODAY)).toBeUndefined();
  });

  it('stands in a table in order of time', () => {
    const days = MONTHS_OF_AID_AFTER_PERMIT.map(({ validFrom }) => validFrom);
    expect(days).toEqual([...days].sort());
  });
});
