import { examinationPaidDue, firstReceivedOn } from '../../../domain/law/health-examination';
import { adult, day } from '../support';

const arrival = { arrivedOn: day('2026-11-02') };
const registration = { kommun: '0484' as never, from: day('2027-02-08') };
const stay = { kommun: '0484' as never, dwelling: 'fixed', movedInOn: day('2027-01-20') } as const;

describe('the first reception in a kommun (2010:1122 6 §)', () => {
  it('is the day the kommun says that it received the person', () => {
    expect(firstReceivedOn(adult({ arrival, registration, stay }), day('2027-01-25'))).toBe('2027-01-25');
  });

  it('is for a quota refugee the day of arrival, when the kommun says nothing', () => {
    const facts = adult({ permit: { ground: 'quota' }, arrival, registration });
    expect(firstReceivedOn(facts, undefined)).toBe('2026-11-02');
  });

  it('is for someone who was with Migrationsverket the day of moving in, not that of coming to Sweden', () => {
    const lma = { registered: true, housing: 'own' } as const;
    expect(firstReceivedOn(adult({ lma, arrival, registration, stay }), undefined)).toBe('2027-01-20');
    expect(firstReceivedOn(adult({ lma, arrival, registration }), undefined)).toBeUndefined();
  });

  it('is for all others the day of folkbokföring, and not known before it', () => {
    const facts = { permit: { ground: 'family' }, arrival } as const;
    expect(firstReceivedOn(adult({ ...facts, registration }), undefined)).toBe('2027-02-08');
    expect(firstReceivedOn(adult(facts), undefined)).toBeUndefined();
  });
});

describe('the examination that the state pays for (2010:1122 34 §)', () => {
  it.each([
    ['2027-01-20', '2028-01-20'],
    ['2026-02-28', '2027-02-28'],
    ['2028-02-29', '2029-02-28'],
    ['2026-06-19', '2027-06-19'],
  ])('received on %s is made by %s, which nothing moves', (received, date) => {
    expect(examinationPaidDue(day(received))).toEqual({
      date,
      kind: 'right',
      rule: 'healthExaminationPaid',
      law: 'förordning 2010:1122 34 §',
      whose: 'region',
    });
  });
});
