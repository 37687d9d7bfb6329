import { EU_EEA, isInEuEea, isInEuEeaOrSwitzerland } from '../../../domain/law/eu-eea';
import { day } from '../support';

describe('the countries of EU and EES', () => {
  it('are 27 of EU and three of EFTA', () => {
    expect(EU_EEA.at(-1)?.value.size).toBe(30);
    expect(EU_EEA[0]?.value.size).toBe(31);
  });

  it.each([
    ['SE', true],
    ['DE', true],
    ['HR', true],
    ['NO', true],
    ['IS', true],
    ['LI', true],
    ['CH', false],
    ['SY', false],
    ['UA', false],
    ['TR', false],
    ['XX', false],
  ])('%s: %s', (country, expected) => {
    expect(isInEuEea(country, day('2027-01-11'))).toBe(expected);
  });

  it.each([
    ['2020-01-31', true],
    ['2020-02-01', false],
    ['2020-02-02', false],
  ])('the United Kingdom on %s: %s', (on, expected) => {
    expect(isInEuEea('GB', day(on))).toBe(expected);
  });

  it('go together with Switzerland where a statute says so, and only with it', () => {
    expect(isInEuEeaOrSwitzerland('CH', day('2027-01-11'))).toBe(true);
    expect(isInEuEeaOrSwitzerland('FR', day('2027-01-11'))).toBe(true);
    expect(isInEuEeaOrSwitzerland('SY', day('2027-01-11'))).toBe(false);
  });

  it('are unknown before the list begins', () => {
    expect(isInEuEea('SE', day('2013-06-30'))).toBe(false);
  });
});
