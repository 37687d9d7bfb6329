import { addDays, latest } from '../../law/calendar';
import type { StepId } from '../../model/ids';
import type { PlannedStep } from '../../model/plan';
import type { PlainDate } from '../../model/plain-date';
import { afInskrivning, etableringssamtal } from '../steps/arbetsformedlingen/inskrivning';
import { handlingsplan } from '../steps/arbetsformedlingen/handlingsplan';
import { anvisningEtableringsprogrammet } from '../steps/arbetsformedlingen/anvisning';
import { expectedRule } from '../dates/expected-rule';
import { etableringsersattningKartlaggning } from '../steps/forsakringskassan/etableringsersattning';
import { delgivning } from '../steps/migrationsverket/delgivning';
import { pensionsformaner } from '../steps/pensionsmyndigheten';
import { flyttningsanmalan, personnummer } from '../steps/skatteverket/personnummer';
import type { StepContext, StepDefinition } from '../steps/step-definition';

/**
 * A day that something is expected on, and the last day on which that can be said; `isEntitled` where all is done that
 * it rests on but for the payer's own decision.
 */
export type Expected = {
  readonly on: PlainDate;
  readonly sayableUntil: PlainDate;
  readonly isEntitled?: true;
};

/** The steps that lead to an income. The catalogue itself cannot be asked here: it holds what asks. */
const TO_AN_INCOME: readonly StepDefinition[] = [
  delgivning,
  etableringssamtal,
  afInskrivning,
  anvisningEtableringsprogrammet,
  etableringsersattningKartlaggning,
  flyttningsanmalan,
  personnummer,
  handlingsplan,
  pensionsformaner,
];

const usualTimes = new Map(TO_AN_INCOME.map(({ id, expectation }) => [id, expectation]));

/**
 * When a step on the way to an income may be expected to end: after its usual time; when that has passed after its long
 * time; of a blocked one its usual time after what it waits for. Undefined for a step that is over, and where nobody can
 * say: a fact is missing, the newcomer is to act, the long time has passed too.
 */
export function expectedEnd(
  id: StepId,
  context: Pick<StepContext, 'planned' | 'today'>,
): Expected | undefined {
  const step = context.planned(id);
  switch (step?.status.kind) {
    case 'open':
    case 'paused':
      return endOfOpen(step, context.today);
    case 'blocked':
      return endOfBlocked(id, step.status, context);
    case 'cancelled':
    case 'done':
    case 'notApplicable':
    case undefined:
      return undefined;
  }
}

function endOfOpen({ stepId, dues }: PlannedStep, today: PlainDate): Expected | undefined {
  const usual = dues.find(({ rule }) => rule === expectedRule(stepId))?.date;
  const times = usualTimes.get(stepId);
  if (usual === undefined || times === undefined) return undefined;
  const on = [usual, addDays(usual, times.p90Days - times.medianDays)].find((day) => day >= today);
  return on && { on, sayableUntil: on };
}

function endOfBlocked(
  id: StepId,
  { by, facts, until }: PlannedStep['status'] & { kind: 'blocked' },
  context: Pick<StepContext, 'planned' | 'today'>,
): Expected | undefined {
  const ends = by.map((awaited) => expectedEnd(awaited, context));
  if (facts.length > 0 || ends.includes(undefined)) return undefined;
  const days = (ends as Expected[]).map(({ on }) => on);
  const [opensOn, ...others] = until === undefined ? days : [until, ...days];
  if (opensOn === undefined) return undefined;
  const [sayableUntil = opensOn] = (ends as Expected[]).map((end) => end.sayableUntil).sort();
  return { on: addDays(latest(opensOn, ...others), usualTimes.get(id)?.medianDays ?? 0), sayableUntil };
}
