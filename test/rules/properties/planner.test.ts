import fc from 'fast-check';
import { addDays, daysBetween } from '../../../domain/law/calendar';
import type { PlannedStep } from '../../../domain/model/plan';
import { CATALOGUE, stepDefinition } from '../../../domain/process/steps/catalogue';
import { baseOf } from '../../../domain/process/planner/recurrence';
import { planCase } from '../../../domain/process/plan';
import { after, type Event, paused, recordsAfter } from '../support';
import { anyDay, anyFacts, anyInstant, likelyFacts, toldFacts } from './any-facts';
import { anyMoves, anyRecords, planPlayed, play, type Played, sayable, say, settled } from './histories';

/** Dates that statute counts from something else than the opening of the step. */
const COUNTED_BY_LAW = [
  'folkbokforingAnmalan',
  'sfiWithinThreeMonths',
  'demandDecision',
  'answerDemand',
  'receiveAssigned',
  'applyForExtension',
  'healthExaminationPaid',
  'preschoolWithinFourMonths',
  'reportActivities',
  'aidForMonthBefore',
  'applyForNextPayment',
  'insuredFromTheFirstDay',
  'renewPlan',
  'planAsSoonAsPossible',
];

const playedWith = (facts: typeof likelyFacts) =>
  fc.tuple(facts, anyDay, anyMoves).map(([known, from, moves]) => play(known, from, moves));
const played = playedWith(likelyFacts);

describe('for any facts and any records, the planner', () => {
  it('gives a plan of every step, the same every time, and changes nothing that it was given', () => {
    fc.assert(
      fc.property(anyFacts, anyRecords, anyInstant, (facts, records, now) => {
        const before = JSON.stringify([facts, records]);
        const plan = planCase(facts, records, now);
        const first = plan.steps.filter(({ stepId }) => stepId === baseOf(stepId));
        expect(first.map(({ stepId }) => stepId)).toEqual(CATALOGUE.map(({ id }) => id));
        expect(planCase(facts, records, now)).toEqual(plan);
        expect(JSON.stringify([facts, records])).toBe(before);
      }),
      { numRuns: 400 },
    );
  });

  it('opens no step before what comes before it is done or does not apply', () => {
    fc.assert(
      fc.property(anyFacts, anyRecords, anyInstant, (facts, records, now) => {
        const plan = planCase(facts, records, now);
        for (const { stepId, status } of plan.steps) {
          if (status.kind !== 'open') continue;
          const before = stepDefinition(stepId)?.after.map((prerequisite) => prerequisite.step);
          const kinds = before?.map((id) => plan.steps.find((step) => step.stepId === id)?.status.kind);
          expect(kinds?.every((kind) => kind === 'done' || kind === 'notApplicable')).toBe(true);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('says of every step that is not open why it is not, and allows nothing of it', () => {
    fc.assert(
      fc.property(anyFacts, anyRecords, anyInstant, (facts, records, now) => {
        for (const { status, allowed } of planCase(facts, records, now).steps) {
          expect(reasonsOf(status)).not.toHaveLength(0);
          const isClosed = ['blocked', 'paused', 'notApplicable', 'cancelled'].includes(status.kind);
          expect(isClosed && allowed.length > 0).toBe(false);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('names a coming day to wake, and a responsible party', () => {
    fc.assert(
      fc.property(anyFacts, anyRecords, anyInstant, (facts, records, now) => {
        const plan = planCase(facts, records, now);
        expect(plan.wakeOn === undefined || plan.wakeOn > plan.asOf).toBe(true);
        expect(plan.mainResponsibility).toBeTruthy();
        expect(plan.finished && plan.finishOn === undefined).toBe(false);
      }),
      { numRuns: 400 },
    );
  });

  it('is not changed by a fact that no rule looks at', () => {
    const unrelated = {
      applicant: { kind: 'applicant', isApplicant: true, since: '2026-05-01' },
    } as never;
    fc.assert(
      fc.property(anyFacts, anyRecords, anyInstant, (facts, records, now) => {
        const more = { ...(unrelated as object), ...(facts as object) };
        expect(planCase(more, records, now)).toEqual(planCase(facts, records, now));
      }),
    );
  });
});

describe('for any case that was played by what its plans allowed, the planner', () => {
  it('shows a date before the opening of the step only where the law counts from something else', () => {
    fc.assert(
      fc.property(played, (history) => {
        for (const { status, dues } of planPlayed(history).steps) {
          if (status.kind !== 'open') continue;
          const early = dues.filter((due) => due.date < status.since).map(({ rule }) => rule);
          expect(early.filter((rule) => !COUNTED_BY_LAW.includes(rule))).toEqual([]);
        }
      }),
    );
  });

  it('moves no duty or right by a pause', () => {
    fc.assert(
      fc.property(played, fc.nat(5), fc.nat(60), fc.nat(60), (history, at, ago, days) => {
        const step = CATALOGUE[at]?.id ?? 'sfi';
        const from = addDays(history.today, -ago);
        const rested = paused(step, from, addDays(from, days))(history.records);
        expect(lawOf(planPlayed({ ...history, records: rested }).steps)).toEqual(
          lawOf(planPlayed(history).steps),
        );
      }),
    );
  });

  it('has nothing new to say on any day before the one it named to wake', () => {
    fc.assert(
      fc.property(played, fc.double({ min: 0, max: 1, noNaN: true }), (history, part) => {
        const resting = settled(settled(history));
        const plan = planPlayed(resting);
        const last = plan.wakeOn ? daysBetween(plan.asOf, plan.wakeOn) - 1 : 400;
        const later = planPlayed(resting, addDays(plan.asOf, Math.floor(part * last)));
        expect(newsOf(later)).toEqual(newsOf(plan));
      }),
      { numRuns: 500 },
    );
  });

  it('can always come to an end, once it knows what its steps need to know', () => {
    fc.assert(
      fc.property(playedWith(toldFacts), (history) => {
        expect(planPlayed(playToTheEnd(history)).finished).toBe(true);
      }),
      { numRuns: 50 },
    );
  });
});

describe('the order in which messages about different steps come', () => {
  it('does not matter', () => {
    const events: Event[] = [
      after('delgivning', 'served', '2027-01-11'),
      after('kommunmote', 'held', '2027-01-12'),
      after('flyttningsanmalan', 'filed', '2027-01-13'),
      after('sfi', 'received', '2027-01-14'),
      after('personnummer', 'registered', '2027-02-01'),
    ];
    fc.assert(
      fc.property(
        anyFacts,
        anyInstant,
        fc.shuffledSubarray(events, { minLength: 5 }),
        (facts, now, shuffled) => {
          const inOrder = planCase(facts, recordsAfter(...events), now);
          expect(planCase(facts, recordsAfter(...shuffled), now)).toEqual(inOrder);
        },
      ),
    );
  });
});

function reasonsOf(status: PlannedStep['status']): readonly unknown[] {
  switch (status.kind) {
    case 'blocked':
      return [...status.by, ...status.facts, ...(status.until ? [status.rule] : [])].filter(Boolean);
    case 'notApplicable':
    case 'cancelled':
    case 'paused':
    case 'open':
      return [status.why].filter(Boolean);
    case 'done':
      return [status.outcome].filter(Boolean);
  }
}

function lawOf(steps: readonly PlannedStep[]) {
  const dues = steps.flatMap(({ stepId, dues: all }) => all.map((due) => ({ stepId, ...due })));
  return dues
    .filter(({ kind }) => kind === 'duty' || kind === 'right')
    .map((due) => JSON.stringify(due))
    .sort();
}

function newsOf({
  steps,
  errands,
  passed,
  milestones,
  mainResponsibility,
  gap,
  representative,
  finished,
}: ReturnType<typeof planPlayed>) {
  const shown = steps.map(({ stepId, status, allowed, handOver, retract, filing }) => {
    return { stepId, status, allowed, handOver, retract, filing };
  });
  return { shown, errands, passed, milestones, mainResponsibility, gap, representative, finished };
}

/** Says of every open step what ends it, and lets time pass until the case is over. */
function playToTheEnd(start: Played): Played {
  let history = start;
  for (let round = 0; round < 400; round += 1) {
    history = settled(history);
    const plan = planPlayed(history);
    if (plan.finished) break;
    const end = sayable(plan).find(({ stepId, word }) => endsStep(stepId, word));
    history = end ? say(history, end) : { ...history, today: plan.wakeOn ?? addDays(plan.asOf, 1) };
  }
  return history;
}

function endsStep(stepId: string, word: string): boolean {
  // A refusal that is being reviewed can only be let stand once the review has upheld it.
  if (word === 'reviewUpheld') return true;
  const effect = stepDefinition(stepId)?.outcomes[word]?.effect;
  return (effect === 'ends' || effect === 'stands') && !stepDefinition(stepId)?.outcomes[word]?.later;
}
