import { MONTHS_TO_RECEIVE, outsideAssignment, receptionDue } from '../../../domain/law/settlement';
import { adult, day, personBorn } from '../support';

const anvisad = { settlement: { form: 'anvisad' } } as const;
const alone = { family: { parentsInSweden: false } };

describe('whom a kommun is assigned for (lag 2016:38 2-4 §§)', () => {
  it.each([
    ['anvisad', undefined],
    ['kvot', undefined],
    ['egenbosatt', 'notForAssignment'],
    ['anhorig', 'notForAssignment'],
  ] as const)('%s: %s', (form, expected) => {
    expect(outsideAssignment(adult({ settlement: { form } }))).toBe(expected);
  });

  it('is nobody of whom it is not known', () => {
    expect(outsideAssignment(adult())).toBe('notForAssignment');
  });

  it.each<[string, string | undefined, string]>([
    ['2009-01-03', undefined, 'of age the day before the decision'],
    ['2009-01-04', undefined, 'of age on the day of the decision'],
    ['2009-01-05', 'assignedAsUnaccompanied', 'of age the day after the decision'],
  ])('a child alone here born %s: %s, %s', (bornOn, expected) => {
    expect(outsideAssignment(personBorn(bornOn, { ...anvisad, ...alone }))).toBe(expected);
  });

  it('is a child alone here with a quota permit, and a child with its parents', () => {
    const quota = { permit: { ground: 'quota' as const } };
    expect(outsideAssignment(personBorn('2015-03-01', { ...anvisad, ...alone, ...quota }))).toBeUndefined();
    const together = { ...anvisad, family: { parentsInSweden: true } };
    expect(outsideAssignment(personBorn('2015-03-01', together))).toBeUndefined();
  });

  it('is judged before the permit is told as well', () => {
    expect(outsideAssignment(adult({ ...anvisad, permit: undefined }))).toBeUndefined();
  });
});

describe('the kommun is to receive within two months of the assignment (förordning 2016:39 10 §)', () => {
  it.each([
    ['2027-01-14', '2027-03-15', 'söndag → måndag, lag 1930:173 2 §'],
    ['2027-01-15', '2027-03-15', undefined],
    ['2027-12-31', '2028-02-29', undefined],
    ['2026-12-30', '2027-03-01', 'söndag → måndag, lag 1930:173 2 §'],
    ['2027-04-25', '2027-06-28', expect.stringContaining('midsommarafton')],
    ['2026-11-01', '2027-01-04', expect.stringContaining('nyårsdagen')],
    ['2018-05-02', '2018-07-02', undefined],
    ['2016-05-02', '2016-07-04', 'lördag → måndag, lag 1930:173 2 §'],
  ])('assigned %s: by %s, moved by %s', (assignedOn, date, movedBy) => {
    expect(receptionDue(adult(anvisad), day(assignedOn))).toEqual({
      date,
      kind: 'duty',
      rule: 'receiveAssigned',
      law: 'lag 2016:38 5 §; förordning 2016:39 10 §',
      whose: 'kommun',
      ...(movedBy === undefined ? {} : { movedBy }),
    });
  });

  it.each([{ settlement: { form: 'kvot' } } as const, { permit: { ground: 'quota' } } as const])(
    'gives no day for quota, where Migrationsverket may set a longer time: %j',
    (facts) => {
      expect(receptionDue(adult({ ...anvisad, ...facts }), day('2027-01-14'))).toBeUndefined();
    },
  );

  it('stands in a table in order of time', () => {
    const days = MONTHS_TO_RECEIVE.map(({ validFrom }) => validFrom);
    expect(days).toEqual([...days].sort());
  });
});
