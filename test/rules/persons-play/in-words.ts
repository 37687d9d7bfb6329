import type { Due, StepStatus } from '../../../domain/model/plan';

/** Where a step stands, as one would tell it: `open since 2027-01-11, waiting for the newcomer (filingAwaited)`. */
export function statusInWords(status: StepStatus): string {
  switch (status.kind) {
    case 'open':
      return `open since ${status.since}, waiting for the ${status.waitingFor} (${status.why})`;
    case 'paused':
      return `paused (${status.why})${until(status.until)}`;
    case 'done':
      return `done (${status.outcome}) on ${status.on}${status.refusal ? ', a refusal that stands' : ''}`;
    case 'cancelled':
      return `cancelled (${status.why})`;
    case 'notApplicable':
      return `not applicable (${reasonInWords(status)})`;
    case 'blocked':
      return `blocked${blockInWords(status)}`;
  }
}

/** Why a step does not apply, as the files have it: `underAge`, or `prerequisiteRefused because personnummer`. */
export function reasonInWords({ why, because }: Extract<StepStatus, { kind: 'notApplicable' }>): string {
  return because === undefined ? why : `${why} because ${because}`;
}

function blockInWords({ by, facts, until: day, rule }: Extract<StepStatus, { kind: 'blocked' }>): string {
  const waits = by.length > 0 ? ` behind ${by.join(', ')}` : '';
  const lacks = facts.length > 0 ? `, lacking ${facts.join(', ')}` : '';
  return `${waits}${lacks}${until(day)}${rule ? ` (${rule})` : ''}`;
}

function until(day: string | undefined): string {
  return day === undefined ? '' : ` until ${day}`;
}

/** A date of a step: `duty folkbokforingAnmalan 2027-02-01 (FOL 26 §)`. */
export function dueInWords({ kind, rule, date, law, movedBy }: Due): string {
  return `${kind} ${rule} ${date} (${law})${movedBy ? `, moved: ${movedBy}` : ''}`;
}
