import { ApplicationFailure, condition, setHandler } from '@temporalio/workflow';
import type { StepId } from '../domain/model/ids';
import type { CaseMessage } from '../domain/model/message';
import { refusalOfMessage } from '../domain/process/judging/message-refusal';
import { caseDay, type CaseRun, recordOf, remember, revisionOf } from './case-run';
import { MESSAGE_REFUSED, messageReported, type RefusalDetail, recordMessage, taken } from './messages';

/** Sets the handlers, before anything is awaited. They only store messages; the loop does the work. */
export function receiveMessages(run: CaseRun): void {
  setHandler(
    recordMessage,
    async (message) => {
      const revision = revisionOf(run, message.messageId) ?? remember(run, message);
      await condition(() => run.seen >= revision || run.databaseAway);
      return { revision, projected: run.projected >= revision };
    },
    { validator: (message) => refuseUnlessFitting(run, message) },
  );
  setHandler(messageReported, (message) => {
    if (revisionOf(run, message.messageId) === undefined) remember(run, message);
  });
  setHandler(taken, (ids) =>
    ids.filter((id) => {
      const revision = revisionOf(run, id);
      return revision !== undefined && revision <= run.seen;
    }),
  );
}

/** The update validator: synchronous, changes nothing; a refusal leaves no event. A remembered id always passes. */
function refuseUnlessFitting(run: CaseRun, message: CaseMessage): void {
  if (revisionOf(run, message.messageId) !== undefined) return;
  const refusal: RefusalDetail | undefined = refusalOfMessage(message, {
    digest: run.plan,
    revision: run.revision,
    today: caseDay(),
    recordOf: (stepId) => recordOf(run, stepId),
    isBeingAnswered: (stepId) => isBeingAnswered(run, stepId),
  });
  if (refusal) throw ApplicationFailure.nonRetryable(refusal.code, MESSAGE_REFUSED, refusal);
}

/** Also by a report that the loop has not read yet: it arrived first. */
function isBeingAnswered({ inbox, unplanned }: CaseRun, stepId: StepId): boolean {
  const isWaiting = inbox.some(({ items }) => items.some((item) => item.stepId === stepId));
  return isWaiting || unplanned[stepId] !== undefined;
}
