import { QUALIFYING_TIME, qualifiedByResidenceOn } from '../../../domain/law/kvalificering';
import { day } from '../support';

describe('years of residence before listed benefits (prop. 2025/26:136)', () => {
  it.each([
    ['2026-12-31', undefined, 'the day before'],
    ['2027-01-01', '2032-01-01', 'the day it is proposed from'],
    ['2027-01-02', '2032-01-02', 'the day after'],
    ['2028-02-29', '2033-02-28', 'from a leap day'],
  ] as const)('of one who came %s: qualified on %s (%s)', (arrivedOn, on, _why) => {
    expect(qualifiedByResidenceOn(day(arrivedOn))).toBe(on);
  });

  it('is a proposal that nobody has verified', () => {
    expect(QUALIFYING_TIME.at(-1)).toMatchObject({ validFrom: '2027-01-01', verified: false });
  });
});
