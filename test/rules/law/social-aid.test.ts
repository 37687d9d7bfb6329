import { riksnormOf } from '../../../domain/law/social-aid';
import { day } from '../support';

const in2025 = day('2025-11-01');

describe('riksnormen (socialtjänstförordningen 12:2-3)', () => {
  it('is the personal costs of all in the household and the common cost by their number', () => {
    expect(riksnormOf({ adults: 1, childAges: [] }, in2025)).toBe(3910 + 1270);
    expect(riksnormOf({ adults: 2, childAges: [] }, in2025)).toBe(7050 + 1400);
    expect(riksnormOf({ adults: 2, childAges: [0, 8] }, in2025)).toBe(7050 + 2720 + 3790 + 2010);
  });

  it.each([
    [0, 2720],
    [1, 3030],
    [2, 3030],
    [3, 2700],
    [4, 3030],
    [6, 3030],
    [7, 3790],
    [10, 3790],
    [11, 4350],
    [14, 4350],
    [15, 4920],
    [18, 4920],
    [19, 4960],
    [20, 4960],
    [21, 0],
  ])('counts a child of %i with %i kronor', (age, kronor) => {
    expect(riksnormOf({ adults: 1, childAges: [age] }, in2025)).toBe(3910 + kronor + 1400);
  });

  it.each([
    [5, 2810],
    [6, 3000],
    [8, 3380],
  ])(
    'adds the same for each person beyond seven: two adults and %i children share %i',
    (children, common) => {
      const ages = Array.from({ length: children }, () => 3);
      expect(riksnormOf({ adults: 2, childAges: ages }, in2025)).toBe(7050 + children * 2700 + common);
    },
  );

  it.each([
    ['2025-06-30', undefined],
    ['2025-07-01', 5180],
    ['2025-12-31', 5180],
    ['2026-01-01', 5220],
    ['2026-01-02', 5220],
    ['2027-01-11', 5220],
  ])('goes by the year: for one adult on %s %s kronor', (on, kronor) => {
    expect(riksnormOf({ adults: 1, childAges: [] }, day(on))).toBe(kronor);
  });
});
