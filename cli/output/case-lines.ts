import type { Accepted, Case, Due, Proposal, Step, StepStatus } from '../generated/api-types';
import { printable } from './printable';

/** Where a step stands, in a few words. */
export function statusWords(status: StepStatus): string {
  switch (status.kind) {
    case 'open':
      return `open, waits for ${status.waitingFor} since ${status.since}`;
    case 'blocked':
      return blockedWords(status);
    case 'paused':
      return `paused since ${status.since}${status.until ? ` until ${status.until}` : ''}`;
    case 'done':
      return `done, ${status.outcome} on ${status.on}${status.review ? ', to be reviewed' : ''}`;
    case 'cancelled':
      return `cancelled, ${status.why} on ${status.on}`;
    case 'notApplicable':
      return `not applicable, ${status.why}`;
  }
}

function blockedWords({ by, facts, until }: Extract<StepStatus, { kind: 'blocked' }>): string {
  const parts = [
    ...(by.length > 0 ? [`behind ${by.join(', ')}`] : []),
    ...(facts.length > 0 ? [`lacks ${facts.join(', ')}`] : []),
    ...(until ? [`until ${until}`] : []),
  ];
  return `blocked ${parts.join('; ')}`;
}

/** A date with its kind, rule and statute: `duty 2027-02-01, flyttningsanmalanDuty (FOL 26 §)`. */
export function dueWords(due: Due | null | undefined): string | undefined {
  return due ? `${due.kind} ${due.date}, ${due.rule} (${due.law})` : undefined;
}

/** What a change of a step came to: the step as it stands, and what waits for somebody now; or where it waits itself. */
export function afterChange(stepId: string, body: Case | Accepted | Proposal): string {
  if ('proposalId' in body)
    return printable(`proposed as ${body.proposalId}; another caseworker of ${body.agency} decides`);
  if ('messageId' in body) return 'received';
  const { steps } = body;
  const step = steps.find((each) => each.stepId === stepId);
  const open = steps.filter(({ status }) => status.kind === 'open').map((each) => each.stepId);
  return [...(step ? [stepLine(step)] : []), `open now: ${open.join(', ') || 'nothing'}`].join('\n');
}

/** A step as one line. */
export function stepLine({ stepId, status }: Step): string {
  return printable(`${stepId}: ${statusWords(status)}`);
}
