import { baseOf } from '../../domain/process/planner/recurrence';
import type { Change } from './compare';
import type { CaseDifference } from './differences';

/** How many cases a kind of change reaches. `step` is absent for what concerns the case itself. */
export type Total = {
  readonly step?: string;
  readonly kind: string;
  readonly what?: string;
  readonly cases: number;
};

/** The whole of a comparison in numbers: cases = affected + failed + those that stay as they are. */
export type Totals = {
  readonly cases: number;
  readonly affected: number;
  /** Of the affected, those already closed: nothing plans them again. */
  readonly closed: number;
  readonly failed: number;
  readonly changes: readonly Total[];
};

/** Counts while cases are compared. */
export type Tally = { readonly add: (difference: CaseDifference) => void; readonly totals: () => Totals };

/** A tally that nothing has been counted in. */
export function newTally(): Tally {
  const counts = { cases: 0, affected: 0, closed: 0, failed: 0 };
  const changes = new Map<string, Total>();
  return {
    add: (difference) => {
      counts.cases += 1;
      if (difference.kind === 'failed') counts.failed += 1;
      if (difference.kind !== 'affected') return;
      counts.affected += 1;
      if (difference.state === 'closed') counts.closed += 1;
      for (const [key, total] of kindsOf(difference)) {
        changes.set(key, { ...total, cases: (changes.get(key)?.cases ?? 0) + 1 });
      }
    },
    totals: () => ({ ...counts, changes: [...changes.values()].toSorted((a, b) => b.cases - a.cases) }),
  };
}

/** The kinds of change of one case, each once: occurrences of a step count as the step. */
function kindsOf({ changes }: CaseDifference & { kind: 'affected' }): Map<string, Omit<Total, 'cases'>> {
  const kinds = changes.map((change) => {
    const { step, kind, what = wayOf(change) } = change;
    const total = { ...(step ? { step: baseOf(step) } : {}), kind, ...(what ? { what } : {}) };
    return [JSON.stringify(total), total] as const;
  });
  return new Map(kinds);
}

/** Of a status from what to what, without days and reasons. */
function wayOf({ kind, before, after }: Change): string | undefined {
  if (kind !== 'status') return undefined;
  const [from, to] = [before, after].map((words) => words?.split('(')[0]);
  return from === to ? `still ${to}` : `${from} → ${to}`;
}
