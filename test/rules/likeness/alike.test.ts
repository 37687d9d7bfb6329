import { birthDatesAlike, likeness } from '../../../domain/likeness/alike';
import { nameParts } from '../../../domain/likeness/name-parts';
import type { PlainDate } from '../../../domain/model/plain-date';
import { ALIKE, type Named, NOT_ALIKE } from './pairs';

const BORN = '1991-05-14' as PlainDate;

function described([given, family]: Named, bornOn: string = BORN) {
  return { parts: nameParts(given, family), bornOn: bornOn as PlainDate };
}

describe('two entries with the same birth date', () => {
  it.each(ALIKE)('may be one person: %s', (_, one, other) => {
    expect(likeness(described(one), described(other))).toBe('same');
    expect(likeness(described(other), described(one))).toBe('same');
  });

  it.each(NOT_ALIKE)('are two persons: %s', (_, one, other) => {
    expect(likeness(described(one), described(other))).toBeUndefined();
    expect(likeness(described(other), described(one))).toBeUndefined();
  });

  it('are compared in alphabets that are not folded, letter by letter', () => {
    expect(likeness(described(['Мария', 'Бондар']), described(['Мария', 'Бондар']))).toBe('same');
    expect(likeness(described(['Мария', 'Бондар']), described(['Олена', 'Бондар']))).toBeUndefined();
  });
});

describe('two birth dates', () => {
  it.each([
    ['1991-05-14', '1991-05-14', 'same'],
    ['1991-05-04', '1991-04-05', 'dayAndMonthSwapped'],
    ['1991-05-14', '1981-05-14', 'oneDigitDiffers'],
    ['1991-05-14', '1991-05-15', 'oneDigitDiffers'],
    ['1991-05-14', '1991-06-15', undefined],
    ['1991-05-14', '1990-05-15', undefined],
    ['1991-01-01', '1991-01-01', 'same'],
    ['1991-01-01', '1992-01-01', undefined],
    ['1991-01-01', '1991-01-11', undefined],
  ])('%s and %s: %s', (one, other, how) => {
    expect(birthDatesAlike(one as PlainDate, other as PlainDate)).toBe(how);
    expect(birthDatesAlike(other as PlainDate, one as PlainDate)).toBe(how);
  });
});

describe('a birth date that may be mistyped', () => {
  it('makes candidates of names that fold to the same words', () => {
    const one = described(['Mohammed', 'Yousef'], '1991-05-04');
    expect(likeness(one, described(['Yosef', 'Mohamed'], '1991-04-05'))).toBe('dayAndMonthSwapped');
    expect(likeness(one, described(['Mohamed', 'Yousef'], '1991-05-03'))).toBe('oneDigitDiffers');
  });

  it('makes none of names that are only nearly the same', () => {
    const one = described(['Farida', 'Karimi'], '1991-05-04');
    expect(likeness(one, described(['Farida', 'Karim'], '1991-04-05'))).toBeUndefined();
  });
});
