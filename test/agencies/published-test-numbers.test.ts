import personnummer from 'personnummer';
import { numberFor, publishedNumbers } from '../../agencies/skatteverket/published-test-numbers';

const isFree = (): boolean => false;

describe("Skatteverket's published test numbers", () => {
  it.each([
    ['2018-01-01', ['201801012392']],
    ['2018-01-02', ['201801022383']],
    ['1999-08-07', ['199908072391']],
    ['1996-10-20', ['199610202385']],
    ['1997-05-16', ['199705162387']],
    ['2000-01-02', ['200001022391']],
    ['2000-01-05', ['200001052380']],
  ])('has for %s the number that is published', (day, numbers) => {
    expect(publishedNumbers(day)).toEqual(numbers);
  });

  it('has two numbers for every day of 1991 to 1993', () => {
    expect(publishedNumbers('1993-12-17')).toEqual(['199312172381', expect.stringMatching(/^19931217239/)]);
    expect(publishedNumbers('1993-12-16')).toContain('199312162390');
  });

  it.each(['1990-12-31', '1999-01-01', '2000-12-18', '2001-03-03', '2014-03-17', '2016-10-26', '2020-04-20'])(
    'has none for %s, which is not published',
    (day) => {
      expect(publishedNumbers(day)).toEqual([]);
    },
  );

  it('has a right check digit and the right date in every number, and none twice', () => {
    const days = Array.from({ length: 33 * 366 }, (_, index) => new Date(Date.UTC(1991, 0, 1 + index)));
    const numbers = days.flatMap((day) =>
      publishedNumbers(day.toISOString().slice(0, 10)).map((number) => [
        day.toISOString().slice(0, 10),
        number,
      ]),
    );
    expect(numbers.length).toBeGreaterThan(8000);
    expect(new Set(numbers.map(([, number]) => number)).size).toBe(numbers.length);
    for (const [day, number = ''] of numbers) {
      expect(personnummer.valid(number)).toBe(true);
      expect(number.slice(0, 8)).toBe(day?.replaceAll('-', ''));
    }
  });
});

describe('the number that a person gets', () => {
  it('is of the birth date when one is free', () => {
    expect(numberFor('1996-10-20', isFree)).toBe('199610202385');
  });

  it('is of the day after when the birth date is used up, then of the day before', () => {
    const taken = new Set(['199610202385']);
    const second = numberFor('1996-10-20', (number) => taken.has(number));
    expect(second.slice(0, 8)).toBe('19961021');
    taken.add(second);
    expect(numberFor('1996-10-20', (number) => taken.has(number)).slice(0, 8)).toBe('19961019');
  });

  it('is of the same month and day in the nearest year when the birth year is not published', () => {
    expect(numberFor('1985-03-10', isFree).slice(0, 8)).toBe('19910310');
    expect(numberFor('2012-07-01', isFree).slice(0, 8)).toBe('20140701');
    expect(numberFor('1988-02-29', isFree).slice(0, 8)).toBe('19910228');
  });

  it('is of the nearest day when the birth year is published in part', () => {
    expect(numberFor('2020-05-01', isFree).slice(0, 8)).toBe('20200419');
  });
});
