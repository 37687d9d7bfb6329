import type { MessageItem, RefusalCode } from '../../domain/model/message';
import type { StepView } from '../../register/reading/case';
import { notFound, Problem } from '../problem';

/** Why a pause, a resumption or an extension was refused, beyond what any message may be refused for. */
export type RestRefusal = Extract<RefusalCode, 'notPaused' | 'notAhead' | 'notMovable' | 'notLater'>;

/** The problem that such a refusal is answered with: 409 for the step's status, else 422 with the date's rule and statute. */
export function restProblem(
  code: RestRefusal,
  step: StepView | undefined,
  item: MessageItem | undefined,
): Problem {
  if (!step) return notFound('step');
  const { stepId, status: currentStatus } = step;
  const due = step.dues.find(({ rule }) => rule === item?.rule);
  const ofDate = { stepId, ...(due ? { rule: due.rule, law: due.law } : {}) };
  switch (code) {
    case 'notPaused':
      return new Problem('not-paused', `${stepId} is not paused: it is ${currentStatus.kind}.`, {
        stepId,
        currentStatus,
      });
    case 'notAhead':
      return new Problem('day-passed', '`until` is to be a day that is still to come.', ofDate);
    case 'notMovable':
      return new Problem('date-not-movable', whyNotMovable(step, item, due?.law), ofDate);
    case 'notLater':
      return new Problem('not-later', `The date is ${due?.date} already; give a later one.`, ofDate);
  }
}

function whyNotMovable({ stepId }: StepView, item: MessageItem | undefined, law: string | undefined): string {
  return law
    ? `${item?.rule} is set by ${law}; no extension moves it.`
    : `${stepId} has no date ${item?.rule} now.`;
}
