import { firstUncovered, type Span } from '../../../domain/law/coverage';
import { day } from '../support';

function span(from: string, until?: string): Span {
  return { from: day(from), ...(until ? { until: day(until) } : {}) };
}

function uncovered(spans: readonly Span[], on = '2027-03-15') {
  const found = firstUncovered(spans, day('2027-03-01'), day(on));
  return found && `${found.from} to ${found.until ?? ''}`;
}

describe('the first days that nothing covers', () => {
  it.each([
    ['all, where nothing covers', [], '2027-03-01 to '],
    ['none, where something covers without end', [span('2027-02-01')], undefined],
    ['those after a span', [span('2027-02-01', '2027-03-31')], '2027-04-01 to '],
    ['those before a span', [span('2027-04-01')], '2027-03-01 to 2027-03-31'],
    [
      'those between two spans, told in any order',
      [span('2027-04-10'), span('2027-03-01', '2027-03-31')],
      '2027-04-01 to 2027-04-09',
    ],
    ['none between neighbouring spans', [span('2027-03-01', '2027-03-31'), span('2027-04-01')], undefined],
    [
      'none inside a longer span',
      [span('2027-03-01', '2027-05-31'), span('2027-03-05', '2027-03-10'), span('2027-06-01')],
      undefined,
    ],
    ['all, where a span ends before it begins', [span('2027-03-10', '2027-03-09')], '2027-03-01 to '],
  ])('are %s', (_, spans, expected) => {
    expect(uncovered(spans)).toBe(expected);
  });

  it.each([
    ['2027-03-09', '2027-03-05 to 2027-03-09'],
    ['2027-03-10', '2027-05-01 to '],
  ])('are those that are not over: asked on %s %s', (on, expected) => {
    expect(uncovered([span('2027-03-01', '2027-03-04'), span('2027-03-10', '2027-04-30')], on)).toBe(
      expected,
    );
  });
});
