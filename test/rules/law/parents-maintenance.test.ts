import { isMaintainedByParents, maintainedByParentsUntil } from '../../../domain/law/parents-maintenance';
import { adult, day } from '../support';

describe('föräldrabalken 7:1: parents of a pupil who is of age', () => {
  const pupil = { activity: 'gymnasium', extent: 'full' } as const;

  it.each([
    ['a pupil with a parent here', { family: { parentsInSweden: true }, occupation: pupil }, true],
    ['a pupil alone here', { family: { parentsInSweden: false }, occupation: pupil }, false],
    ['a pupil of whose parents nobody has told', { occupation: pupil }, false],
    [
      'one who has left school',
      { family: { parentsInSweden: true }, occupation: { ...pupil, activity: 'work' } as const },
      false,
    ],
  ])('maintain %s: %s', (_, facts, expected) => {
    expect(isMaintainedByParents(adult(facts))).toBe(expected);
  });

  it.each([
    ['2006-06-01', '2027-05-31'],
    ['2008-02-29', '2029-02-27'],
  ])('do so at the longest until the day before 21: born %s', (bornOn, expected) => {
    expect(maintainedByParentsUntil(day(bornOn))).toBe(expected);
  });
});
