import { ApplicationFailure, condition, setHandler } from '@temporalio/workflow';
import type { CaseMessage, MessageItem, RefusalCode } from '../domain/model/message';
import type { PlainDate } from '../domain/model/plain-date';
import { wrongDate } from '../domain/process/judging/message-dates';
import { type Judging, unfit } from '../domain/process/judging/unfit';
import { caseDay, type CaseRun, recordOf, remember, revisionOf } from './case-run';
import { MESSAGE_REFUSED, messageReported, type RefusalDetail, recordMessage, taken } from './messages';

/** Sets the handlers, before anything is awaited. They only take messages in; the loop does the work. */
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
      return revision !== undefined && revision <= run.recorded;
    }),
  );
}

/** The update validator: synchronous, changes nothing; a refusal leaves no event. A remembered id always passes. */
function refuseUnlessFitting(run: CaseRun, message: CaseMessage): void {
  if (revisionOf(run, message.messageId) !== undefined) return;
  const { plan } = run;
  if (!plan) return refuse('notReady');
  if (plan.finished) return refuse('closed');
  if (message.expectedRevision !== undefined && message.expectedRevision !== run.revision) {
    return refuse('staleRevision');
  }
  const today = caseDay();
  for (const item of message.items) {
    const code =
      isSaidTwice(message, item) ??
      wrongDate(item, today) ??
      unfit(plan, message.kind, item, judging(run, item, today));
    if (code) refuse(code, item.stepId);
  }
}

function judging(run: CaseRun, item: MessageItem, today: PlainDate): Judging {
  const record = item.stepId && recordOf(run, item.stepId);
  return { today, isBeingAnswered: hasUnplanned(run, item), ...(record ? { record } : {}) };
}

function refuse(code: RefusalCode, stepId?: string): never {
  const detail: RefusalDetail = { code, ...(stepId ? { stepId } : {}) };
  throw ApplicationFailure.nonRetryable(code, MESSAGE_REFUSED, detail);
}

function isSaidTwice({ items }: CaseMessage, { stepId }: MessageItem): RefusalCode | undefined {
  const isTwice = stepId !== undefined && items.filter((item) => item.stepId === stepId).length > 1;
  return isTwice ? 'beingAnswered' : undefined;
}

/** Also by a report that the loop has not looked at yet: it came first. */
function hasUnplanned(run: CaseRun, { stepId }: MessageItem): boolean {
  if (stepId === undefined) return false;
  const isWaiting = run.inbox.some(({ items }) => items.some((item) => item.stepId === stepId));
  return isWaiting || run.unplanned[stepId] !== undefined;
}
