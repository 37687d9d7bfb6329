import type { DatedFact } from '../../../domain/model/facts';
import type { HouseholdId, MessageId, PersonId } from '../../../domain/model/ids';
import { factsAsOf } from '../../../domain/process/facts-as-of';
import { adult, after, day, handOver, metAll, opened, planOn, recorded, step } from '../support';

const MOVED_ON = '2027-03-01';
const moved = adult({ stay: { kommun: '2281' as never, movedKommunOn: day(MOVED_ON) } as never });
const atEskilstuna = [metAll(), opened('sfi', '2027-01-11'), handOver('sfi', 'filed', '2027-01-11')];

function stay(kommun: string, validFrom: string, of: DatedFact['of']): DatedFact {
  const fact = { kind: 'stay', kommun: kommun as never, dwelling: 'fixed' } as const;
  return { fact, of, validFrom: day(validFrom), source: 'intake', messageId: 'm' as MessageId };
}

const household = { householdId: 'h' as HouseholdId };
const person = { personId: 'p' as PersonId };

describe('a person who moves to another kommun', () => {
  it('has an open filing of the kommun made anew', () => {
    const plan = planOn(MOVED_ON, moved, ...atEskilstuna);
    expect(step(plan, 'sfi')).toMatchObject({ status: { kind: 'open' }, filing: 1, moved: true });
    expect(plan.kommun).toBe('2281');
  });

  it('has the old filing taken back once the new one is counted', () => {
    const anew = recorded('sfi', { resubmissions: [{ on: day(MOVED_ON) }] });
    const { filing, retract, moved: isLeft } = step(planOn(MOVED_ON, moved, ...atEskilstuna, anew), 'sfi');
    expect([filing, retract, isLeft]).toEqual([2, true, undefined]);
  });

  it('keeps what is done where it was done, and what lies with other agencies', () => {
    const plan = planOn(
      MOVED_ON,
      moved,
      ...atEskilstuna,
      opened('personnummer', '2027-01-11'),
      handOver('personnummer', 'filed', '2027-01-11'),
    );
    expect(step(plan, 'kommunmote')).toMatchObject({ status: { kind: 'done', on: '2027-01-11' }, filing: 1 });
    expect(step(plan, 'kommunmote').moved).toBeUndefined();
    expect(step(plan, 'personnummer').moved).toBeUndefined();
  });

  it('has nothing made anew that was filed after the move, or had been decided', () => {
    const later = [metAll(), opened('sfi', MOVED_ON), handOver('sfi', 'filed', MOVED_ON)];
    expect(step(planOn('2027-03-02', moved, ...later), 'sfi').moved).toBeUndefined();
    const started = after('sfi', 'started', '2027-02-20');
    expect(step(planOn(MOVED_ON, moved, ...atEskilstuna, started), 'sfi').moved).toBeUndefined();
  });
});

describe('the day of a move', () => {
  it.each([
    ['never moved', [stay('0484', '2027-01-11', household)], undefined],
    [
      'another flat in the same kommun',
      [stay('0484', '2027-01-11', household), stay('0484', '2027-02-01', household)],
      undefined,
    ],
    [
      'another kommun, and another flat there later',
      [
        stay('0484', '2027-01-11', household),
        stay('2281', MOVED_ON, household),
        stay('2281', '2027-04-01', household),
      ],
      MOVED_ON,
    ],
    [
      'alone, away from the household',
      [stay('0484', '2027-01-11', household), stay('2281', MOVED_ON, person)],
      MOVED_ON,
    ],
    [
      'a move of the household that the person did not take part in',
      [stay('0484', '2027-01-11', person), stay('2281', MOVED_ON, household)],
      undefined,
    ],
    [
      'a move still to come',
      [stay('0484', '2027-01-11', household), stay('2281', '2027-09-01', household)],
      undefined,
    ],
  ] as const)('%s', (_, stays, on) => {
    expect(factsAsOf(stays, day('2027-05-01')).stay?.movedKommunOn).toBe(on);
  });
});
