import { appealRouteOf } from '../../../domain/law/appeal-routes';
import { appealTime, type LegalTime, remedyOf } from '../../../domain/law/appeal-time';
import { day } from '../support';

const decidedOn = day('2027-03-01');

describe('the time to appeal (FL 44 §)', () => {
  it.each([
    [
      '2027-03-08',
      '2027-03-30',
      'Easter Monday moves to Tuesday',
      'annandag påsk → tisdag, lag 1930:173 2 §',
    ],
    ['2027-03-10', '2027-03-31', 'a working day stays', undefined],
    ['2027-03-13', '2027-04-05', 'a Saturday moves to Monday', 'lördag → måndag, lag 1930:173 2 §'],
    ['2027-12-17', '2028-01-07', 'over the turn of the year', undefined],
    ['2028-02-29', '2028-03-21', 'from a leap day', undefined],
  ])('served on %s: last day %s, %s', (servedOn, lastDay, _, movedBy) => {
    expect(appealTime({ decidedOn, servedOn: day(servedOn) })).toEqual({
      kind: 'runs',
      lastDay,
      ...(movedBy ? { movedBy } : {}),
    });
  });

  it('has not begun while the party has not been served, however old the decision is', () => {
    expect(appealTime({ decidedOn })).toEqual({ kind: 'notStarted' });
  });

  it('runs for a party of the general public from the day of the decision', () => {
    expect(appealTime({ decidedOn, servedOn: day('2027-03-20') }, 'generalPublic')).toEqual({
      kind: 'runs',
      lastDay: '2027-03-22',
    });
    expect(appealTime({ decidedOn }, 'generalPublic')).toEqual({ kind: 'runs', lastDay: '2027-03-22' });
  });
});

describe('the time to ask for omprövning and then to appeal', () => {
  const served = (servedOn: string, time: LegalTime) =>
    appealTime({ decidedOn, servedOn: day(servedOn) }, 'individual', time);

  it.each([
    ['2027-03-08', '2027-05-10', 'a Saturday moves to Monday', 'lördag → måndag, lag 1930:173 2 §'],
    ['2027-03-10', '2027-05-10', 'a working day stays', undefined],
    [
      '2027-01-26',
      '2027-03-30',
      'Good Friday moves past Easter',
      'långfredagen → påskdagen → annandag påsk → tisdag, lag 1930:173 2 §',
    ],
    ['2027-04-25', '2027-06-28', 'Midsummer Eve moves past Midsummer', undefined],
    ['2027-12-31', '2028-02-29', 'the 31st becomes the leap day', undefined],
    ['2026-12-31', '2027-03-01', 'the last of February, a Sunday, moves to Monday', undefined],
    ['2027-10-31', '2028-01-03', 'New Year’s Eve moves into the new year', undefined],
  ])('is two months (SFB 113:19-20): served on %s, last day %s: %s', (servedOn, lastDay, _, movedBy) => {
    const time = served(servedOn, { months: 2 });
    expect(time).toMatchObject({ kind: 'runs', lastDay });
    expect(movedBy === undefined || ('movedBy' in time && time.movedBy === movedBy)).toBe(true);
  });

  it.each([
    ['2027-06-03', '2027-06-24'],
    ['2027-06-04', '2027-06-28'],
    ['2027-06-07', '2027-06-28'],
  ])('is three weeks at Arbetsförmedlingen (2017:819 11:3): served on %s, last day %s', (on, lastDay) => {
    expect(served(on, { weeks: 3 })).toMatchObject({ lastDay });
  });

  it('begins anew with the decision made on omprövning', () => {
    const route = appealRouteOf('pensionsformaner');
    const remedies = route.kind === 'appealable' ? [remedyOf(route, false), remedyOf(route, true)] : [];
    expect(remedies).toEqual([
      { rule: 'review', time: { months: 2 }, law: 'SFB 113:7, 113:19' },
      { rule: 'appeal', time: { months: 2 }, law: 'SFB 113:10, 113:20' },
    ]);
  });

  it('is for an appeal at once where no omprövning comes first', () => {
    const route = appealRouteOf('personnummer');
    expect(route.kind === 'appealable' && remedyOf(route, false)).toMatchObject({ rule: 'appeal' });
  });
});
