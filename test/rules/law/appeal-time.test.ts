import { appealRouteOf, appealTime } from '../../../domain/law/appeal-time';
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

describe('where a decision is appealed', () => {
  it.each([
    ['personnummer', { kind: 'appealable', body: 'forvaltningsratt', law: 'FOL 38, 40 §§; FL 44 §' }],
    ['sfi', { kind: 'appealable', body: 'overklagandenamnd', law: 'skollagen 28:12; FL 44 §' }],
    ['personnummersiffror', { kind: 'notAppealable', law: 'FOL 39 § 3' }],
    ['kommunmote', { kind: 'notAppealable', law: 'FL 41 §' }],
    ['constructor', { kind: 'notAppealable', law: 'FL 41 §' }],
  ])('%s', (decision, route) => {
    expect(appealRouteOf(decision)).toEqual(route);
  });
});
