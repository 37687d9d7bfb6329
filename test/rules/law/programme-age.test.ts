import { isMinor } from '../../../domain/law/age';
import {
  ageDaysAfter,
  PROGRAMME_UPPER_AGE,
  programmeAge,
  RIKTALDER,
  riktalderOn,
} from '../../../domain/law/programme-age';
import { day } from '../support';

describe('programme age on the day it is reached (2017:820)', () => {
  it.each([
    ['2007-01-12', '2027-01-11', 'tooYoung', 'the day before 20'],
    ['2007-01-11', '2027-01-11', 'programme', 'on the 20th birthday'],
    ['2007-01-10', '2027-01-11', 'programme', 'the day after'],
    ['1960-01-12', '2027-01-11', 'programme', 'the day before 67, riktåldern'],
    ['1960-01-11', '2027-01-11', 'tooOld', 'on the 67th birthday'],
    ['1959-12-31', '2025-12-31', 'tooOld', '66 in 2025'],
    ['1960-01-01', '2025-12-31', 'programme', '65 in 2025'],
    ['1959-06-01', '2026-01-01', 'programme', '66 when riktåldern comes in'],
    ['1957-12-31', '2022-12-31', 'tooOld', '65 in 2022'],
    ['1957-12-31', '2023-01-01', 'programme', '65 the day the limit rose to 66'],
    ['2008-02-29', '2028-02-28', 'tooYoung', 'born on a leap day, the day before'],
    ['2008-02-29', '2028-02-29', 'programme', 'born on a leap day'],
  ])('born %s, on %s: %s (%s)', (bornOn, on, expected) => {
    expect(programmeAge(day(bornOn), day(on), true)).toBe(expected);
  });

  it.each<[string, boolean | undefined, string, string]>([
    ['2009-01-12', false, 'tooYoung', 'the day before 18'],
    ['2009-01-11', false, 'programme', '18 and no parent in Sweden'],
    ['2009-01-11', true, 'tooYoung', '18 with a parent in Sweden'],
    ['2009-01-12', undefined, 'tooYoung', 'the day before 18, whatever parents'],
    ['2009-01-11', undefined, 'dependsOnParents', '18 and nothing known of parents'],
    ['2007-01-12', undefined, 'dependsOnParents', 'the day before 20 and nothing known of parents'],
    ['2007-01-11', undefined, 'programme', '20, whatever parents'],
  ])('born %s, parents in Sweden %s: %s (%s)', (bornOn, parents, expected) => {
    expect(programmeAge(day(bornOn), day('2027-01-11'), parents)).toBe(expected);
  });
});

describe('riktålder (SFB 2:10 a-10 d)', () => {
  it.each([
    ['2022-12-31', 65],
    ['2023-01-01', 66],
    ['2025-12-31', 66],
    ['2026-01-01', 67],
    ['2031-12-31', 67],
    ['2032-01-01', 67],
  ])('on %s is %i', (on, age) => {
    expect(riktalderOn(day(on))).toBe(age);
  });

  it('has tables in order of their dates, each row with statute and source, and marks what nobody has verified', () => {
    for (const table of [RIKTALDER, PROGRAMME_UPPER_AGE]) {
      const dates = table.map(({ validFrom }) => validFrom);
      expect(dates).toEqual([...dates].sort());
      expect(table.every(({ statute, source }) => statute !== '' && source !== '')).toBe(true);
    }
    expect(RIKTALDER.at(-1)?.verified).toBe(false);
  });
});

describe('birthdays to come', () => {
  it('are those at 16, 18, 20 and riktåldern, and changes of the limits', () => {
    expect(ageDaysAfter(day('2010-03-02'), day('2027-01-11'))).toEqual([
      '2028-03-02',
      '2030-03-02',
      '2077-03-02',
      '2032-01-01',
    ]);
  });

  it('ends childhood on the 18th', () => {
    expect(isMinor(day('2009-01-12'), day('2027-01-11'))).toBe(true);
    expect(isMinor(day('2009-01-11'), day('2027-01-11'))).toBe(false);
  });
});
