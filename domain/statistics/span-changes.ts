import type { KommunCode, StepId } from '../model/ids';
import type { Plan, PlannedStep } from '../model/plan';
import type { PlainDate } from '../model/plain-date';
import type { StepRecords } from '../model/step-record';
import { countedIn, presentSpan, type StepSpan } from './span';

/** A wait that is new (no `before`), otherwise than it was, or taken back (no `after`). */
export type SpanChange = { readonly before?: StepSpan; readonly after?: StepSpan };

/**
 * What a plan changes in the waits known of its case. Nothing that has ended is touched, with three exceptions: an end
 * that was taken back, a wait that began later than the present one and so never was, and the kommun of a person who
 * has become protected, which goes from all of them.
 */
export function spanChanges(known: readonly StepSpan[], plan: Plan, records: StepRecords): SpanChange[] {
  const steps = new Map(plan.steps.map((step) => [step.stepId, step]));
  const names = new Set<StepId>([...steps.keys(), ...known.map(({ stepId }) => stepId)]);
  return [...names].flatMap((name) => {
    const before = known.filter(({ stepId }) => stepId === name);
    const step = steps.get(name);
    const record = records[name];
    const present = step && record && presentSpan(step, record, plan.asOf);
    return changesOf(before, placed(spansAfter(before, present, plan.asOf), before, plan, step));
  });
}

function spansAfter(
  before: readonly StepSpan[],
  present: StepSpan | undefined,
  asOf: PlainDate,
): readonly StepSpan[] {
  if (!present) return before.map((span) => stopped(span, asOf));
  const { openedOn } = present;
  const earlier = before.filter((span) => span.openedOn < openedOn);
  const same = before.find((span) => span.openedOn === openedOn);
  const now = { ...present, ...stoppedBefore(present, same), ...lastDue(present, same) };
  return [...earlier.map((span) => stopped(span, openedOn)), now];
}

function stopped(span: StepSpan, on: PlainDate): StepSpan {
  return span.end ? span : { ...span, end: { on } };
}

/** A wait that has stopped already stopped then, and not on the day of each later plan. */
function stoppedBefore({ end }: StepSpan, same: StepSpan | undefined): Pick<StepSpan, 'end'> {
  const hadStopped = same?.end !== undefined && same.end.outcome === undefined;
  return hadStopped && end !== undefined && end.outcome === undefined ? { end: same.end } : {};
}

/** A step that has ended has no dates any more; what was overdue on the days before is still asked about. */
function lastDue({ end }: StepSpan, same: StepSpan | undefined): Pick<StepSpan, 'overdueFrom'> {
  return end ? { overdueFrom: same?.overdueFrom } : {};
}

/** Puts each wait in its kommun: an open one where the person stays now, an ended one where they stayed then. */
function placed(
  spans: readonly StepSpan[],
  before: readonly StepSpan[],
  plan: Plan,
  step: PlannedStep | undefined,
): readonly StepSpan[] {
  if (plan.protection.queue === 'protected') return spans.map((span) => ({ ...span, kommun: undefined }));
  return spans.map((span) => {
    const known = before.find(({ openedOn }) => openedOn === span.openedOn);
    return { ...span, kommun: kommunOf(known, span.end !== undefined, countedIn(plan), step) };
  });
}

/** A filing that lies with the kommun which the person has left is that one's until it is made anew. */
function kommunOf(
  known: StepSpan | undefined,
  hasEnded: boolean,
  present: KommunCode | undefined,
  step: PlannedStep | undefined,
): KommunCode | undefined {
  if (!known) return present;
  if (known.end && hasEnded) return known.kommun;
  return hasEnded || step?.moved ? (known.kommun ?? present) : present;
}

function changesOf(before: readonly StepSpan[], after: readonly StepSpan[]): SpanChange[] {
  const of = (spans: readonly StepSpan[], day: PlainDate) => spans.find(({ openedOn }) => openedOn === day);
  const days = new Set([...before, ...after].map(({ openedOn }) => openedOn));
  return [...days]
    .map((day) => ({ before: of(before, day), after: of(after, day) }))
    .filter((change) => !isSame(change.before, change.after));
}

function isSame(one: StepSpan | undefined, other: StepSpan | undefined): boolean {
  return one !== undefined && other !== undefined && textOf(one) === textOf(other);
}

function textOf({ agency, kommun, end, overdueFrom }: StepSpan): string {
  return [agency, kommun, end?.on, end?.outcome, overdueFrom].join(' ');
}
