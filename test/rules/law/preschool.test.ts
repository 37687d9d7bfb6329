import { preschoolChanges, preschoolDue, preschoolStanding } from '../../../domain/law/preschool';
import { adult, day, personBorn } from '../support';

const asked = { preschoolRequest: { requestedOn: day('2027-01-11') } };
const registered = { registration: { kommun: '0484' as never, from: day('2027-02-01') } };

describe('förskola by age (skollagen 8:3-7, 8:14 a-c)', () => {
  it('is asked for at any age before school, for a place from the first birthday', () => {
    expect(preschoolStanding(personBorn('2026-06-15', asked), day('2027-01-11'))).toEqual({
      kind: 'asked',
      placeFrom: '2027-06-15',
    });
    expect(preschoolStanding(personBorn('2024-02-29', asked), day('2027-01-11'))).toEqual({
      kind: 'asked',
      placeFrom: '2025-02-28',
    });
  });

  it.each([
    ['2026-06-15', '2027-06-14', 'underPreschoolAge'],
    ['2026-06-15', '2027-06-15', 'noPreschoolRequest'],
    ['2026-06-15', '2027-06-16', 'noPreschoolRequest'],
  ])('unasked, a child born %s stands on %s by %s', (bornOn, on, why) => {
    expect(preschoolStanding(personBorn(bornOn, registered), day(on))).toMatchObject({ kind: 'none', why });
  });

  it.each([
    ['2024-01-01', '2027-07-31', 'none'],
    ['2024-01-01', '2027-08-01', 'offered'],
    ['2024-01-01', '2027-08-02', 'offered'],
    ['2024-12-31', '2027-07-31', 'none'],
    ['2024-12-31', '2027-08-01', 'offered'],
    ['2023-12-31', '2026-08-01', 'offered'],
    ['2025-01-01', '2027-08-01', 'none'],
  ])('the kommun offers a place from the autumn one turns three: born %s, on %s: %s', (bornOn, on, kind) => {
    expect(preschoolStanding(personBorn(bornOn, registered), day(on))?.kind).toBe(kind);
  });

  it('need not be offered to a child who is not registered (8:14 b)', () => {
    expect(preschoolStanding(personBorn('2024-01-01'), day('2027-08-01'))).toEqual({
      kind: 'none',
      why: 'notRegistered',
      law: 'skollagen 8:14 b',
    });
  });

  it.each([
    ['2027-07-31', 'asked'],
    ['2027-08-01', 'none'],
    ['2027-08-02', 'none'],
  ])('ends when school duty begins: born in 2021, on %s: %s', (on, kind) => {
    expect(preschoolStanding(personBorn('2021-05-14', asked), day(on))?.kind).toBe(kind);
  });

  it('was not offered before lag 2022:833', () => {
    expect(preschoolStanding(personBorn('2019-03-01', registered), day('2022-09-01'))).toMatchObject({
      why: 'noPreschoolRequest',
    });
  });

  it('cannot be judged while the birth is not known', () => {
    expect(preschoolStanding(adult({ birth: undefined }), day('2027-01-11'))).toBeUndefined();
  });

  it('changes on the first birthday and in the autumns of three and six', () => {
    expect([...preschoolChanges(day('2024-02-29'))].sort()).toEqual([
      '2025-02-28',
      '2027-08-01',
      '2030-08-01',
    ]);
  });
});

describe('an offer within four months of the request (skollagen 8:14)', () => {
  const aged = day('2025-01-01');

  it.each([
    ['2027-01-11', '2027-05-11'],
    ['2026-10-31', '2027-03-01'], // 28 February is a Sunday
    ['2027-10-29', '2028-02-29'],
    ['2027-02-20', '2027-06-21'], // 20 June is a Sunday
    ['2026-11-26', '2027-03-30'], // Good Friday to Easter Monday
    ['2027-02-25', '2027-06-28'], // Midsummer's Eve, a Friday
    ['2026-09-01', '2027-01-04'], // New Year's Day, a Friday
  ])('asked on %s: by %s', (requestedOn, date) => {
    expect(preschoolDue(day(requestedOn), aged)).toMatchObject({
      date,
      kind: 'duty',
      rule: 'preschoolWithinFourMonths',
      law: 'skollagen 8:14',
      whose: 'kommun',
    });
  });

  it('is not owed before the child may have a place', () => {
    expect(preschoolDue(day('2027-01-11'), day('2027-05-10')).date).toBe('2027-05-11');
    expect(preschoolDue(day('2027-01-11'), day('2027-05-11')).date).toBe('2027-05-11');
    expect(preschoolDue(day('2027-01-11'), day('2027-05-12')).date).toBe('2027-05-12');
  });

  it('names the red days that moved it', () => {
    expect(preschoolDue(day('2026-11-26'), aged).movedBy).toContain('lag 1930:173 2 §');
    expect(preschoolDue(day('2027-01-11'), aged).movedBy).toBeUndefined();
  });
});
