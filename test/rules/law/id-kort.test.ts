import { idCardFrom } from '../../../domain/law/id-kort';
import { day } from '../support';

describe('id-kort (lag 2015:899)', () => {
  it.each([
    ['2014-01-11', '2027-01-11'],
    ['2012-02-29', '2025-02-28'],
    ['2014-06-25', '2027-06-25'],
  ])('is for someone born on %s from %s, also on a red day', (bornOn, from) => {
    expect(idCardFrom(day(bornOn))).toBe(from);
  });
});
