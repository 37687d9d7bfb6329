import { programmeAgeEndsOn } from '../../../domain/law/programme-age';
import { day } from '../support';

describe('the first day on which a person is too old for the programme', () => {
  it.each([
    ['1960-05-01', '2026-03-01', '2027-05-01', '67, riktåldern'],
    ['1961-02-28', '2026-03-01', '2028-02-28', 'the day before a leap day'],
    ['1960-02-29', '2026-03-01', '2027-02-28', 'born on a leap day'],
    ['1957-12-31', '2022-06-01', '2022-12-31', '65, the day before the limit rose'],
    ['1958-01-01', '2022-06-01', '2024-01-01', '66, since the limit rose that day'],
    ['1959-12-31', '2025-06-01', '2025-12-31', '66, the day before riktåldern came in'],
    ['1960-01-01', '2025-06-01', '2027-01-01', '67, since riktåldern came in that day'],
    ['1940-01-01', '2027-01-11', '2027-01-11', 'too old already: that day'],
  ])('born %s, asked from %s: %s (%s)', (bornOn, from, ends) => {
    expect(programmeAgeEndsOn(day(bornOn), day(from))).toBe(ends);
  });
});
