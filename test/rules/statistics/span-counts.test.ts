import type { AgencyId } from '../../../domain/model/agency';
import type { KommunCode, StepId } from '../../../domain/model/ids';
import type { StepSpan } from '../../../domain/statistics/span';
import { caseCounts, type CountChange, stepCounts } from '../../../domain/statistics/span-counts';
import { day } from '../support';

const ESKILSTUNA = '0484' as KommunCode;
const SUNDSVALL = '2281' as KommunCode;

function span(openedOn: string, more: Partial<StepSpan> = {}): StepSpan {
  return {
    stepId: 'kommunmote' as StepId,
    agency: 'kommun' as AgencyId,
    openedOn: day(openedOn),
    kommun: ESKILSTUNA,
    ...more,
  };
}

/** The changes of one kommun (or of the whole country, 00), each as `measure period days by`. */
function told(changes: readonly CountChange[], kommun: string | null): string[] {
  return changes
    .filter((change) => change.kommun === kommun)
    .map(({ measure, period, days, by }) =>
      [measure, period, ...(days === undefined ? [] : [days]), by].join(' '),
    )
    .toSorted();
}

const held = { on: day('2027-02-03'), outcome: 'held' };

describe('the counts of waits', () => {
  it('rise with a wait that opens, in its kommun and in the whole country', () => {
    const changes = stepCounts([{ after: span('2027-01-14') }]);
    const both = ['open 2027-01-14 1', 'stepsOpened 2027-01-11 1'];
    expect(told(changes, '0484')).toEqual(both);
    expect(told(changes, '00')).toEqual(both);
  });

  it('move from open to done by the month of opening and the days it took', () => {
    const changes = stepCounts([{ before: span('2027-01-14'), after: span('2027-01-14', { end: held }) }]);
    expect(told(changes, '0484')).toEqual([
      'done 2027-01-01 20 1',
      'open 2027-01-14 -1',
      'stepsEnded 2027-02-01 1',
    ]);
  });

  it('tell a wait that stopped from one that ended', () => {
    const changes = stepCounts([{ after: span('2027-01-14', { end: { on: day('2027-02-03') } }) }]);
    expect(told(changes, '00')).toEqual([
      'stepsOpened 2027-01-11 1',
      'stepsStopped 2027-02-01 1',
      'stopped 2027-01-01 20 1',
    ]);
  });

  it('follow a wait to another kommun and leave the whole country as it was', () => {
    const changes = stepCounts([
      { before: span('2027-01-14'), after: span('2027-01-14', { kommun: SUNDSVALL }) },
    ]);
    expect(told(changes, '00')).toEqual([]);
    expect(told(changes, '0484')).toEqual(['open 2027-01-14 -1', 'stepsOpened 2027-01-11 -1']);
    expect(told(changes, '2281')).toEqual(['open 2027-01-14 1', 'stepsOpened 2027-01-11 1']);
  });

  it('keep a protected person’s waits in the whole country and in no kommun', () => {
    const changes = stepCounts([
      {
        before: span('2027-01-14', { end: held }),
        after: span('2027-01-14', { end: held, kommun: undefined }),
      },
    ]);
    expect(told(changes, '00')).toEqual([]);
    expect(told(changes, '0484')).toContain('done 2027-01-01 20 -1');
    expect(told(changes, null)).toContain('done 2027-01-01 20 1');
  });

  it('are of the step that an occurrence is of', () => {
    const later = span('2027-01-14', { stepId: 'handlingsplan:2027-08' as StepId });
    expect(new Set(stepCounts([{ after: later }]).map(({ step }) => step))).toEqual(
      new Set(['handlingsplan']),
    );
  });

  it('change once for many waits alike, and not at all by a date that moves', () => {
    const three = stepCounts([1, 2, 3].map(() => ({ after: span('2027-01-14') })));
    expect(told(three, '00')).toContain('open 2027-01-14 3');
    const overdueFrom = day('2027-03-01');
    expect(stepCounts([{ before: span('2027-01-14'), after: span('2027-01-14', { overdueFrom }) }])).toEqual(
      [],
    );
  });
});

describe('the counts of cases', () => {
  const opened = { openedOn: day('2027-01-14'), kommun: ESKILSTUNA };

  it('rise in the week of opening, and in that of closing', () => {
    expect(told(caseCounts(undefined, opened), '0484')).toEqual(['casesOpened 2027-01-11 1']);
    const closed = { ...opened, closedOn: day('2028-12-31') };
    expect(told(caseCounts(opened, closed), '00')).toEqual(['casesClosed 2028-12-25 1']);
    expect(told(caseCounts(closed, opened), '00')).toEqual(['casesClosed 2028-12-25 -1']);
  });

  it('stay when nothing changed, and are of no step', () => {
    expect(caseCounts(opened, { ...opened })).toEqual([]);
    expect(caseCounts(undefined, opened).every(({ step }) => step === undefined)).toBe(true);
  });
});
