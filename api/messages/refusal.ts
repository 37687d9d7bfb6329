import { DEMAND_DECISION } from '../../domain/law/delay';
import type { CaseMessage, MessageItem, MessageRefusal, RefusalCode } from '../../domain/model/message';
import type { Due } from '../../domain/model/plan';
import type { StepView } from '../../register/reading/case';
import { notFound, Problem, unavailable } from '../problem';

/** What the words of a refusal name of a step. */
type RefusedStep = Pick<StepView, 'stepId' | 'status' | 'filing' | 'dues' | 'law'>;

/** A refusal, with the case as it reads and the message. */
export type Refused = {
  readonly detail: MessageRefusal;
  readonly view: { readonly steps: readonly RefusedStep[] };
  readonly message: Pick<CaseMessage, 'kind' | 'items'> | null;
};

/** The problem that the API answers a refusal of a message with. */
export function refusalProblem(refused: Refused): Problem {
  switch (refused.detail.code) {
    case 'notReady':
      return unavailable('The case has no plan yet; repeat with the same key.');
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
      return new Problem('not-open', whyNotOpen(step, item), about);
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
      return timingProblem(code, step, item);
  }
}

function whyNotOpen({ stepId, filing, status }: RefusedStep, item: MessageItem | undefined): string {
  const isRestarted = item?.filing !== undefined && item.filing !== filing;
  if (isRestarted) return `${stepId} has been started over since it was proposed.`;
  return `${stepId} does not take this now: it is ${status.kind}.`;
}

/** Of a pause, a resumption or an extension: 409 for the step's status, else 422 with the date's rule and statute. */
function timingProblem(
  code: Extract<AboutStep, 'notPaused' | 'notAhead' | 'notMovable' | 'notLater'>,
  step: RefusedStep | undefined,
  item: MessageItem | undefined,
): Problem {
  if (!step) return notFound('step');
  const { stepId, status: currentStatus, dues } = step;
  const due = dues.find(({ rule }) => rule === item?.rule);
  const ofDate = { stepId, ...(due ? { rule: due.rule, law: due.law } : {}) };
  switch (code) {
    case 'notPaused': {
      const detail = `${stepId} is not paused: it is ${currentStatus.kind}.`;
      return new Problem('not-paused', detail, { stepId, currentStatus });
    }
    case 'notAhead':
      return new Problem('day-passed', '`until` is to be a day that is still to come.', ofDate);
    case 'notMovable': {
      const detail = due
        ? `${due.rule} is set by ${due.law}; no extension moves it.`
        : `${stepId} has no date ${item?.rule} now.`;
      return new Problem('date-not-movable', detail, ofDate);
    }
    case 'notLater':
      return new Problem('not-later', `The date is ${due?.date} already; give a later one.`, ofDate);
  }
}

/** Serving notifies the party of a decision (FL 33 §), so it is never before the decision. */
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

function waitsFor(step: RefusedStep | undefined): string {
  if (step?.status.kind !== 'blocked') return 'something else';
  const { by, facts, until } = step.status;
  return [...by, ...facts.map((kind) => `the fact ${kind}`), ...(until ? [until] : [])].join(', ');
}

/** Names the rule that says when it is allowed: FL 12 § for a demand, else the step's own statute. */
function notAllowedNow(step: RefusedStep | undefined, outcome: string): Problem {
  if (!step) return new Problem('not-allowed-now', `${outcome} may not be told now.`);
  const { stepId, status: currentStatus, dues } = step;
  const due = dues.find(({ rule, kind }) => (outcome === 'pause' ? isOfLaw(kind) : rule === ruleOf(outcome)));
  const from = due?.rule === DEMAND_DECISION ? ` It may from ${due.date}.` : '';
  const { rule, law } = due ?? ruleWithoutDue(step, outcome);
  const detail = `${outcome} may not be told about ${stepId} now.${from}`;
  return new Problem('not-allowed-now', detail, { stepId, currentStatus, rule, law });
}

/** The time to appeal has run out, or the step never takes this as it stands. */
function ruleWithoutDue(
  { stepId, law, status }: RefusedStep,
  outcome: string,
): { rule: string; law: string } {
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
