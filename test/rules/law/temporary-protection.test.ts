import { nextChangeAfter, rowOn } from '../../../domain/law/dated';
import { temporaryProtectionRegistration } from '../../../domain/law/temporary-protection';
import { day } from '../support';

function permit(validFrom: string, validTo?: string) {
  return { validFrom: day(validFrom), ...(validTo ? { validTo: day(validTo) } : {}) };
}

describe('registration under temporary protection (lag 2024:691 5 §)', () => {
  it.each<[string, string | undefined, string, string]>([
    ['2026-03-05', '2028-03-04', '2027-03-05', 'after 12 months of permit time'],
    ['2024-02-29', '2026-03-04', '2025-02-28', 'from a leap day'],
    ['2022-04-01', '2026-03-04', '2024-11-01', 'not before the law was in force'],
    ['2026-03-05', undefined, '2027-03-05', 'a permit without an end is expected to last'],
  ])('permit %s to %s: from %s, %s', (from, to, expected) => {
    expect(temporaryProtectionRegistration(permit(from, to), day('2026-11-22'))).toEqual({
      kind: 'from',
      day: expected,
    });
  });

  it.each([
    ['2027-09-03', 'never'],
    ['2027-09-04', 'from'],
    ['2027-09-05', 'from'],
  ])('needs six months more: permit from 2026-03-05 to %s gives %s', (to, kind) => {
    expect(temporaryProtectionRegistration(permit('2026-03-05', to), day('2026-11-22')).kind).toBe(kind);
  });

  it('says which rule stands in the way', () => {
    const short = permit('2026-03-05', '2027-03-04');
    expect(temporaryProtectionRegistration(short, day('2026-11-22'))).toEqual({
      kind: 'never',
      why: 'temporaryProtectionTooShort',
      law: 'lag 2024:691 5 §',
    });
  });

  it.each([
    ['2024-10-31', 'never'],
    ['2024-11-01', 'from'],
    ['2024-11-02', 'from'],
  ])('asked on %s: %s', (today, kind) => {
    const long = permit('2022-04-01', '2026-03-04');
    expect(temporaryProtectionRegistration(long, day(today)).kind).toBe(kind);
  });
});

describe('a dated table', () => {
  const row = (validFrom: string, value: number) => ({
    validFrom,
    value,
    statute: 's',
    source: 's',
    verified: true,
  });
  const table = [row('2020-01-01', 1), row('2026-01-01', 2)];

  it.each([
    ['2019-12-31', undefined, '2020-01-01'],
    ['2020-01-01', 1, '2026-01-01'],
    ['2025-12-31', 1, '2026-01-01'],
    ['2026-01-01', 2, undefined],
  ])('on %s: value %s, next change %s', (on, value, change) => {
    expect(rowOn(table, day(on))?.value).toBe(value);
    expect(nextChangeAfter(table, day(on))).toBe(change);
  });
});
