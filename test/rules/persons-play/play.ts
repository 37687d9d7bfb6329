import type { MessageId, PersonId, StepId } from '../../../domain/model/ids';
import type { TimingKind } from '../../../domain/model/message';
import type { CaseFacts, DatedFact, Fact } from '../../../domain/model/facts';
import type { Plan, PlannedStep } from '../../../domain/model/plan';
import type { PlainDate } from '../../../domain/model/plain-date';
import type { StepRecords } from '../../../domain/model/step-record';
import { stepDefinition } from '../../../domain/process/steps/catalogue';
import { openedRecords } from '../../../domain/process/judging/digest';
import { factsAsOf, nextFactDay } from '../../../domain/process/facts-as-of';
import { followingFacts } from '../../../domain/process/planner/following-facts';
import { UNTOUCHED_RECORD } from '../../../domain/process/planner/opened-record';
import { planCase } from '../../../domain/process/plan';
import { timingChange } from '../../../domain/process/dates/rest';
import { after, handOver, noon, recorded, recordsAfter, restarted } from '../support';
import { isRest, refusalOf, restItem } from './may-be-said';
import type { Person, ToldFact } from './person-file';
import { readWord, type Word } from './word';

/** A case on its way through time: what has been told so far, and what has happened to its steps. */
type Life = { readonly told: readonly DatedFact[]; readonly records: StepRecords; readonly today: PlainDate };

/** The same at rest: its plan holds until something happens or the day comes that the plan names. */
type Settled = Life & { readonly plan: Plan };

/** How a case stands when a day is over. */
export type Evening = { readonly plan: Plan; readonly facts: CaseFacts };

/** More days than any file needs: a plan that wakes for ever is a defect to be shown, not waited for. */
const MOST_WAKES = 3000;
const MOST_TURNS = 20;
const OF_PERSON = { personId: 'person' as PersonId };
const OF_HOUSEHOLD = { householdId: 'household' } as unknown as DatedFact['of'];

/**
 * Plays a person's case as the product does: it plans when something happens and on the days that a plan names to wake,
 * and opens and hands over what each plan shows. Gives every day that the file asks about as it is in the evening, or, from
 * the first day on which something is said that the plan does not allow, the error that says what.
 */
export function eveningsOf(person: Person): ReadonlyMap<PlainDate, Evening | Error> {
  const evenings = new Map<PlainDate, Evening | Error>();
  const told = tell([], person.facts, person.opened);
  let life: Settled | Error = settle({ told, records: recordsAfter(), today: person.opened });
  for (const day of daysOf(person)) {
    life = life instanceof Error ? life : liveThrough(day, life, person);
    evenings.set(day, life instanceof Error ? life : { plan: life.plan, facts: factsOf(life) });
  }
  return evenings;
}

function daysOf({ opened, events, plan }: Person): readonly PlainDate[] {
  const days = [...Object.keys(events), ...Object.keys(plan)] as PlainDate[];
  const early = days.filter((day) => day < opened);
  if (early.length > 0) throw new Error(`${early.join(', ')} is before the case is opened on ${opened}`);
  return [...new Set(days)].sort();
}

function liveThrough(day: PlainDate, life: Settled, { events }: Person): Settled | Error {
  try {
    const happenings = events[day] ?? [];
    return happenings.reduce((before, happening) => settle(happen(before, happening)), comeTo(day, life));
  } catch (error) {
    if (error instanceof Error) return error;
    throw error;
  }
}

/** A case that is over stays as it was on its last day. */
function comeTo(day: PlainDate, life: Settled): Settled {
  const asleep = sleepUntil(day, life);
  return asleep.plan.finished ? asleep : settle({ ...asleep, today: day });
}

/** Lets the case look at each day that its plan names, up to the day before `day`. */
function sleepUntil(day: PlainDate, life: Settled): Settled {
  let asleep = life;
  for (let wakes = 0; wakes < MOST_WAKES; wakes += 1) {
    const wakeOn = wakeOf(asleep);
    if (wakeOn === undefined || wakeOn >= day || asleep.plan.finished) return asleep;
    asleep = settle({ ...asleep, today: wakeOn });
  }
  throw new Error(`the plan still wakes after ${MOST_WAKES} days`);
}

function wakeOf(life: Settled): PlainDate | undefined {
  return [life.plan.wakeOn, nextFactDay(life.told, life.today)].filter((day) => day !== undefined).sort()[0];
}

function factsOf({ told, today }: Life): CaseFacts {
  return factsAsOf(told, today);
}

function planOf(life: Life): Plan {
  return planCase(factsOf(life), life.records, noon(life.today));
}

/** Opens what the plan opens and settles hand-overs, over and over until nothing moves, as the workflow's loop does. */
function settle(life: Life): Settled {
  let { records } = life;
  for (let turn = 0; turn < MOST_TURNS; turn += 1) {
    const plan = planOf({ ...life, records });
    const settled = plan.steps.reduce(
      (before, step) => settleHandOver(step, before, life.today),
      openedRecords(plan, records),
    );
    if (JSON.stringify(settled) === JSON.stringify(records)) return { ...life, records, plan };
    records = settled;
  }
  throw new Error(`${life.today}: hand-overs never come to rest`);
}

/** Every agency takes and takes back at once here; a filing left behind by a move is made anew. */
function settleHandOver(step: PlannedStep, records: StepRecords, today: PlainDate): StepRecords {
  const { stepId, filing } = step;
  const present = records[stepId]?.handOver;
  if (step.moved) return restarted(stepId, 'resubmissions', today)(records);
  if (step.retract && present) return handOver(stepId, 'retracted', today, present.filing)(records);
  if (!step.handOver || present?.filing === filing) return records;
  return handOver(stepId, 'filed', today, filing)(records);
}

function tell(
  told: readonly DatedFact[],
  facts: readonly ToldFact[],
  today: PlainDate,
): readonly DatedFact[] {
  const dated = facts.map(({ fact, of, since }) =>
    datedFact(fact, since ?? today, of === 'household' ? OF_HOUSEHOLD : OF_PERSON),
  );
  return [...told, ...dated];
}

function datedFact(fact: Fact, validFrom: PlainDate, of: DatedFact['of']): DatedFact {
  return { fact, of, validFrom, source: 'file', messageId: 'file' as DatedFact['messageId'] };
}

function happen(life: Settled, happening: NonNullable<Person['events'][PlainDate]>[number]): Life {
  if (life.plan.finished) throw new Error(`nothing can happen any more: the case ended on ${life.today}`);
  if (typeof happening !== 'string') return { ...life, told: tell(life.told, happening, life.today) };
  const word = readWord(happening);
  const step = life.plan.steps.find(({ stepId }) => stepId === word.stepId);
  const refusal = step ? refusalOf(word, step, life.plan) : 'the plan has no such step';
  if (refusal) throw new Error(`${life.today}: "${happening}" cannot be said that day: ${refusal}`);
  const outcome = stepDefinition(word.stepId)?.outcomes[word.outcome];
  const on = word.on ?? life.today;
  const facts = outcome ? followingFacts(outcome, word.fields, on, factsAsOf(life.told, on)) : [];
  const following = facts.map((fact) => datedFact(fact, on, OF_PERSON));
  return { ...life, told: [...life.told, ...following], records: entered(word, life) };
}

function entered(word: Word, { records, today }: Life): StepRecords {
  const { stepId, outcome } = word;
  if (isRest(outcome)) return withRest(word, outcome, records, today);
  switch (outcome) {
    case 'reopening':
      return restarted(stepId, 'reopenings', today)(records);
    case 'resubmission':
      return restarted(stepId, 'resubmissions', today)(records);
    case 'handOverRefused':
      return handOver(stepId, 'refused', today)(records);
    default:
      return withAnswer(word, records, today);
  }
}

function withAnswer(word: Word, records: StepRecords, today: PlainDate): StepRecords {
  const { stepId, outcome, fields, by, on = today, servedOn } = word;
  const served = servedOn ? { servedOn } : {};
  return after(stepId, outcome, on, { by, fields, at: noon(today), ...served })(records);
}

/** As the workflow enters it. */
function withRest(word: Word, kind: TimingKind, records: StepRecords, today: PlainDate): StepRecords {
  const record = records[word.stepId as StepId] ?? UNTOUCHED_RECORD;
  const told = { on: today, messageId: 'file' as MessageId };
  return recorded(word.stepId, timingChange(record, kind, restItem(word), told))(records);
}
