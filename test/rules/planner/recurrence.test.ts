import type { StepId } from '../../../domain/model/ids';
import { baseOf, laterIdsOf, nextPeriod, occurrencesOf } from '../../../domain/process/planner/recurrence';
import type { StepContext, StepDefinition } from '../../../domain/process/steps/step-definition';
import { day } from '../support';

const monthly = (from: string | undefined, until?: string) =>
  ({
    id: 'report' as StepId,
    recurs: { everyMonths: 1, from: () => from && day(from), until: () => until && day(until) },
  }) as unknown as StepDefinition;
const yearly = {
  id: 'plan' as StepId,
  recurs: { everyMonths: 12, from: () => day('2026-11-20'), until: () => undefined },
} as unknown as StepDefinition;

function idsOn(today: string, definition: StepDefinition, records = {}): readonly string[] {
  const context = { today: day(today) } as StepContext;
  return occurrencesOf(definition, context, laterIdsOf(records)).map(({ stepId }) => stepId);
}

describe('a step that comes back', () => {
  it('has one occurrence while nobody knows when it begins', () => {
    expect(idsOn('2027-03-01', monthly(undefined))).toEqual(['report']);
  });

  it.each([
    ['2026-12-31', ['report']],
    ['2027-01-01', ['report', 'report:2027-01']],
    ['2027-01-31', ['report', 'report:2027-01']],
    ['2027-02-01', ['report', 'report:2027-01', 'report:2027-02']],
  ])('begins a new one on the first of the month: on %s', (today, ids) => {
    expect(idsOn(today, monthly('2026-12-15'))).toEqual(ids);
  });

  it('begins none on or after its last day', () => {
    expect(idsOn('2027-06-01', monthly('2026-12-15', '2027-02-01'))).toEqual(['report', 'report:2027-01']);
    expect(idsOn('2027-06-01', monthly('2026-12-15', '2027-02-02')).at(-1)).toBe('report:2027-02');
  });

  it('keeps one that something was said about, also when the dates have changed since', () => {
    const records = { 'report:2027-04': {}, 'other:2027-04': {} };
    expect(idsOn('2027-05-01', monthly('2027-01-10', '2027-02-01'), records)).toEqual([
      'report',
      'report:2027-04',
    ]);
  });

  it('says when the next begins', () => {
    const context = { today: day('2027-01-20') } as StepContext;
    expect(nextPeriod(yearly, context)).toBe('2027-11-01');
    expect(nextPeriod(monthly('2027-03-05'), context)).toBe('2027-03-05');
    expect(nextPeriod(monthly('2026-12-15', '2027-02-01'), context)).toBeUndefined();
  });

  it('is bounded, whatever the dates', () => {
    expect(idsOn('2090-01-01', monthly('1950-01-01')).length).toBeLessThanOrEqual(60);
  });

  it('is named by its step and the month', () => {
    expect([baseOf('report'), baseOf('report:2027-04')]).toEqual(['report', 'report']);
  });
});
