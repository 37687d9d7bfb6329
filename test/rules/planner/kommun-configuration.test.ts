import {
  akutboendeUnit,
  bistandUnit,
  centreOf,
  kommunConfiguration,
} from '../../../domain/process/steps/kommun/configuration';
import { adult, day } from '../support';

const today = day('2027-01-11');
const inKommun = (kommun: string) => adult({ stay: { kommun: kommun as never, dwelling: 'fixed' } });

describe('how a kommun has divided its tasks', () => {
  it.each(['0484', '2281', 'constructor', ''])(
    'is with socialnämnden where nothing else is said: %s',
    (kommun) => {
      expect(kommunConfiguration(kommun, today)).toMatchObject({
        bistandUnit: { anvisad: 'socialnämnden', unknown: 'socialnämnden' },
        akutboendeUnit: 'socialnämnden',
      });
    },
  );

  it.each([
    ['2016-12-31', 'socialnämnden', undefined],
    ['2017-01-01', 'stadsdelsnämnden', undefined],
    ['2021-07-31', 'stadsdelsnämnden', undefined],
    ['2021-08-01', 'stadsdelsnämnden', 'Etableringscentrum'],
    ['2021-08-02', 'stadsdelsnämnden', 'Etableringscentrum'],
  ])('goes in Stockholm by the day: on %s %s, centre %s', (on, unit, centre) => {
    expect(akutboendeUnit(inKommun('0180'), day(on))).toBe(unit);
    expect(centreOf(inKommun('0180'), day(on))).toBe(centre);
  });

  it('is unknown without a kommun of stay', () => {
    const nowhere = adult({ stay: undefined });
    expect([bistandUnit, akutboendeUnit, centreOf].map((of) => of(nowhere, today))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});
