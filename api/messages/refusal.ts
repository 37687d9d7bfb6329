import { DEMAND_DECISION } from '../../domain/law/delay';
import type { CaseMessage, RefusalCode } from '../../domain/model/message';
import type { Due } from '../../domain/model/plan';
import type { CaseView, StepView } from '../../register/reading/case';
import type { RefusalDetail } from '../../workflows/messages';
import { notFound, Problem, unavailable } from '../problem';
import { restProblem } from './rest-refusal';

/** What a refusal is about: the case as it reads, and the message. */
export type Refused = {
  readonly detail: RefusalDetail;
  readonly view: CaseView;
  readonly message: Pick<CaseMessage, 'kind' | 'items'> | null;
};

/** The problem that a case's refusal of a message is answered with. */
export function refusalProblem(refused: Refused): Problem {
  switch (refused.detail.code) {
    case 'notReady':
      return unavailable('The case has only just begun; repeat with the same key.');
    case 'closed':
      return new Problem('case-closed', 'The case is closed; it takes no more messages.');
    case 'staleRevision':
      return new Problem('stale-revision', 'The case has changed since it was read; read it again.');
    case 'afterCaseTime':
      return wrongDay('after-case-time', "A day after the case's own day cannot have happened.", refused);
    case 'servedBeforeDecided':
      return wrongDay('served-before-decided', 'servedOn is before the day of the decision.', refused);
    case 'blocked':
    case 'notOpen':
    case 'beingAnswered':
    case 'notReopenable':
    case 'notAllowedNow':
    case 'notPaused':
    case 'notAhead':
    case 'notMovable':
    case 'notLater':
      return stepProblem(refused.detail.code, refused);
  }
}

type AboutStep = Exclude<
  RefusalCode,
  'notReady' | 'closed' | 'staleRevision' | 'afterCaseTime' | 'servedBeforeDecided'
>;

function stepProblem(code: AboutStep, { detail: { stepId }, view, message }: Refused): Problem {
  const step = view.steps.find((each) => each.stepId === stepId);
  const item = message?.items.find((each) => each.stepId === stepId);
  const about = step ? { stepId: step.stepId, currentStatus: step.status } : {};
  switch (code) {
    case 'blocked':
      return new Problem('blocked', `${stepId} waits for ${waitsFor(step)}.`, about);
    case 'notOpen':
      // An occurrence whose period has not begun, or a name of none.
      if (!step) return notFound('step');
      return new Problem('not-open', `${stepId} does not take this now: it is ${step.status.kind}.`, about);
    case 'beingAnswered':
      return new Problem('being-answered', `An answer to ${stepId} is being taken.`, about);
    case 'notReopenable':
      if (!step) return notFound('step');
      return new Problem('not-reopenable', `Only a step that is done is reopened.`, about);
    case 'notAllowedNow':
      return notAllowedNow(step, item?.outcome ?? message?.kind ?? '');
    case 'notPaused':
    case 'notAhead':
    case 'notMovable':
    case 'notLater':
      return restProblem(code, step, item);
  }
}

/** Serving is telling the party what has been decided (FL 33 §), so it never comes before the decision. */
function wrongDay(
  type: 'after-case-time' | 'served-before-decided',
  detail: string,
  { detail: { stepId }, view }: Refused,
): Problem {
  const step = view.steps.find((each) => each.stepId === stepId);
  const rule =
    type === 'after-case-time'
      ? { rule: 'notAfterCaseTime', law: step?.law ?? 'FL 12 §' }
      : { rule: 'servedAfterDecided', law: 'FL 33 §' };
  return new Problem(type, detail, { ...(step && { stepId: step.stepId }), ...rule });
}

function waitsFor(step: StepView | undefined): string {
  if (step?.status.kind !== 'blocked') return 'something else';
  const { by, facts, until } = step.status;
  return [...by, ...facts.map((kind) => `the fact ${kind}`), ...(until ? [until] : [])].join(', ');
}

/** Names the rule that says when it may be done: FL 12 § for a demand, else the step's own statute. */
function notAllowedNow(step: StepView | undefined, outcome: string): Problem {
  if (!step) return new Problem('not-allowed-now', `${outcome} may not be told now.`);
  const { stepId, status: currentStatus, dues } = step;
  const due = dues.find(({ rule, kind }) => (outcome === 'pause' ? isOfLaw(kind) : rule === ruleOf(outcome)));
  const from = due?.rule === DEMAND_DECISION ? ` It may from ${due.date}.` : '';
  const { rule, law } = due ?? ruleWithoutDue(step, outcome);
  const detail = `${outcome} may not be told about ${stepId} now.${from}`;
  return new Problem('not-allowed-now', detail, { stepId, currentStatus, rule, law });
}

/** The time to appeal has run out, or the step never takes this as it stands. */
function ruleWithoutDue({ stepId, law, status }: StepView, outcome: string): { rule: string; law: string } {
  if (outcome === 'appealFiled' && status.kind === 'done') return { rule: 'appealTime', law: 'FL 44 §' };
  return { rule: `${stepId}.${outcome}`, law };
}

/** The time that runs, which no pause stops. */
function isOfLaw(kind: Due['kind']): boolean {
  return kind === 'duty' || kind === 'right';
}

function ruleOf(outcome: string): string | undefined {
  if (outcome === 'decisionDemanded') return DEMAND_DECISION;
  if (outcome === 'reviewRequested') return 'review';
  return outcome.startsWith('appeal') ? 'appeal' : undefined;
}
