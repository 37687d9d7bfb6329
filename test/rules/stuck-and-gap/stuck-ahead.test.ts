import fc from 'fast-check';
import { addDays } from '../../../domain/law/calendar';
import type { CaseFacts } from '../../../domain/model/facts';
import type { Plan } from '../../../domain/model/plan';
import type { PlainDate } from '../../../domain/model/plain-date';
import { planCase } from '../../../domain/process/plan';
import { stuckOf } from '../../../domain/process/stuck/stuck';
import { stuckAhead } from '../../../domain/process/stuck/ahead';
import type { Situation } from '../../../domain/process/stuck/reason';
import { anyFacts, anyInstant } from '../properties/any-facts';
import { anyRecords } from '../properties/histories';
import {
  adult,
  after,
  day,
  type Event,
  MEETING_DAY,
  opened,
  paused,
  personBorn,
  waitingForPersonnummer,
  wholePlanOn,
} from '../support';

const withWage = adult({ income: { source: 'wage', from: day('2027-01-01') } });
const met = after('delgivning', 'served');

const CASES: readonly (readonly [string, CaseFacts, readonly Event[], Situation])[] = [
  ['an adult who has only been granted a permit', adult(), [], {}],
  ['an adult with a wage who waits for the personnummer', withWage, [waitingForPersonnummer()], {}],
  [
    'an adult with neither income nor applications',
    adult(),
    [waitingForPersonnummer(), opened('sfi', MEETING_DAY)],
    {},
  ],
  ['a child', personBorn('2019-05-01'), [met], {}],
  [
    'a step that nobody has taken',
    withWage,
    [met, opened('etableringssamtal', MEETING_DAY)],
    { unownedSince: { etableringssamtal: day('2027-01-11') } } as Situation,
  ],
  ['a step that rests', withWage, [waitingForPersonnummer(), paused('personnummer', '2027-02-01')], {}],
  ['technical trouble', withWage, [met], { technical: { since: day('2027-01-12') } }],
];

/** What spans say of a day, beside what the day itself says. */
function saidTwice(plan: Plan, facts: CaseFacts, situation: Situation, days: readonly number[]) {
  const spans = stuckAhead(plan, facts, situation);
  return days.map((number) => {
    const asOf = addDays(plan.asOf, number);
    const told = spans.find(({ from, to }) => from <= asOf && (to === undefined || asOf < to))?.stuck;
    const found = stuckOf({ ...plan, asOf }, facts, situation);
    const { reasons, root, since } = found ?? {};
    return { told: { asOf, ...told }, found: { asOf, ...(found && { reasons, root, since }) } };
  });
}

describe('when a case is stuck, told ahead', () => {
  it.each(CASES)(
    'says of every coming day what that day itself would say: %s',
    (_name, facts, events, situation) => {
      const plan = wholePlanOn(MEETING_DAY, facts, ...events);
      const days = Array.from({ length: 401 }, (_, number) => number);
      for (const { told, found } of saidTwice(plan, facts, situation, days)) expect(told).toEqual(found);
    },
  );

  it('says so of any case, whatever has happened to it', () => {
    const someDays = fc.array(fc.nat(900), { minLength: 15, maxLength: 15 });
    fc.assert(
      fc.property(anyFacts, anyRecords, anyInstant, someDays, (facts, records, now, days) => {
        const plan = planCase(facts, records, now);
        for (const { told, found } of saidTwice(plan, facts, {}, days)) expect(told).toEqual(found);
      }),
      { numRuns: 200 },
    );
  });

  it('has no two neighbours that say the same, and no overlap', () => {
    const plan = wholePlanOn(MEETING_DAY, adult(), waitingForPersonnummer());
    const spans = stuckAhead(plan, adult());
    expect(spans.length).toBeGreaterThan(2);
    spans.slice(1).forEach(({ from, stuck }, index) => {
      const before = spans[index];
      expect(before?.to !== undefined && before.to <= from).toBe(true);
      expect(before?.to === from ? before.stuck : undefined).not.toEqual(stuck);
    });
  });

  it('knows the day on which silence begins before it comes', () => {
    const plan = wholePlanOn(MEETING_DAY, withWage, waitingForPersonnummer());
    const silentFrom = stuckAhead(plan, withWage).flatMap(({ stuck }) =>
      stuck.reasons.filter(({ kind, step }) => kind === 'silent' && step === 'personnummer'),
    );
    expect(silentFrom[0]?.since).toBe('2027-02-09' satisfies string as PlainDate);
  });

  it('is empty once the case is over', () => {
    const plan = { ...wholePlanOn(MEETING_DAY, adult()), finished: true };
    expect(stuckAhead(plan, adult())).toEqual([]);
  });
});
