import { isMinor, reachesAge } from '../../law/age';
import { addDays } from '../../law/calendar';
import { isUnaccompaniedMinor } from '../../law/unaccompanied-minors';
import type { CaseFacts } from '../../model/facts';
import type { PlainDate } from '../../model/plain-date';
import type { Representative } from '../../model/plan';
import type { PlacedStep } from '../planner/prepared-step';

/** Föräldrabalken 9:1; both appointments end by themselves that day (lag 2005:429 5 §, föräldrabalken 6:2). */
const OF_AGE = 18;

/**
 * Who acts for a child on a day: a parent as guardian; for one without parents here the god man from the appointment
 * (lag 2005:429) until a särskilt förordnad vårdnadshavare is appointed; or nobody yet. A parent who comes later takes
 * over from both. Undefined for adults and while the birth is not known.
 */
export function representativeOf(
  steps: readonly PlacedStep[],
  facts: CaseFacts,
  today: PlainDate,
): Representative | undefined {
  const { birth } = facts;
  if (birth === undefined || !isMinor(birth.bornOn, today)) return undefined;
  const until = addDays(reachesAge(birth.bornOn, OF_AGE), -1);
  if (!isUnaccompaniedMinor(facts, today)) return { kind: 'guardian', until };
  return { ...(appointed(steps, 'vardnadshavare') ?? appointed(steps, 'godMan') ?? NOBODY), until };
}

const NOBODY = { kind: 'noneAppointed' } as const;

function appointed(steps: readonly PlacedStep[], kind: 'godMan' | 'vardnadshavare') {
  const status = steps.find(({ stepId }) => stepId === kind)?.planned.status;
  return status?.kind === 'done' && status.outcome === 'appointed' ? { kind, since: status.on } : undefined;
}
