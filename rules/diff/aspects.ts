import type { Due, Milestone, Plan, PlannedStep, StepStatus } from '../../domain/model/plan';

/**
 * One thing that a plan says, in words: of a step or of the case. Two plans differ where the words of an aspect do.
 * `kind` is `status`, `due`, `allowed`, `milestone`, `errand`, `passed`, `next` or the name of a field.
 */
export type Aspect = {
  readonly step?: string;
  readonly kind: string;
  /** Which one, where there are several: of a date its kind, rule and whose it is. */
  readonly what?: string;
  readonly words: string;
};

/** Compared in another way below, or only a text about what is compared. */
const NOT_SHOWN: readonly string[] = ['stepId', 'kind', 'law', 'status', 'dues', 'allowed'];
const NOT_SHOWN_OF_CASE: readonly string[] = ['asOf', 'steps', 'milestones', 'errands', 'passed', 'next'];

/** Everything a plan says about the case itself. */
export function aspectsOfCase(plan: Partial<Plan>): readonly Aspect[] {
  const { milestones = [], errands = [], passed = [], next = [] } = plan;
  return [
    ...milestones.map((reached) => ({
      kind: 'milestone',
      what: reached.kind,
      words: wordsOfMilestone(reached),
    })),
    ...errands.map(({ stepId, kind, n }) => ({
      step: stepId,
      kind: 'errand',
      what: `${kind} ${n}`,
      words: 'to be sent',
    })),
    ...passed.map(({ stepId, rule, date }) => ({ step: stepId, kind: 'passed', what: rule, words: date })),
    ...next.map(({ stepId, expectedOn }) => ({ step: stepId, kind: 'next', words: expectedOn })),
    ...fieldsOf(plan, NOT_SHOWN_OF_CASE),
  ];
}

/** Everything a plan says about one step, except citations of law: they say why, and change nothing for anyone. */
export function aspectsOfStep(step: PlannedStep): readonly Aspect[] {
  const own: readonly Aspect[] = [
    { kind: 'status', words: wordsOfStatus(step.status) },
    ...aspectsOfDues(step.dues),
    ...step.allowed.map((outcome) => ({ kind: 'allowed', what: outcome, words: 'may be said' })),
    ...fieldsOf(step, NOT_SHOWN),
  ];
  return own.map((aspect) => ({ step: step.stepId, ...aspect }));
}

/** A step that does not concern the person: one that a version does not know counts as such. */
export function isNotConcerned(step: PlannedStep | undefined): boolean {
  return step === undefined || step.status.kind === 'notApplicable';
}

/** A status in words; the versions' own codes, whatever they are. */
export function wordsOfStatus(status: StepStatus): string {
  switch (status.kind) {
    case 'notApplicable':
      return said(status.kind, [status.why, status.because && `because of ${status.because}`]);
    case 'blocked':
      return said(status.kind, wordsOfBlock(status));
    case 'open':
      return said(status.kind, [`${status.waitingFor}: ${status.why}`, `since ${status.since}`]);
    case 'paused':
      return said(status.kind, [status.why, status.until && `until ${status.until}`]);
    case 'done':
      return said(status.kind, [
        `${status.outcome} ${status.on}`,
        status.refusal && 'a refusal that stands',
        status.review && 'to be reviewed',
      ]);
    case 'cancelled':
      return said(status.kind, [`${status.why} ${status.on}`]);
  }
}

function wordsOfBlock({ by, facts, until, rule }: StepStatus & { kind: 'blocked' }) {
  return [
    by.length > 0 && `by ${by.join(', ')}`,
    facts.length > 0 && `without ${facts.join(', ')}`,
    until && `until ${until}: ${rule}`,
  ];
}

function said(kind: string, parts: readonly (string | false | undefined)[]): string {
  return `${kind}(${parts.filter(Boolean).join('; ')})`;
}

function wordsOfMilestone({ on, result }: Milestone): string {
  return result ? `${on} ${result}` : on;
}

/** Dates by kind, rule and whose they are. */
function aspectsOfDues(dues: readonly Due[]): readonly Aspect[] {
  return dues.map(({ kind, rule, whose, date }) => ({
    kind: 'due',
    what: `${kind} ${rule}, ${whose}`,
    words: date,
  }));
}

/** The remaining fields as they stand, also such as only one of the versions has. */
function fieldsOf(from: object, left: readonly string[]): readonly Aspect[] {
  return Object.entries(from)
    .filter(([name]) => !left.includes(name))
    .map(([kind, value]) => ({ kind, words: typeof value === 'string' ? value : JSON.stringify(value) }));
}
