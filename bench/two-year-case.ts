import { addDays } from '../domain/law/calendar';
import type { CaseFacts } from '../domain/model/facts';
import type { KommunCode, MessageId, StepId } from '../domain/model/ids';
import type { Plan, PlannedStep } from '../domain/model/plan';
import type { Instant, PlainDate } from '../domain/model/plain-date';
import type { StepRecord, StepRecords } from '../domain/model/step-record';
import { stepDefinition } from '../domain/process/catalogue';
import { openedRecords } from '../domain/process/digest';
import { UNTOUCHED_RECORD } from '../domain/process/opened-record';
import { planCase } from '../domain/process/plan';

const BEGUN = '2026-11-16' as PlainDate;
const ENDED = '2028-11-01' as PlainDate;

/** A refugee of programme age in Eskilstuna with grades from abroad: nearly every step of an adult applies. */
const FACTS: CaseFacts = {
  birth: { kind: 'birth', bornOn: '1991-05-14' as PlainDate, since: BEGUN },
  arrival: { kind: 'arrival', arrivedOn: '2025-08-25' as PlainDate, since: BEGUN },
  permit: {
    kind: 'permit',
    ground: 'refugee',
    decidedOn: BEGUN,
    validFrom: BEGUN,
    validTo: '2029-11-15' as PlainDate,
    since: BEGUN,
  },
  settlement: { kind: 'settlement', form: 'anvisad', since: BEGUN },
  lma: { kind: 'lma', registered: true, housing: 'asylboende', since: BEGUN },
  stay: { kind: 'stay', kommun: '0484' as KommunCode, dwelling: 'fixed', since: BEGUN },
  language: { kind: 'language', lacksSwedish: true, since: BEGUN },
  education: { kind: 'education', foreignGrades: true, since: BEGUN },
};

/** What a two-year case has come to: facts, records and its last moment. */
export type TwoYearCase = {
  readonly facts: CaseFacts;
  readonly records: StepRecords;
  readonly now: Instant;
};

/**
 * Plays the case for two years by its own plans: every step is answered well when its usual time has passed. `look` sees
 * each plan.
 */
export function twoYearCase(look: (plan: Plan) => void = () => undefined): TwoYearCase {
  let records: StepRecords = {};
  let today = BEGUN;
  while (today < ENDED) {
    const plan = planCase(FACTS, records, noon(today));
    look(plan);
    records = openedRecords(plan, records);
    const due = plan.steps.find((step) => step.status.kind === 'open' && isDue(step, today));
    if (due) records = answered(records, due, today);
    else today = addDays(today, 1);
  }
  return { facts: FACTS, records, now: noon(ENDED) };
}

function noon(day: PlainDate): Instant {
  return `${day}T11:00:00.000Z` as Instant;
}

function isDue({ dues, stepId }: PlannedStep, today: PlainDate): boolean {
  const usual = dues.find(({ kind }) => kind === 'expectation')?.date;
  return endOf(stepId) !== undefined && usual !== undefined && usual <= today;
}

/** The first outcome that ends the step well. */
function endOf(stepId: StepId): string | undefined {
  const outcomes = Object.entries(stepDefinition(stepId)?.outcomes ?? {});
  return outcomes.find(([, { effect, by, later }]) => effect === 'ends' && by !== 'time' && !later)?.[0];
}

function answered(
  records: StepRecords,
  { stepId, filing, handOver }: PlannedStep,
  on: PlainDate,
): StepRecords {
  const record: StepRecord = records[stepId] ?? UNTOUCHED_RECORD;
  const answer = {
    messageId: '00000000-0000-4000-8000-000000000000' as MessageId,
    filing,
    outcome: endOf(stepId) ?? '',
    on,
    by: 'agency' as const,
    at: noon(on),
    fields: { from: on, to: addDays(on, 30), firstPayment: addDays(on, 26), kommun: '0484' },
  };
  const filed = handOver && {
    handOver: { agency: handOver, filing, state: 'filed' as const, receiptId: '', on },
  };
  return { ...records, [stepId]: { ...record, ...filed, answers: [...record.answers, answer] } };
}
