import { accountDue, bankCustomerFrom } from '../../../domain/law/bank';
import { day } from '../support';

describe('the bank’s ten bank days (betaltjänstlagen 4 a:3)', () => {
  it.each([
    ['2027-01-11', '2027-01-25', 'two working weeks'],
    ['2027-01-15', '2027-01-29', 'from a Friday'],
    ['2027-01-16', '2027-01-29', 'from a Saturday: Monday is the first'],
    ['2027-03-22', '2027-04-07', 'over Easter: Good Friday and Easter Monday do not count'],
    ['2027-06-14', '2027-06-29', 'over Midsummer Eve'],
    ['2027-12-20', '2028-01-05', 'over Christmas and New Year, whose two eves do not count'],
    ['2028-02-21', '2028-03-06', 'over a leap day'],
    ['2027-04-26', '2027-05-11', 'Ascension Day, a Thursday, does not count; the Friday after it does'],
  ])('complete on %s is decided by %s: %s', (completeOn, date) => {
    expect(accountDue(day(completeOn))).toEqual({
      date,
      kind: 'duty',
      rule: 'accountWithinTenBankDays',
      law: 'lag 2010:751 4 a:3',
      whose: 'bank',
    });
  });

  it('never end on a day on which the bank is closed, so nothing moves them', () => {
    expect(accountDue(day('2027-06-11'))).toMatchObject({ date: '2027-06-28' });
    expect(accountDue(day('2027-06-11'))).not.toHaveProperty('movedBy');
  });
});

describe('an account of one’s own', () => {
  it.each([
    ['2011-01-11', '2027-01-11'],
    ['2012-02-29', '2028-02-29'],
    ['2008-02-29', '2024-02-29'],
  ])('is for someone born on %s from %s', (bornOn, from) => {
    expect(bankCustomerFrom(day(bornOn))).toBe(from);
  });
});
