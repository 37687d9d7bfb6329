import { addDays } from '../../domain/law/calendar';
import type { CaseFacts } from '../../domain/model/facts';
import type { KommunCode } from '../../domain/model/ids';
import type { Plan, PlannedStep } from '../../domain/model/plan';
import type { Instant, PlainDate } from '../../domain/model/plain-date';
import type { StepRecords } from '../../domain/model/step-record';
import { openedRecords } from '../../domain/process/judging/digest';
import { planCase } from '../../domain/process/plan';
import { answered, endOf, noon } from '../answered';

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

/** A two-year case at its end: facts, records and its last moment. */
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

function isDue({ dues, stepId }: PlannedStep, today: PlainDate): boolean {
  const usual = dues.find(({ kind }) => kind === 'expectation')?.date;
  return endOf(stepId) !== undefined && usual !== undefined && usual <= today;
}
