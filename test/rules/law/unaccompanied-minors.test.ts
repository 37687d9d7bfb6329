import { isUnaccompaniedMinor } from '../../../domain/law/unaccompanied-minors';
import { adult, day, personBorn } from '../support';

const alone = { family: { parentsInSweden: false } };

describe('a child alone here (lag 2005:429 2, 5 §§)', () => {
  it.each([
    ['2009-06-15', '2027-06-14', true],
    ['2009-06-15', '2027-06-15', false],
    ['2009-06-15', '2027-06-16', false],
    ['2008-02-29', '2026-02-27', true],
    ['2008-02-29', '2026-02-28', false],
    ['2009-06-25', '2027-06-25', false],
  ])('born %s, on %s: %s', (bornOn, on, expected) => {
    expect(isUnaccompaniedMinor(personBorn(bornOn, alone), day(on))).toBe(expected);
  });

  it('has no parent in Sweden, and that is known, as is the birth', () => {
    const today = day('2027-01-11');
    expect(isUnaccompaniedMinor(personBorn('2015-01-01'), today)).toBe(false);
    const together = personBorn('2015-01-01', { family: { parentsInSweden: true } });
    expect(isUnaccompaniedMinor(together, today)).toBe(false);
    expect(isUnaccompaniedMinor(adult({ ...alone, birth: undefined }), today)).toBe(false);
  });
});
