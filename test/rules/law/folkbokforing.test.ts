import { conditionsMetOn, moveInHint, notificationDue } from '../../../domain/law/folkbokforing';
import { adult, day } from '../support';

const today = day('2027-01-11');

function arrived(arrivedOn: string, permitFrom: string) {
  return adult({
    arrival: { arrivedOn: day(arrivedOn) },
    permit: { ground: 'refugee', decidedOn: day(permitFrom), validFrom: day(permitFrom) },
  });
}

describe('the last day to notify the move to Sweden (FOL 26 §)', () => {
  it.each([
    ['2027-01-04', '2026-12-01', '2027-04-12', 'a quota refugee: a week after three months from arrival'],
    [
      '2026-10-04',
      '2027-01-04',
      '2027-01-11',
      'permit on the very day of three months: still the first branch',
    ],
    ['2026-10-03', '2027-01-04', '2027-02-01', 'permit the day after: four weeks from the permit'],
    ['2025-09-01', '2027-01-04', '2027-02-01', 'long an asylum seeker: four weeks from the permit'],
    ['2026-11-30', '2026-11-01', '2027-03-08', 'three months from 30 November end on 28 February'],
    ['2027-11-30', '2027-11-01', '2028-03-07', 'and on 29 February in a leap year'],
  ])('arrived %s, permit %s: %s (%s)', (arrivedOn, permitFrom, date) => {
    expect(notificationDue(arrived(arrivedOn, permitFrom), today)?.date).toBe(date);
  });

  it('moves to the next working day and says by which rule', () => {
    expect(notificationDue(arrived('2025-09-01', '2027-02-26'), today)).toEqual({
      date: '2027-03-30',
      movedBy: 'långfredagen → påskdagen → annandag påsk → tisdag, lag 1930:173 2 §',
      kind: 'duty',
      rule: 'folkbokforingAnmalan',
      law: 'FOL 26 §',
      whose: 'newcomer',
    });
  });

  it('counts from the day a permit begins when it was decided before', () => {
    const facts = adult({ permit: { decidedOn: day('2027-01-04'), validFrom: day('2027-02-01') } });
    expect(conditionsMetOn(facts, today)).toBe('2027-02-01');
  });

  it('cannot be told without an arrival or a permit', () => {
    expect(notificationDue(adult({ arrival: undefined }), today)).toBeUndefined();
    expect(notificationDue(adult({ permit: undefined }), today)).toBeUndefined();
  });

  it('runs for temporary protection from the day lag 2024:691 lets the person be registered', () => {
    const facts = adult({
      arrival: { arrivedOn: day('2025-12-01') },
      permit: { ground: 'temporaryProtection', validFrom: day('2026-01-18'), validTo: day('2028-03-04') },
    });
    expect(conditionsMetOn(facts, today)).toBe('2027-01-18');
    expect(notificationDue(facts, today)?.date).toBe('2027-02-15');
  });
});

describe('registered from the day of moving in (FOL 35 §)', () => {
  const movedIn = (movedInOn: string) => adult({ stay: { movedInOn: day(movedInOn) } });

  it.each<[string, string | undefined, string]>([
    ['2027-01-01', undefined, 'the week has passed'],
    ['2027-01-03', '2027-01-11', 'the week ends on a Sunday'],
    ['2027-01-04', '2027-01-11', 'the last day of the week'],
    ['2027-01-09', '2027-01-18', 'the week ends on a Saturday'],
  ])('moved in on %s: hint until %s, %s', (movedInOn, date) => {
    expect(moveInHint(movedIn(movedInOn), today)?.date).toBe(date);
  });

  it('is no hint for someone who cannot be registered within the week', () => {
    const facts = adult({
      stay: { movedInOn: day('2027-01-08') },
      permit: { decidedOn: day('2027-03-01'), validFrom: day('2027-03-01') },
    });
    expect(moveInHint(facts, today)).toBeUndefined();
    expect(moveInHint(adult(), today)).toBeUndefined();
  });
});
