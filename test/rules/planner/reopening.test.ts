import type { MessageId, StepId } from '../../../domain/model/ids';
import { whatFollows, withoutReopening, withReopening } from '../../../domain/process/planner/reopening';
import {
  adult,
  after,
  day,
  type Event,
  handOver,
  metAll,
  noon,
  opened,
  paused,
  planFirstCut,
  recordsAfter,
  waitingForPersonnummer,
} from '../support';

function reopenedOn(on: string, stepId: string, ...events: Event[]) {
  const records = recordsAfter(...events);
  const reopened = withReopening(records, stepId as StepId, { on: day(on) });
  const plans = {
    before: planFirstCut(adult(), records, noon(on)),
    after: planFirstCut(adult(), reopened, noon(on)),
  };
  return whatFollows(stepId as StepId, plans, records);
}

describe('what follows from a reopening', () => {
  it('is that its step is open again under the next filing', () => {
    expect(reopenedOn('2027-01-20', 'delgivning', after('delgivning', 'served'))?.step).toEqual({
      stepId: 'delgivning',
      from: { kind: 'done', outcome: 'served', on: '2027-01-11' },
      to: { kind: 'open', waitingFor: 'caseworker', why: 'meetingAwaited', since: '2027-01-20' },
      filing: 2,
    });
  });

  it('is that what waited for it is held back, and its hand-overs are taken back', () => {
    const meeting = [
      after('delgivning', 'served'),
      opened('kommunmote', '2027-01-11'),
      handOver('kommunmote', 'filed'),
      opened('etableringssamtal', '2027-01-11'),
    ];
    const follows = reopenedOn('2027-01-12', 'delgivning', ...meeting);
    expect(follows?.changed.map(({ stepId, from, to }) => [stepId, from.kind, to?.kind])).toEqual([
      ['kommunmote', 'open', 'blocked'],
      ['etableringssamtal', 'open', 'blocked'],
      ['flyttningsanmalan', 'open', 'blocked'],
    ]);
    expect(follows?.retracted).toEqual([{ stepId: 'kommunmote', agency: 'kommun', filing: 1 }]);
    expect(follows?.review).toEqual([]);
  });

  it('is that what was done after it is to be looked at, and is done still', () => {
    const follows = reopenedOn('2027-01-20', 'delgivning', metAll());
    expect(follows?.review).toEqual(['kommunmote', 'etableringssamtal', 'flyttningsanmalan']);
    expect(follows?.changed).toEqual([]);
  });

  it('goes on to what waits behind that', () => {
    const follows = reopenedOn('2027-01-20', 'flyttningsanmalan', waitingForPersonnummer());
    expect(follows?.changed).toMatchObject([
      { stepId: 'personnummer', from: { kind: 'open' }, to: { kind: 'blocked', by: ['flyttningsanmalan'] } },
    ]);
    expect(follows?.retracted).toEqual([{ stepId: 'personnummer', agency: 'skatteverket', filing: 1 }]);
  });

  it('leaves out what would have come of itself, and what stands as it stood', () => {
    const follows = reopenedOn(
      '2027-06-01',
      'delgivning',
      after('delgivning', 'served'),
      paused('sfi', '2027-01-12', '2027-05-01'),
    );
    expect(follows?.changed.map(({ stepId }) => stepId)).not.toContain('sfi');
  });

  it('is undefined for a step that the plan does not have', () => {
    expect(reopenedOn('2027-01-20', 'no-such-step', metAll())).toBeUndefined();
  });

  it('is reckoned from the records without it, whatever else they hold', () => {
    const records = recordsAfter(metAll());
    const id = 'reopening' as MessageId;
    const reopened = withReopening(records, 'delgivning' as StepId, { on: day('2027-01-20'), messageId: id });
    expect(withoutReopening(reopened, 'delgivning' as StepId, id)).toEqual(records);
    expect(withoutReopening(reopened, 'delgivning' as StepId, 'other' as MessageId)).toEqual(reopened);
  });
});
