import { askerFor, mayAsk, renewalBy } from '../../../domain/law/samordningsnummer';
import { day } from '../support';

describe('who may ask for a samordningsnummer (lag 2022:1697 2:1-6)', () => {
  it.each([
    ['individual', 'styrkt', true],
    ['individual', 'sannolik', false],
    ['individual', 'osaker', false],
    ['authority', 'styrkt', true],
    ['authority', 'sannolik', true],
    ['authority', 'osaker', true],
  ] as const)('%s on an identity that is %s: %s', (asker, level, may) => {
    expect(mayAsk(asker, level)).toBe(may);
  });

  it('is Migrationsverket for temporary protection (UtlF 4:19 i), the person for all others', () => {
    expect(askerFor(true)).toBe('authority');
    expect(askerFor(false)).toBe('individual');
  });
});

describe('the last day to renew one (3:2)', () => {
  it.each([
    ['2026-12-31', '2031-12-31'],
    ['2027-01-01', '2032-12-31'],
    ['2027-12-31', '2032-12-31'],
    ['2028-02-29', '2033-12-31'],
  ])('given on %s it is %s: the end of the fifth calendar year after that year', (givenOn, lastDay) => {
    expect(renewalBy(day(givenOn))).toBe(lastDay);
  });
});
