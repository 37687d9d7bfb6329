import {
  bostadsersattning,
  CHILD_AMOUNTS,
  DAILY_AMOUNTS,
  dailyAmount,
  etableringstillagg,
  HOUSING_BOUNDS,
} from '../../../domain/law/etableringsersattning-amounts';
import { day } from '../support';

const today = day('2027-03-10');

describe('etableringsersättning (2017:819 2:13)', () => {
  it('is 231 kr a day while the plan is made, then 308', () => {
    expect(dailyAmount(today, 'mapping')).toBe(231);
    expect(dailyAmount(today, 'full')).toBe(308);
  });
});

describe('etableringstillägg (2017:819 3:10-12)', () => {
  it.each([
    ['2016-03-11', 800, 'the day before 11'],
    ['2016-03-10', 1500, 'on the 11th birthday'],
    ['2016-03-09', 1500, 'the day after'],
    ['2007-03-11', 1500, 'the day before 20'],
    ['2007-03-10', 0, 'on the 20th birthday'],
    ['2016-02-29', 1500, '11 since the last of February'],
  ])('for a child born %s: %i kr (%s)', (bornOn, amount) => {
    expect(etableringstillagg([day(bornOn)], today)).toBe(amount);
  });

  const four = ['2024-01-01', '2010-05-05', '2012-05-05', '2020-01-01'].map(day);

  it('is for the three oldest', () => {
    expect(etableringstillagg(four, today)).toBe(1500 + 1500 + 800);
    expect(etableringstillagg([], today)).toBe(0);
  });

  it.each([
    [2, 3800],
    [3, 3000],
    [4, 1500],
    [5, 1500],
    [6, 0],
  ])('counts fewer when underhållsstöd is paid for %i of them: %i kr', (children, amount) => {
    expect(etableringstillagg(four, today, children)).toBe(amount);
  });
});

describe('bostadsersättning (2017:819 3:16)', () => {
  it.each([
    [1799, 0],
    [1800, 0],
    [1801, 1],
    [5699, 3899],
    [5700, 3900],
    [5701, 3900],
  ])('for a cost of %i kr is %i kr', (cost, amount) => {
    expect(bostadsersattning(cost, today)).toBe(amount);
  });
});

it('stands in tables with the statute that was read', () => {
  for (const [row] of [DAILY_AMOUNTS, CHILD_AMOUNTS, HOUSING_BOUNDS]) {
    expect(row.statute).toMatch(/^2017:819/);
    expect(row.verified).toBe(true);
  }
});
