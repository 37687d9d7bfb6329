import { ApplicationFailure, condition, setHandler } from '@temporalio/workflow';
import type { PlanDigest } from '../domain/model/assessment';
import type { CaseMessage, MessageItem, RefusalCode } from '../domain/model/message';
import { closedBy, maySay, unfitRest } from '../domain/process/may-say';
import { isTooLate, wrongDate } from '../domain/process/message-dates';
import { caseDay, type CaseRun, remember, revisionOf } from './case-run';
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
    const code = isSaidTwice(message, item) ?? wrongDate(item, today) ?? unfit(run, plan, message, item);
    if (code) refuse(code, item.stepId);
  }
}

function refuse(code: RefusalCode, stepId?: string): never {
  const detail: RefusalDetail = { code, ...(stepId ? { stepId } : {}) };
  throw ApplicationFailure.nonRetryable(code, MESSAGE_REFUSED, detail);
}

function isSaidTwice({ items }: CaseMessage, { stepId }: MessageItem): RefusalCode | undefined {
  const isTwice = stepId !== undefined && items.filter((item) => item.stepId === stepId).length > 1;
  return isTwice ? 'beingAnswered' : undefined;
}

function unfit(
  run: CaseRun,
  plan: PlanDigest,
  message: CaseMessage,
  item: MessageItem,
): RefusalCode | undefined {
  switch (message.kind) {
    case 'completion':
      return unfitAnswer(run, plan, item, item.outcome ?? '');
    case 'resubmission':
      return unfitAnswer(run, plan, item, 'resubmission');
    case 'reopening':
      return isReopenable(plan, item) && !hasUnplanned(run, item) ? undefined : 'notReopenable';
    case 'pause':
    case 'resumption':
    case 'extension':
      return hasUnplanned(run, item) ? 'beingAnswered' : unfitRest(plan, message.kind, item, caseDay());
    case 'facts':
    case 'withdrawal':
      return undefined;
    case 'report':
    case 'replan':
      return 'notAllowedNow';
  }
}

function isReopenable(plan: PlanDigest, item: MessageItem): boolean {
  const done = plan.done.find((step) => step.stepId === item.stepId);
  return done !== undefined && maySay(plan, done, 'reopening');
}

function unfitAnswer(
  run: CaseRun,
  plan: PlanDigest,
  item: MessageItem,
  word: string,
): RefusalCode | undefined {
  const closed = closedBy(plan, item.stepId);
  if (closed) return closed;
  const open = plan.open.find((step) => step.stepId === item.stepId);
  const done = plan.done.find((step) => step.stepId === item.stepId);
  const step = open ?? done;
  if (!step) return 'notOpen';
  if (hasUnplanned(run, item)) return 'beingAnswered';
  if (!maySay(plan, step, word)) return open ? 'notAllowedNow' : 'notOpen';
  return isTooLate(item, step) ? 'notAllowedNow' : undefined;
}

/** Also by a report that the loop has not looked at yet: it came first. */
function hasUnplanned(run: CaseRun, { stepId }: MessageItem): boolean {
  if (stepId === undefined) return false;
  const isWaiting = run.inbox.some(({ items }) => items.some((item) => item.stepId === stepId));
  return isWaiting || run.unplanned[stepId] !== undefined;
}
