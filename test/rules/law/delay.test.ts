import { delayDue } from '../../../domain/law/delay';
import { day } from '../support';

describe('a decision that takes long (FL 12 §)', () => {
  it.each([
    ['2027-01-11', '2027-07-11', 'a Sunday: the opening of a right is no act and is not moved'],
    ['2027-08-31', '2028-02-29', 'the last of February in a leap year'],
    ['2026-08-31', '2027-02-28', 'the last of February in a common year'],
  ])('begun on %s may be demanded from %s: %s', (began, from) => {
    expect(delayDue(day(began), undefined, 'skatteverket')).toEqual({
      date: from,
      kind: 'right',
      rule: 'demandDecision',
      law: 'FL 12 §',
      whose: 'newcomer',
    });
  });

  it.each([
    ['2027-07-12', '2027-08-09', undefined],
    ['2027-05-28', '2027-06-28', 'midsommarafton → midsommardagen → måndag, lag 1930:173 2 §'],
    ['2027-12-03', '2028-01-03', 'nyårsafton → nyårsdagen → måndag, lag 1930:173 2 §'],
  ])('demanded on %s is to be decided or refused by %s', (demandedOn, by, movedBy) => {
    expect(delayDue(day('2026-11-02'), day(demandedOn), 'skatteverket')).toEqual({
      date: by,
      kind: 'duty',
      rule: 'answerDemand',
      law: 'FL 12 §',
      whose: 'skatteverket',
      ...(movedBy ? { movedBy } : {}),
    });
  });
});
