import { stuckAhead } from '../../../domain/process/stuck/ahead';
import { addDays } from '../../../domain/law/calendar';
import {
  adult,
  day,
  type Event,
  handOver,
  MEETING_DAY,
  metAll,
  opened,
  paused,
  wholePlanOn,
} from '../support';

const withWage = adult({ income: { source: 'wage', from: day('2027-01-01') } });
const sfi = [metAll(), opened('sfi', MEETING_DAY), handOver('sfi', 'filed')];

/** The first coming day on which the case is stuck by one of sfi's own dates, as told on a day. */
function overdueAhead(on: string, rule: string, ...events: Event[]) {
  const spans = stuckAhead(wholePlanOn(on, withWage, ...sfi, ...events), withWage);
  return spans.find(({ stuck }) =>
    stuck.reasons.some((reason) => reason.kind === 'overdue' && reason.rule === rule),
  )?.from;
}

describe('a step that rests', () => {
  it('has no target ahead of it that passes while nobody knows how long', () => {
    const goal = 'sfiWithinOneMonth';
    expect(overdueAhead('2027-01-20', goal)).toBe('2027-02-12');
    expect(overdueAhead('2027-01-20', goal, paused('sfi', '2027-01-20'))).toBeUndefined();
    expect(overdueAhead('2027-01-20', goal, paused('sfi', '2027-01-20', '2027-01-27'))).toBe(
      addDays(day('2027-02-12'), 7),
    );
  });

  it('is stuck all the same by a duty, and by a target that had passed before', () => {
    const rest = paused('sfi', '2027-02-20');
    expect(overdueAhead('2027-02-21', 'sfiWithinThreeMonths', rest)).toBe('2027-04-06');
    expect(overdueAhead('2027-02-21', 'sfiWithinOneMonth', rest)).toBe('2027-02-21');
  });
});
