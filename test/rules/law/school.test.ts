import { placementDue, schoolChanges, schoolForm } from '../../../domain/law/school';
import { day } from '../support';

describe('school by age', () => {
  it.each([
    // The autumn term of the year one turns six (7:10), whenever in that year.
    ['2021-01-01', '2027-07-31', 'tooYoung'],
    ['2021-01-01', '2027-08-01', 'forskoleklass'],
    ['2021-12-31', '2027-08-01', 'forskoleklass'],
    ['2021-12-31', '2027-08-02', 'forskoleklass'],
    ['2022-01-01', '2027-08-01', 'tooYoung'],
    ['2020-02-29', '2026-07-31', 'tooYoung'],
    ['2020-02-29', '2026-08-01', 'forskoleklass'],
    // Grundskola a year later, until the spring term of the tenth year is over (7:12).
    ['2020-06-01', '2027-07-31', 'forskoleklass'],
    ['2020-06-01', '2027-08-01', 'grundskola'],
    ['2011-06-01', '2027-06-30', 'grundskola'],
    ['2011-06-01', '2027-07-01', 'gymnasium'],
    ['2011-06-01', '2027-07-02', 'gymnasium'],
    // Gymnasium begins through the first half of the year one turns twenty (15:5).
    ['2007-01-01', '2027-06-30', 'gymnasium'],
    ['2007-12-31', '2027-06-30', 'gymnasium'],
    ['2007-12-31', '2027-07-01', 'tooOld'],
    ['2007-12-31', '2027-07-02', 'tooOld'],
    ['2006-12-31', '2027-01-01', 'tooOld'],
    ['2006-12-31', '2026-06-30', 'gymnasium'],
  ])('born %s, on %s: %s', (bornOn, on, form) => {
    expect(schoolForm(day(bornOn), day(on), false)).toBe(form);
  });

  it.each([
    ['2027-01-11', 'gymnasium'],
    ['2027-01-12', 'tooOld'],
    ['2027-01-13', 'tooOld'],
  ])('of one resident through LMA alone ends on the 18th birthday (29:3): on %s: %s', (on, form) => {
    expect(schoolForm(day('2009-01-12'), day(on), true)).toBe(form);
    expect(schoolForm(day('2009-01-12'), day(on), false)).toBe('gymnasium');
  });

  it('is duty for a child under LMA as for others', () => {
    expect(schoolForm(day('2017-01-12'), day('2027-01-12'), true)).toBe('grundskola');
  });

  it('changes four times', () => {
    expect(schoolChanges(day('2020-02-29'))).toEqual([
      '2026-08-01',
      '2027-08-01',
      '2036-07-01',
      '2040-07-01',
    ]);
  });
});

describe('what is owed after a pupil is received', () => {
  it.each([
    ['2027-01-11', '2027-03-11'],
    ['2026-12-31', '2027-03-01'], // 28 February is a Sunday
    ['2027-12-31', '2028-02-29'],
    ['2027-01-26', '2027-03-30'], // Good Friday to Easter Monday
    ['2027-04-25', '2027-06-28'], // Midsummer's Eve, a Friday
  ])('a class within two months of %s: by %s (3:12 e)', (receivedOn, date) => {
    expect(placementDue('grundskola', day(receivedOn))).toMatchObject({
      date,
      kind: 'duty',
      rule: 'classWithinTwoMonths',
      law: 'skollagen 3:12 e',
      whose: 'kommun',
    });
  });

  it('is a study plan in språkintroduktion (17:14 a)', () => {
    expect(placementDue('gymnasium', day('2027-01-11'))).toMatchObject({
      date: '2027-03-11',
      rule: 'studyPlanWithinTwoMonths',
      law: 'skollagen 17:14 a',
    });
  });

  it.each(['forskoleklass', 'tooYoung', 'tooOld'] as const)('is nothing with a time in %s', (form) => {
    expect(placementDue(form, day('2027-01-11'))).toBeUndefined();
  });
});
