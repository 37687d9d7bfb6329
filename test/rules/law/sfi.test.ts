import { sfiAgeFrom, sfiDues, sfiRightFrom } from '../../../domain/law/sfi';
import { adult, day, personBorn } from '../support';

const today = day('2027-01-11');
const signedUpOn = day('2027-01-11');

describe('the right to sfi (skollagen 20:31, 29:2)', () => {
  it.each([
    ['2011-01-01', '2027-07-01'],
    ['2011-12-31', '2027-07-01'],
    ['2012-02-29', '2028-07-01'],
  ])('born %s: old enough from %s', (bornOn, from) => {
    expect(sfiAgeFrom(day(bornOn))).toBe(from);
  });

  it('arises for an adult when the conditions of registration are met, before any registration', () => {
    expect(sfiRightFrom(adult(), today)).toBe('2027-01-04');
  });

  it('arises for a fifteen-year-old on 1 July', () => {
    expect(sfiRightFrom(personBorn('2011-03-01'), today)).toBe('2027-07-01');
  });

  it('arises under temporary protection on the day registration does', () => {
    const permit = {
      ground: 'temporaryProtection',
      validFrom: day('2026-06-01'),
      validTo: day('2028-03-04'),
    } as const;
    expect(sfiRightFrom(adult({ permit }), today)).toBe('2027-06-01');
  });
});

describe('when sfi is to begin (skollagen 20:29)', () => {
  it('can begin within three months of the right, and within one of signing up for the programme group', () => {
    expect(sfiDues(adult(), today, signedUpOn)).toEqual([
      {
        date: '2027-04-05',
        movedBy: 'söndag → måndag, lag 1930:173 2 §',
        kind: 'duty',
        rule: 'sfiWithinThreeMonths',
        law: 'skollagen 20:29',
        whose: 'kommun',
      },
      {
        date: '2027-02-11',
        kind: 'target',
        rule: 'sfiWithinOneMonth',
        law: 'skollagen 20:29',
        whose: 'kommun',
      },
    ]);
  });

  it.each([
    ['a pensioner', personBorn('1955-01-01')],
    ['a seventeen-year-old', personBorn('2009-06-01')],
    ['a relative, whose anchor is not known', adult({ permit: { ground: 'family' } })],
  ])('has no goal of one month for %s', (_, facts) => {
    expect(sfiDues(facts, today, signedUpOn).map(({ rule }) => rule)).toEqual(['sfiWithinThreeMonths']);
  });

  it('has no date while permit or birth is unknown', () => {
    expect(sfiDues(adult({ permit: undefined }), today, signedUpOn)).toEqual([]);
    expect(sfiDues(adult({ birth: undefined }), today, signedUpOn)).toEqual([]);
  });
});
