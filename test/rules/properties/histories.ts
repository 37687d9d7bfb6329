import fc from 'fast-check';
import { addDays } from '../../../domain/law/calendar';
import type { CaseFacts } from '../../../domain/model/facts';
import type { StepId } from '../../../domain/model/ids';
import type { Plan, PlannedStep } from '../../../domain/model/plan';
import type { Instant, PlainDate } from '../../../domain/model/plain-date';
import type { StepRecord, StepRecords } from '../../../domain/model/step-record';
import { CATALOGUE } from '../../../domain/process/steps/catalogue';
import { openedRecords } from '../../../domain/process/judging/digest';
import { UNTOUCHED_RECORD } from '../../../domain/process/planner/step-records';
import { planCase } from '../../../domain/process/plan';
import { after, handOver, noon, recordsAfter, restarted } from '../support';
import { anyDay, anyInstant } from './any-facts';

const outcomes = [...new Set(CATALOGUE.flatMap((step) => Object.keys(step.outcomes))), 'constructor', ''];
const restart = fc.record({ messageId: fc.constant('m'), on: anyDay });
const record = fc.record(
  {
    openedOn: anyDay,
    filingOpenedOn: anyDay,
    filing: fc.integer({ min: 1, max: 4 }),
    handOver: fc.record({
      agency: fc.constantFrom('skatteverket', 'kommun'),
      filing: fc.integer({ min: 1, max: 4 }),
      state: fc.constantFrom('running', 'filed', 'refused', 'retracting', 'retracted'),
      receiptId: fc.constant('receipt'),
      code: fc.constant('code'),
      on: anyDay,
    }),
    answers: fc.array(
      fc.record(
        {
          messageId: fc.constant('m'),
          filing: fc.integer({ min: 1, max: 4 }),
          outcome: fc.constantFrom(...outcomes),
          on: anyDay,
          servedOn: anyDay,
          by: fc.constantFrom('person', 'agency'),
          at: anyInstant,
          fields: fc.dictionary(fc.constantFrom('by', 'from'), fc.oneof(anyDay, fc.string())),
        },
        { requiredKeys: ['messageId', 'filing', 'outcome', 'on', 'by', 'at'] },
      ),
      { maxLength: 8 },
    ),
    reopenings: fc.array(restart, { maxLength: 2 }),
    resubmissions: fc.array(restart, { maxLength: 2 }),
    pauses: fc.array(
      fc.record(
        { from: anyDay, until: anyDay, messageId: fc.constant('m') },
        { requiredKeys: ['from', 'messageId'] },
      ),
      { maxLength: 2 },
    ),
    extensions: fc.array(
      fc.record({
        rule: fc.constantFrom('sfiExpected', 'x'),
        until: anyDay,
        on: anyDay,
        messageId: fc.constant('m'),
      }),
      { maxLength: 2 },
    ),
    misfits: fc.array(
      fc.record({
        messageId: fc.constant('m'),
        filing: fc.integer({ min: 1, max: 3 }),
        why: fc.constant('neverFitted'),
      }),
      { maxLength: 1 },
    ),
    refusedErrands: fc.array(
      fc.record({
        filing: fc.integer({ min: 1, max: 3 }),
        kind: fc.constantFrom('completion', 'demand'),
        n: fc.constant(1),
        code: fc.constant('ARENDE_AVSLUTAT'),
      }),
      { maxLength: 1 },
    ),
    errands: fc.array(fc.constantFrom('1/reminder/4', 'nonsense'), { maxLength: 2 }),
  },
  {
    requiredKeys: [
      'filing',
      'answers',
      'reopenings',
      'resubmissions',
      'pauses',
      'extensions',
      'misfits',
      'refusedErrands',
      'errands',
    ],
  },
);

/** Any records at all, also such as no case could have. */
export const anyRecords = fc.dictionary(
  fc.constantFrom(...CATALOGUE.map(({ id }) => id as string), 'unknownStep'),
  record,
) as unknown as fc.Arbitrary<StepRecords>;

/** A case that was played: each move says something that the plan allowed on that day. */
export type Played = { readonly facts: CaseFacts; readonly records: StepRecords; readonly today: PlainDate };

export type Move = { readonly choice: number; readonly days: number; readonly settles: boolean };
export const anyMoves = fc.array(
  fc.record({ choice: fc.nat(1000), days: fc.integer({ min: 0, max: 45 }), settles: fc.boolean() }),
  { maxLength: 20 },
);

/** The plan of a played case on a day; its own day unless told otherwise. */
export function planPlayed({ facts, records, today }: Played, on: PlainDate = today): Plan {
  return planCase(facts, records, noon(on) as Instant);
}

/** Opens what the plan opens and settles hand-overs, as the workflow does. */
export function settled(played: Played, settles = true): Played {
  const plan = planPlayed(played);
  let records = openedRecords(plan, played.records);
  for (const step of plan.steps) records = settleHandOver(step, records, played.today, settles);
  return { ...played, records };
}

function settleHandOver(
  step: PlannedStep,
  records: StepRecords,
  today: PlainDate,
  settles: boolean,
): StepRecords {
  const present = (records[step.stepId] ?? UNTOUCHED_RECORD).handOver;
  const set = (state: NonNullable<StepRecord['handOver']>['state'], filing: number) =>
    handOver(step.stepId, state, today, filing)(records);
  if (step.moved) return restarted(step.stepId, 'resubmissions', today)(records);
  if (step.retract && present) return set('retracted', present.filing);
  if (!step.handOver || !settles) return records;
  return present?.filing === step.filing ? records : set('filed', step.filing);
}

/** Everything that may be said now. */
export function sayable(plan: Plan): readonly { readonly stepId: StepId; readonly word: string }[] {
  return plan.steps.flatMap(({ stepId, allowed }) => allowed.map((word) => ({ stepId, word })));
}

/** Says one thing to a case on its day. */
export function say(played: Played, { stepId, word }: { stepId: string; word: string }): Played {
  const { records, today } = played;
  if (word === 'reopening') return { ...played, records: restarted(stepId, 'reopenings', today)(records) };
  if (word === 'resubmission')
    return { ...played, records: restarted(stepId, 'resubmissions', today)(records) };
  return { ...played, records: after(stepId, word, today, { servedOn: today })(records) };
}

/** Plays a case from its start by choosing among what each plan allows. */
export function play(facts: CaseFacts, from: PlainDate, moves: readonly Move[]): Played {
  return moves.reduce<Played>(
    (played, { choice, days, settles }) => {
      const open = settled(played, settles);
      const words = sayable(planPlayed(open));
      const word = words[choice % Math.max(words.length, 1)];
      const said = word ? say(open, word) : open;
      return { ...settled(said, settles), today: addDays(said.today, days) };
    },
    settled({ facts, records: recordsAfter(), today: from }),
  );
}
