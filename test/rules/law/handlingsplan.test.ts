import { firstPlanDue, renewalDue, renewalsReckonedFrom, reportDue } from '../../../domain/law/handlingsplan';
import { addMonths } from '../../../domain/law/calendar';
import { day } from '../support';

describe('the individual plan (2000:628 6 §)', () => {
  it('is wanted as soon as possible after the registration: a goal of 30 days', () => {
    expect(firstPlanDue(day('2027-02-08'))).toMatchObject({ date: '2027-03-10', kind: 'target' });
  });

  it.each(['2027-02-01', '2027-02-28', '2027-03-31', '2027-08-31', '2028-02-29', '2027-12-31'])(
    'made on %s is to be renewed on a day that is not more than six months later',
    (madeOn) => {
      const month = renewalsReckonedFrom(day(madeOn)).slice(0, 7);
      const { date } = renewalDue(addMonths(day(`${month}-01`), 6));
      expect(date <= addMonths(day(madeOn), 6)).toBe(true);
      expect(date > addMonths(day(madeOn), 4)).toBe(true);
    },
  );

  it.each([
    ['2027-07-01', '2027-07-31'],
    ['2028-02-01', '2028-02-29'],
  ])('whose renewal began on %s is due by %s', (beganOn, date) => {
    expect(renewalDue(day(beganOn)).date).toBe(date);
  });
});

describe('the activity report (2000:628 6 a §)', () => {
  it.each([
    ['2027-03-31', '2027-04-14', undefined],
    ['2027-01-31', '2027-02-15', 'söndag → måndag, lag 1930:173 2 §'],
    ['2028-02-29', '2028-03-14', undefined],
    ['2027-12-31', '2028-01-14', undefined],
    ['2028-03-31', '2028-04-18', 'långfredagen → påskdagen → annandag påsk → tisdag, lag 1930:173 2 §'],
  ])('on a month that ends on %s is in by %s', (endsOn, date, movedBy) => {
    const due = reportDue(day(endsOn));
    expect(due).toMatchObject({ date, kind: 'duty', whose: 'newcomer', law: '2000:628 6 a §' });
    expect(due.movedBy).toBe(movedBy);
  });
});
