import { addDays } from '../../law/calendar';
import type { CaseFacts } from '../../model/facts';
import type { PlainDate } from '../../model/plain-date';
import { opens } from '../dates/dues';
import type { Situation, StuckPlan, StuckReason } from './reason';
import { type Stuck, stuckOf } from './stuck';

/**
 * Days on which a case is stuck in one and the same way. `to` is the first day after them, absent while nothing in
 * sight ends them.
 */
export type StuckSpan = {
  readonly from: PlainDate;
  readonly to?: PlainDate;
  readonly stuck: Omit<Stuck, 'days' | 'offers'>;
};

/** Later than every date of a plan: on it each reason that lies ahead is there. */
const AT_LAST = '9999-01-01' as PlainDate;

/**
 * From the day of the plan on, when the case is stuck and why, as if nothing more happened to it: what `stuckOf`
 * would return on each coming day, computed once. Lists of a day compare dates with it and ask no case again.
 */
export function stuckAhead(
  plan: StuckPlan,
  facts: CaseFacts,
  situation: Situation = {},
): readonly StuckSpan[] {
  const spans: StuckSpan[] = [];
  for (const from of turningDays(plan, facts, situation)) {
    const found = stuckOf({ ...plan, asOf: from }, facts, situation);
    const last = spans.at(-1);
    if (last && last.to === undefined) {
      if (found && isSame(last.stuck, found)) continue;
      spans[spans.length - 1] = { ...last, to: from };
    }
    if (found) spans.push({ from, stuck: withoutDay(found) });
  }
  return spans;
}

/** Today, and every coming day on which a reason begins or a right has run out: nothing changes between two of them. */
function turningDays(plan: StuckPlan, facts: CaseFacts, situation: Situation): readonly PlainDate[] {
  const reasons = stuckOf({ ...plan, asOf: AT_LAST }, facts, situation)?.reasons ?? [];
  const rightsOver = plan.steps.flatMap(({ dues }) =>
    dues.filter((due) => due.kind === 'right' && !opens(due)).map(({ date }) => addDays(date, 1)),
  );
  const ahead = [...reasons.map(({ since }) => since), ...rightsOver].filter((day) => day > plan.asOf);
  return [...new Set([plan.asOf, ...ahead])].sort();
}

function withoutDay({ reasons, root, since }: Stuck): StuckSpan['stuck'] {
  return { reasons, ...(root === undefined ? {} : { root }), since };
}

/** A lasting reason has the same dates each time; its place among the others may change. */
function isSame(one: StuckSpan['stuck'], other: Stuck): boolean {
  const keyOf = ({ kind, step, since }: StuckReason) => `${kind} ${step ?? ''} ${since}`;
  return (
    one.root === other.root &&
    one.since === other.since &&
    one.reasons.map(keyOf).join() === other.reasons.map(keyOf).join()
  );
}
