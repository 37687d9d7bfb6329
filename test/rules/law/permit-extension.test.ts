import { extensionDue, extensionOpensOn, firstDecidedOn } from '../../../domain/law/permit-extension';
import { day } from '../support';

describe('extension of a permit', () => {
  it.each([
    ['2028-02-03', '2027-11-03'],
    ['2028-05-29', '2028-02-29'],
    ['2027-05-31', '2027-02-28'],
    ['2027-02-28', '2026-11-28'],
  ])('of a permit to %s opens on %s, three months before', (validTo, opensOn) => {
    expect(extensionOpensOn(day(validTo))).toBe(opensOn);
  });

  it.each([
    ['2027-06-25', 'Midsummer Eve'],
    ['2027-03-28', 'Easter Sunday'],
    ['2028-02-29', 'a leap day'],
    ['2027-12-31', 'New Year’s Eve'],
  ])('is to be applied for by the permit’s own last day %s, also on %s', (validTo) => {
    expect(extensionDue(day(validTo))).toEqual({
      date: validTo,
      kind: 'duty',
      rule: 'applyForExtension',
      law: 'SFB 5:12; LMA 1 a §',
      whose: 'newcomer',
    });
  });

  it.each([
    ['2027-01-04', '2027-01-04', '2027-01-04'],
    ['2027-01-04', '2027-01-10', '2027-01-04'],
    ['2028-02-01', '2027-01-04', '2027-01-04'],
  ])('decided %s, valid from %s: first decided %s', (decidedOn, validFrom, first) => {
    expect(firstDecidedOn({ decidedOn: day(decidedOn), validFrom: day(validFrom) })).toBe(first);
  });
});
