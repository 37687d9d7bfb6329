import { addDays, latest } from '../../domain/law/calendar';
import type { CaseFacts } from '../../domain/model/facts';
import type { KommunCode } from '../../domain/model/ids';
import type { Plan, PlannedStep } from '../../domain/model/plan';
import type { PlainDate } from '../../domain/model/plain-date';
import type { StepRecords } from '../../domain/model/step-record';
import { openedRecords } from '../../domain/process/judging/digest';
import { planCase } from '../../domain/process/plan';
import { answered, endOf, noon } from '../answered';
import type { Chance } from '../chance';

/** A case as it stands today after a life of its own, planned by the real planner at each of its days. */
export type PlayedCase = {
  readonly openedOn: PlainDate;
  readonly facts: CaseFacts;
  readonly records: StepRecords;
  readonly plan: Plan;
};

/**
 * Plays a case from a day within the last two years up to today. Of its steps most are answered within the usual time,
 * some months late, and one in a hundred not at all.
 */
export function playCase(chance: Chance, today: PlainDate): PlayedCase {
  const openedOn = addDays(today, -Math.floor(chance() * 700));
  const facts = factsOf(chance, openedOn);
  const lags = new Map<string, number>();
  const lagOf = (key: string): number => {
    const known = lags.get(key) ?? lag(chance());
    lags.set(key, known);
    return known;
  };
  let records: StepRecords = {};
  for (let day = openedOn; ;) {
    const plan = planCase(facts, records, noon(day));
    records = openedRecords(plan, records);
    const coming = plan.steps
      .flatMap((step) => answerDay(step, lagOf))
      .sort((one, other) => (one.on < other.on ? -1 : 1))[0];
    if (coming && coming.on <= day) {
      records = answered(records, coming.step, day);
      continue;
    }
    if (day === today) return { openedOn, facts, records, plan };
    const ahead = [coming?.on, plan.wakeOn, today].filter((each) => each !== undefined && each > day);
    const next = ahead.reduce((first, each) => (first && each && each < first ? each : first));
    day = next === undefined || next > today ? today : next;
  }
}

/** Days that a step takes whose usual time is unknown. */
const WITHOUT_EXPECTATION = 14;

/** Days past the usual time. */
function lag(luck: number): number {
  if (luck < 0.7) return -Math.floor(luck * 10);
  if (luck < 0.99) return Math.floor((luck - 0.7) * 450);
  return Number.POSITIVE_INFINITY;
}

function answerDay(
  step: PlannedStep,
  lagOf: (key: string) => number,
): { step: PlannedStep; on: PlainDate }[] {
  if (step.status.kind !== 'open' || endOf(step.stepId) === undefined) return [];
  const expected = step.dues.find(({ kind }) => kind === 'expectation')?.date;
  const usual = expected ?? addDays(step.status.since, WITHOUT_EXPECTATION);
  const late = lagOf(`${step.stepId}/${step.filing}`);
  if (late === Number.POSITIVE_INFINITY) return [];
  return [{ step, on: latest(step.status.since, addDays(usual, late)) }];
}

/** An adult refugee, a family member or a child; assigned or settled on their own. */
function factsOf(chance: Chance, openedOn: PlainDate): CaseFacts {
  const since = openedOn;
  const age = chance() < 0.3 ? Math.floor(chance() * 18) : 18 + Math.floor(chance() * 55);
  return {
    birth: { kind: 'birth', bornOn: addDays(openedOn, -Math.floor(age * 365.25) - 40), since },
    arrival: { kind: 'arrival', arrivedOn: addDays(openedOn, -Math.floor(chance() * 500)), since },
    permit: {
      kind: 'permit',
      ground: chance() < 0.8 ? 'refugee' : 'family',
      decidedOn: openedOn,
      validFrom: openedOn,
      validTo: addDays(openedOn, 1094),
      since,
    },
    settlement: { kind: 'settlement', form: chance() < 0.5 ? 'anvisad' : 'egenbosatt', since },
    lma: { kind: 'lma', registered: true, housing: 'asylboende', since },
    stay: { kind: 'stay', kommun: '0484' as KommunCode, dwelling: 'fixed', since },
    language: { kind: 'language', lacksSwedish: true, since },
    protectedIdentity: { kind: 'protectedIdentity', level: 'none', since },
    // The played answers hold no amounts, so most cases get an income as a fact.
    ...(chance() < 0.85 ? { income: { kind: 'income', source: 'wage', from: openedOn, since } } : {}),
    ...(chance() < 0.3 ? { education: { kind: 'education', foreignGrades: true, since } } : {}),
  };
}
