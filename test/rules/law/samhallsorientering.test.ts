import {
  orientationDue,
  orientationDutyEnds,
  orientationStanding,
} from '../../../domain/law/samhallsorientering';
import { adult, day, personBorn } from '../support';

const today = day('2027-01-11');

describe('whom samhällsorientering is for (lag 2013:156)', () => {
  it.each([
    ['2009-01-12', '2027-01-11', 'underOrientationAge'],
    ['2009-01-12', '2027-01-12', undefined],
    ['2009-01-12', '2027-01-13', undefined],
    ['2008-02-29', '2026-02-27', 'underOrientationAge'],
    ['2008-02-29', '2026-02-28', undefined],
    ['1960-01-12', '2027-01-11', undefined],
    ['1960-01-12', '2027-01-12', 'overOrientationAge'],
    ['1960-01-12', '2027-01-13', 'overOrientationAge'],
  ])('from 18 to riktålder (1 a §): born %s, on %s: %s', (bornOn, on, why) => {
    const standing = orientationStanding(personBorn(bornOn), day(on));
    expect(standing).toMatchObject(why === undefined ? { isIn: true } : { isIn: false, why });
  });

  it.each([
    ['1957-12-31', '2022-12-31', false], // under 65 then
    ['1957-12-31', '2022-12-30', true],
    ['1957-12-31', '2023-01-01', true], // under 66 (2022:893)
    ['1959-06-01', '2025-05-31', true],
    ['1959-06-01', '2025-06-01', false],
    ['1959-06-01', '2026-01-01', true], // under riktålder, 67 (2022:894)
    ['1959-06-01', '2026-06-01', false],
  ])('by the age limit of the day: born %s, on %s: %s', (bornOn, on, isIn) => {
    expect(orientationStanding(personBorn(bornOn), day(on))?.isIn).toBe(isIn);
  });

  it.each([
    ['refugee', '2013:156 1 a § 1'],
    ['alternativeProtection', '2013:156 1 a § 1'],
    ['exceptionalGrounds', '2013:156 1 a § 1'],
    ['quota', '2013:156 1 a § 1'],
    ['temporaryProtection', '2013:156 1 a § 3'],
    ['family', '2013:156 2 § 1-2'],
  ] as const)('with a permit on the ground %s, by %s', (ground, law) => {
    expect(orientationStanding(adult({ permit: { ground } }), today)).toEqual({ isIn: true, law });
  });

  it('is not for pupils of gymnasieskolan (2 a §)', () => {
    const pupil = adult({ occupation: { activity: 'gymnasium', extent: 'full' } });
    expect(orientationStanding(pupil, today)).toEqual({
      isIn: false,
      why: 'gymnasiumPupil',
      law: '2013:156 2 a §',
    });
    const student = adult({ occupation: { activity: 'studies', extent: 'full' } });
    expect(orientationStanding(student, today)?.isIn).toBe(true);
  });

  it.each([
    ['DE', false],
    ['NO', false],
    ['CH', false],
    ['SY', true],
  ])('by citizenship and not place of birth (2 a §): citizen of %s: %s', (citizenship, isIn) => {
    expect(orientationStanding(adult({ origin: { bornIn: 'DE', citizenship } }), today)?.isIn).toBe(isIn);
  });

  it('cannot be judged without birth and permit', () => {
    expect(orientationStanding(adult({ birth: undefined }), today)).toBeUndefined();
    expect(orientationStanding(adult({ permit: undefined }), today)).toBeUndefined();
    expect(orientationStanding(adult({ origin: { bornIn: 'DE' } }), today)?.isIn).toBe(true);
  });
});

describe('the times of samhällsorientering', () => {
  it.each([
    ['2027-02-15', '2028-02-15'],
    ['2028-02-29', '2029-02-28'],
    ['2027-05-01', '2028-05-01'], // a red day moves no target
  ])('a course is normally done a year after the start on %s: %s (2010:1138 4 §)', (startedOn, date) => {
    expect(orientationDue(day(startedOn))).toEqual({
      date,
      kind: 'target',
      rule: 'orientationWithinAYear',
      law: '2010:1138 4 §',
      whose: 'kommun',
    });
  });

  it.each([
    ['2027-02-01', '2030-02-01'],
    ['2028-02-29', '2031-02-28'],
    ['2026-12-31', '2029-12-31'],
  ])('the duty to offer it ends three years after the first registration on %s: %s (4 §)', (from, ends) => {
    expect(orientationDutyEnds(day(from))).toBe(ends);
  });
});
