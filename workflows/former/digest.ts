import type { AgencyId, SystemAgency, WaitingFor } from '../../domain/model/agency';
import type { DoneStep, OpenStep, PlanDigest } from '../../domain/model/assessment';
import type { PlainDate } from '../../domain/model/plain-date';
import { expectedRule } from '../../domain/process/dates/expected-rule';

type FormerStep = {
  /** Which entry of `words` the step takes. */
  readonly says: number;
};

type FormerOpenStep = Pick<OpenStep, 'stepId' | 'filing' | 'moved'> &
  FormerStep & {
    readonly handOver?: SystemAgency;
    /** Which of `agencies` has the step, unless `handOver` says so. */
    readonly of?: number;
    /** Left out where it waits for the agency of `handOver`, or without one for a caseworker. */
    readonly waitsFor?: WaitingFor;
    readonly expected?: PlainDate;
    readonly movable?: Readonly<Record<string, PlainDate>>;
    /** Left out where it is `expected`. */
    readonly due?: PlainDate;
    readonly unpausable?: true;
  };

/** A digest as version 0.1.0 recorded it, shortened by hand to stay within 2 KB. */
export type FormerDigest = Omit<PlanDigest, 'open' | 'done' | 'paused'> & {
  readonly open: readonly FormerOpenStep[];
  readonly done: readonly (Omit<DoneStep, 'allowed'> & FormerStep)[];
  /** Lists of what may be said, each list joined by blanks. */
  readonly words: readonly string[];
  /** Left out where no step is paused. Paused steps are among the `blocked` ones too. */
  readonly paused?: PlanDigest['paused'];
  readonly agencies: readonly AgencyId[];
};

/** Reads a digest that history or the input of a run holds, in the present form or in that of 0.1.0. */
export function readDigest(recorded: PlanDigest | FormerDigest): PlanDigest {
  if (!('words' in recorded)) return recorded;
  const { open, done, words, agencies: _agencies, paused = [], blocked, ...rest } = recorded;
  const allowed = ({ says }: FormerStep) => (words[says] ?? '').split(' ').filter((word) => word !== '');
  return {
    ...rest,
    open: open.map((step) => ({
      ...readOpenStep(step),
      agency: agencyOf(step, recorded),
      allowed: allowed(step),
    })),
    done: done.map(({ says, ...step }) => ({ ...step, allowed: allowed({ says }) })),
    blocked: blocked.filter((stepId) => !paused.includes(stepId)),
    paused,
  };
}

/** The earliest histories had no `of` either: there it is the agency that no other open step is handed over to. */
function agencyOf({ handOver, of }: FormerOpenStep, { open, agencies }: FormerDigest): AgencyId {
  if (handOver) return handOver;
  const named = of === undefined ? undefined : agencies[of];
  const others = open.map((step) => step.handOver);
  // The list names at least the step's own agency.
  return (
    named ?? agencies.find((agency) => !others.some((other) => other === agency)) ?? (agencies[0] as AgencyId)
  );
}

function readOpenStep(step: FormerOpenStep): Omit<OpenStep, 'allowed' | 'agency'> {
  const { stepId, filing, handOver, waitsFor, expected, movable, unpausable, moved } = step;
  const due = step.due ?? expected;
  return {
    stepId,
    filing,
    waitingFor: waitsFor ?? (handOver ? 'agency' : 'caseworker'),
    ...(handOver ? { handOver } : {}),
    movable: { ...movable, ...(expected ? { [expectedRule(stepId)]: expected } : {}) },
    ...(due ? { due } : {}),
    isPausable: unpausable !== true,
    ...(moved ? { moved } : {}),
  };
}
