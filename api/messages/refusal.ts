import { DEMAND_DECISION } from '../../domain/law/delay';
import type { MessageItem } from '../../domain/model/message';
import type { CaseView, StepView } from '../../register/reading/case';
import type { RefusalDetail } from '../../workflows/messages';
import { notFound, Problem, unavailable } from '../problem';

/** What a refusal is about: the case as it reads, and the message's items. */
export type Refused = {
  readonly detail: RefusalDetail;
  readonly view: CaseView;
  readonly items: readonly MessageItem[];
};

/** Serving is telling the party what has been decided (FL 33 §), so it never comes before the decision. */
const SERVED_AFTER_DECIDED = { rule: 'servedAfterDecided', law: 'FL 33 §' };

/** The problem that a case's refusal of a message is answered with. */
export function refusalProblem({ detail, view, items }: Refused): Problem {
  const step = view.steps.find(({ stepId }) => stepId === detail.stepId);
  const item = items.find(({ stepId }) => stepId === detail.stepId);
  const about = step ? { stepId: step.stepId, currentStatus: step.status } : {};
  const { law = 'FL 12 §' } = step ?? {};
  switch (detail.code) {
    case 'notReady':
      return unavailable('The case has only just begun; repeat with the same key.');
    case 'closed':
      return new Problem('case-closed', 'The case is closed; it takes no more messages.');
    case 'staleRevision':
      return new Problem('stale-revision', 'The case has changed since it was read; read it again.');
    case 'blocked':
      return new Problem('blocked', `${detail.stepId} waits for ${waitsFor(step)}.`, about);
    case 'notOpen':
      // An occurrence whose period has not begun, or a name of none.
      if (!step) return notFound('step');
      return new Problem(
        'not-open',
        `${detail.stepId} does not take this now: it is ${step.status.kind}.`,
        about,
      );
    case 'beingAnswered':
      return new Problem('being-answered', `An answer to ${detail.stepId} is being taken.`, about);
    case 'notReopenable':
      return new Problem('not-reopenable', `Only a step that is done is reopened.`, about);
    case 'notAllowedNow':
      return notAllowedNow(step, item);
    case 'afterCaseTime':
      return new Problem('after-case-time', "A day after the case's own day cannot have happened.", {
        ...(step && { stepId: step.stepId }),
        rule: 'notAfterCaseTime',
        law,
      });
    case 'servedBeforeDecided':
      return new Problem('served-before-decided', 'servedOn is before the day of the decision.', {
        ...(step && { stepId: step.stepId }),
        ...SERVED_AFTER_DECIDED,
      });
  }
}

function waitsFor(step: StepView | undefined): string {
  if (step?.status.kind !== 'blocked') return 'something else';
  const { by, facts, until } = step.status;
  return [...by, ...facts.map((kind) => `the fact ${kind}`), ...(until ? [until] : [])].join(', ');
}

/** Names the rule that says when it may be done: FL 12 § for a demand, else the step's own statute. */
function notAllowedNow(step: StepView | undefined, item: MessageItem | undefined): Problem {
  const outcome = item?.outcome ?? 'resubmission';
  if (!step) return new Problem('not-allowed-now', `${outcome} may not be told now.`);
  const { stepId, status: currentStatus, dues } = step;
  const due = dues.find(({ rule }) => rule === ruleOf(outcome));
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

function ruleOf(outcome: string): string | undefined {
  if (outcome === 'decisionDemanded') return DEMAND_DECISION;
  if (outcome === 'reviewRequested') return 'review';
  return outcome.startsWith('appeal') ? 'appeal' : undefined;
}
