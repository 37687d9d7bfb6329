import { PROGRAMME_MONTHS, programmeLastDay, programmeWindowEnds } from '../../../domain/law/programme-time';
import { day } from '../support';

describe('the time in which the programme may be used (2017:820 15 §)', () => {
  it.each([
    ['2027-01-20', '2030-01-20'],
    ['2027-12-31', '2030-12-31'],
    ['2028-02-29', '2031-02-28'],
  ])('registered %s: to and including %s', (registeredOn, lastDay) => {
    expect(programmeWindowEnds(day(registeredOn))).toBe(lastDay);
  });
});

describe('the last day of the programme (2017:820 15 §)', () => {
  it.each([
    ['2027-02-01', '2027-03-10', '2027-01-20', '2029-03-09', '24 months from when a plan could be made'],
    ['2027-03-15', '2027-03-10', '2027-01-20', '2029-03-14', '24 months from an assignment after that'],
    ['2028-01-19', '2027-03-10', '2027-01-20', '2030-01-18', 'a day within the 36 months'],
    ['2028-01-20', '2027-03-10', '2027-01-20', '2030-01-19', 'the last but one day of the 36 months'],
    ['2028-01-21', '2027-03-10', '2027-01-20', '2030-01-20', 'both times at once'],
    ['2028-01-22', '2027-03-10', '2027-01-20', '2030-01-20', 'cut by the 36 months'],
    ['2028-02-29', '2028-02-29', '2028-02-29', '2030-02-27', 'from a leap day'],
    ['2030-02-01', '2027-03-10', '2027-01-20', '2030-02-01', 'never before its first day'],
  ])('from %s, plan possible %s, registered %s: %s (%s)', (from, plan, registeredOn, lastDay) => {
    const start = { from: day(from), planPossibleFrom: day(plan), registeredOn: day(registeredOn) };
    expect(programmeLastDay(start)).toBe(lastDay);
  });

  it('is reckoned from the first day while nobody is registered', () => {
    expect(programmeLastDay({ from: day('2027-02-01') })).toBe('2029-01-31');
  });

  it.each([
    ['2029-06-30', '2029-06-30', 'as Arbetsförmedlingen said'],
    ['2032-01-20', '2032-01-20', 'the longest parental leave after the 36 months'],
    ['2032-01-21', '2032-01-20', 'no further than that'],
  ])('prolonged to %s: %s (%s)', (to, lastDay) => {
    const start = { from: day('2027-02-01'), registeredOn: day('2027-01-20') };
    expect(programmeLastDay(start, day(to))).toBe(lastDay);
  });

  it.each([
    ['2025-12-31', 12],
    ['2026-01-01', 24],
    ['2017-12-31', 12],
  ])('leaves out parental leave by the rule of its first day %s: %i months', (from, months) => {
    const start = { from: day(from) };
    const full = Number(programmeLastDay(start).slice(0, 4)) * 12;
    const longest = programmeLastDay(start, day('2190-01-01'));
    expect(Number(longest.slice(0, 4)) * 12 - full).toBe(months);
  });

  it('marks what nobody has read', () => {
    expect(PROGRAMME_MONTHS.map(({ verified }) => verified)).toEqual([false, true]);
  });
});
