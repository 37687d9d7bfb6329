import { addDays, addMonths } from '../domain/law/calendar';
import type { DatedFact } from '../domain/model/facts';
import type { MessageId, PersonId } from '../domain/model/ids';
import type { Plan, PlannedStep } from '../domain/model/plan';
import type { Instant, PlainDate } from '../domain/model/plain-date';
import type { Answer, StepRecords } from '../domain/model/step-record';
import { stepDefinition } from '../domain/process/steps/catalogue';
import { openedRecords } from '../domain/process/judging/digest';
import { factsAsOf } from '../domain/process/facts-as-of';
import { followingFacts } from '../domain/process/filings/following-facts';
import { UNTOUCHED_RECORD } from '../domain/process/planner/step-records';
import { planCase } from '../domain/process/plan';
import type { FieldType, OutcomeEffect } from '../domain/process/steps/step-definition';
import { BEGINS, EXAMPLE_PERSONS, type Told } from './example-persons';

/** The ways in which an example path is answered, each with the effects it looks for first. */
const ORDER = {
  well: ['ends', 'stays'],
  otherwise: ['ends', 'again', 'stays'],
  thoroughly: ['stays', 'again', 'ends'],
  refusing: ['refuses', 'stays', 'stands', 'ends'],
} as const satisfies Record<string, readonly OutcomeEffect[]>;
type Manner = keyof typeof ORDER;
const MANNERS = Object.keys(ORDER) as readonly Manner[];

const VISITS = 20;
const SHORTEST_REST = 21;
const LONGEST_REST = 56;
/** Not recorded: they would end a path before it has shown much. The ends of the programme are recorded in one manner only. */
const ASIDE: readonly string[] = ['applicationWithdrawn', 'avskriven', 'letStand', 'newApplication'];
const ENDS_OF_PROGRAMME: readonly string[] = ['work', 'studies', 'ended'];

type Path = { readonly dated: readonly DatedFact[]; readonly records: StepRecords };

/** Every plan of every example person, each answered in every manner, over about two years. */
export function* examplePlans(): Generator<Plan> {
  for (const person of EXAMPLE_PERSONS) {
    for (const manner of MANNERS) yield* plansOf(person, manner);
  }
}

function* plansOf(person: readonly Told[], manner: Manner): Generator<Plan> {
  let path: Path = { dated: person.map(known), records: {} };
  let today = BEGINS;
  for (let visit = 0; visit < VISITS; visit += 1) {
    const plan = planOn(path, today);
    yield plan;
    if (plan.finished) return;
    path = { ...path, records: openedRecords(plan, path.records) };
    for (const step of plan.steps) path = said(path, step, manner, today);
    today = nextVisit(plan, today);
  }
}

function planOn({ dated, records }: Path, today: PlainDate): Plan {
  return planCase(factsAsOf(dated, today), records, `${today}T11:00:00.000Z` as Instant);
}

function nextVisit({ wakeOn }: Plan, today: PlainDate): PlainDate {
  const last = addDays(today, LONGEST_REST);
  const first = addDays(today, SHORTEST_REST);
  if (wakeOn === undefined || wakeOn > last) return last;
  return wakeOn < first ? first : wakeOn;
}

function known({ fact, validFrom }: Told): DatedFact {
  const of = { personId: 'example' as PersonId };
  return { fact, of, validFrom, source: 'example', messageId: 'example' as MessageId };
}

/** The path after what is recorded about a step on a day, if anything. */
function said(path: Path, step: PlannedStep, manner: Manner, today: PlainDate): Path {
  const definition = stepDefinition(step.stepId);
  const outcome = step.status.kind === 'open' ? chosen(path, step, manner) : undefined;
  const says = outcome && definition?.outcomes[outcome];
  if (!outcome || !says) return path;
  const record = path.records[step.stepId] ?? UNTOUCHED_RECORD;
  const fields = Object.fromEntries(
    Object.entries(says.fields).map(([name, { type }]) => [name, valueOf(name, type, today)]),
  );
  const at = `${today}T11:00:00.000Z` as Instant;
  const messageId = `${step.stepId} ${record.answers.length}` as MessageId;
  const answer: Answer = {
    messageId,
    filing: step.filing,
    outcome,
    on: today,
    servedOn: today,
    by: 'person',
    at,
    fields,
  };
  const facts = followingFacts(says, fields, today, factsAsOf(path.dated, today));
  return {
    dated: [...path.dated, ...facts.map((fact) => known({ fact, validFrom: today }))],
    records: { ...path.records, [step.stepId]: { ...record, answers: [...record.answers, answer] } },
  };
}

/** What a manner records about an open step: an outcome that is allowed now, each once for a filing. */
function chosen({ records }: Path, step: PlannedStep, manner: Manner): string | undefined {
  const outcomes = stepDefinition(step.stepId)?.outcomes ?? {};
  const told = (records[step.stepId] ?? UNTOUCHED_RECORD).answers
    .filter(({ filing }) => filing === step.filing)
    .map(({ outcome }) => outcome);
  const aside = manner === 'otherwise' ? ASIDE : [...ASIDE, ...ENDS_OF_PROGRAMME];
  const fresh = step.allowed.filter((name) => !aside.includes(name) && !told.includes(name));
  for (const effect of ORDER[manner]) {
    const fitting = fresh.filter((name) => outcomes[name]?.effect === effect);
    if (fitting.length > 0) return manner === 'otherwise' ? fitting.at(-1) : fitting[0];
  }
  return undefined;
}

/** Some value that fits. */
function valueOf(name: string, type: FieldType, today: PlainDate): string {
  switch (type) {
    case 'date':
      return dayOf(name, today);
    case 'kommun':
      return '0484';
    case 'amount':
      return '5000';
    case 'personnummer':
    case 'samordningsnummer':
    case 'text':
      return 'x';
  }
}

/** What begins does so at once, what is asked for is due in three weeks, and what is given lasts. */
function dayOf(field: string, today: PlainDate): PlainDate {
  if (field === 'from') return today;
  return field === 'by' ? addDays(today, 21) : addMonths(today, 36);
}
