import type { Due, PlannedStep } from '../domain/model/plan';
import { baseOf } from '../domain/process/planner/recurrence';
import { examplePlans } from './example-paths';

/** A date that a step can have. */
export type DateSeen = Pick<Due, 'kind' | 'rule' | 'law' | 'whose'>;

/** A reason for which a step does not concern a person, or the rule that holds it back until a day. */
export type ReasonSeen = { readonly code: string; readonly law?: string };

/** What the plans of the example persons say of one step, each thing once. */
export type Observed = {
  readonly dates: readonly DateSeen[];
  readonly notApplicable: readonly ReasonSeen[];
  readonly heldBack: readonly ReasonSeen[];
};

type Notes = {
  readonly dates: Map<string, DateSeen>;
  readonly notApplicable: Map<string, ReasonSeen>;
  readonly heldBack: Map<string, ReasonSeen>;
};

const KINDS: readonly Due['kind'][] = ['duty', 'right', 'target', 'expectation'];

/**
 * What each step was seen to say on the example paths, by its id. Dates and applicability are functions of a case, so
 * they are listed from what the planner answers; what no example person meets is not on the list.
 */
export function observedSteps(): (stepId: string) => Observed {
  const seen = new Map<string, Notes>();
  for (const { steps } of examplePlans()) {
    for (const step of steps) {
      const id = baseOf(step.stepId);
      const notes = seen.get(id) ?? emptyNotes();
      note(notes, step);
      seen.set(id, notes);
    }
  }
  return (stepId) => observed(seen.get(stepId) ?? emptyNotes());
}

function emptyNotes(): Notes {
  return { dates: new Map(), notApplicable: new Map(), heldBack: new Map() };
}

function note(notes: Notes, { status, dues }: PlannedStep): void {
  for (const { kind, rule, law, whose } of dues) {
    notes.dates.set(`${KINDS.indexOf(kind)} ${rule} ${whose} ${law}`, { kind, rule, law, whose });
  }
  if (status.kind === 'notApplicable' && status.because === undefined) {
    const { why, law } = status;
    notes.notApplicable.set(`${why} ${law}`, { code: why, ...(law === undefined ? {} : { law }) });
  }
  if (status.kind === 'blocked' && status.rule) notes.heldBack.set(status.rule, { code: status.rule });
}

function observed({ dates, notApplicable, heldBack }: Notes): Observed {
  return { dates: inOrder(dates), notApplicable: inOrder(notApplicable), heldBack: inOrder(heldBack) };
}

function inOrder<T>(notes: ReadonlyMap<string, T>): readonly T[] {
  return [...notes].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry);
}
