import { relativeMayApplyUntil, standingThroughAnchor } from '../../../domain/law/anchor-family';
import { day } from '../support';

const today = day('2027-01-11');

function anchor(receivedOn: string, appliedOn: string, isSwedishCitizen = false) {
  const days = { receivedOn: day(receivedOn), appliedOn: day(appliedOn), since: today };
  return { kind: 'anchor', ...days, isSwedishCitizen } as const;
}

describe('a relative and the anchor (2010:1122 5 a §)', () => {
  it.each([
    ['2020-03-10', '2026-03-09', 'counts'],
    ['2020-03-10', '2026-03-10', 'counts'],
    ['2020-03-10', '2026-03-11', 'relativeAppliedLate'],
    ['2020-02-29', '2026-02-28', 'counts'],
    ['2020-02-29', '2026-03-01', 'relativeAppliedLate'],
    ['2020-12-31', '2026-12-31', 'counts'],
    ['2020-12-31', '2027-01-01', 'relativeAppliedLate'],
    ['2026-06-01', '2026-01-01', 'counts'],
  ])('received in a kommun %s, applied %s: %s', (receivedOn, appliedOn, expected) => {
    const standing = standingThroughAnchor(anchor(receivedOn, appliedOn), today);
    expect(standing.kind === 'counts' ? 'counts' : standing.why).toBe(expected);
  });

  it('does not count through one who was a Swedish citizen on the day of the application', () => {
    expect(standingThroughAnchor(anchor('2024-01-01', '2025-01-01', true), today)).toEqual({
      kind: 'not',
      why: 'anchorSwedishCitizen',
      law: '2010:1122 5 a §',
    });
  });

  it('has a last day that no weekend moves', () => {
    expect(relativeMayApplyUntil(day('2021-01-09'), today)).toBe('2027-01-09'); // a Saturday
  });
});
