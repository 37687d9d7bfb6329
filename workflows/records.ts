import type { PlanDigest } from '../domain/model/assessment';
import type { KeptFact } from '../domain/model/case-state';
import type { StepId } from '../domain/model/ids';
import type { CaseMessage, MessageItem } from '../domain/model/message';
import type { Answer, Misfit } from '../domain/model/step-record';
import { reminderChange, timingChange } from '../domain/process/planner/step-records';
import { caseDay, type CaseRun, caseTime, MESSAGE, note, raise, recordOf } from './case-run';
import { judge } from './reports';

/** Enters everything in the inbox, and every kept fact that fits now, in the records. */
export function takeMessages(run: CaseRun): void {
  const { inbox, kept } = run;
  if (inbox.length > 0) run.causes = [...run.causes.filter((cause) => cause !== MESSAGE), summaryOf(inbox)];
  run.inbox = [];
  run.kept = [];
  for (const fact of kept) takeReport(run, fact);
  for (const message of inbox) {
    if (message.kind === 'report') takeReport(run, { message, since: Date.now() });
    else takeFromPerson(run, message);
  }
}

/** Messages as Temporal's timeline shows them: kinds and steps, never a word about a person. */
function summaryOf([first, ...others]: readonly CaseMessage[]): string {
  if (!first || others.length > 0) return `${others.length + 1} messages`;
  const steps = first.items.flatMap(({ stepId }) => stepId ?? []);
  return steps.length > 0 ? `${first.kind} of ${steps.join(', ')}` : first.kind;
}

/** Starts new filings, in the kommun where the person stays now, for those that a move has left behind. */
export function moveFilings(run: CaseRun, { open }: PlanDigest): void {
  for (const { stepId } of open.filter(({ moved }) => moved)) {
    const { resubmissions } = recordOf(run, stepId);
    note(run, stepId, { resubmissions: [...resubmissions, { on: caseDay() }] });
    raise(run, `${stepId} moved`);
  }
}

function takeFromPerson(run: CaseRun, message: CaseMessage): void {
  for (const item of message.items) if (item.stepId) enter(run, message, item, item.stepId);
  run.verdicts.push({ messageId: message.messageId, verdict: 'taken' });
}

function enter(run: CaseRun, message: CaseMessage, item: MessageItem, stepId: StepId): void {
  const cause = { messageId: message.messageId, on: caseDay() };
  const record = recordOf(run, stepId);
  switch (message.kind) {
    case 'completion':
      return addAnswer(run, message, item, stepId, 'person');
    case 'reopening':
      return note(run, stepId, { reopenings: [...record.reopenings, cause] });
    case 'resubmission':
      return note(run, stepId, { resubmissions: [...record.resubmissions, cause] });
    case 'pause':
    case 'resumption':
    case 'extension':
      return note(run, stepId, timingChange(record, message.kind, item, cause));
    case 'reminder':
      return note(run, stepId, reminderChange(record, presentFiling(run, stepId), cause));
    case 'facts':
    case 'withdrawal':
    case 'report':
    case 'replan':
  }
}

function takeReport(run: CaseRun, fact: KeptFact): void {
  const { message } = fact;
  const [item] = message.items;
  const judgement = judge(run, fact);
  if (judgement === 'keep') {
    run.kept = [...run.kept, fact];
    return;
  }
  if (item?.stepId) enterReport(run, message, item, item.stepId, judgement);
  const isMisfit = judgement !== 'taken' && judgement !== 'late';
  run.verdicts.push({ messageId: message.messageId, verdict: isMisfit ? 'misfit' : judgement });
}

function enterReport(
  run: CaseRun,
  message: CaseMessage,
  item: MessageItem,
  stepId: StepId,
  judgement: 'taken' | 'late' | Misfit['why'],
): void {
  if (judgement === 'late') return;
  if (judgement === 'taken') {
    addAnswer(run, message, item, stepId, 'agency');
    run.unplanned[stepId] = run.revision;
    return;
  }
  const { misfits } = recordOf(run, stepId);
  const present = presentFiling(run, stepId);
  // A report on a filing that was never made is a task about the present one.
  const filing = Math.min(item.filing ?? present, present);
  note(run, stepId, { misfits: [...misfits, { messageId: message.messageId, filing, why: judgement }] });
}

function addAnswer(
  run: CaseRun,
  message: CaseMessage,
  item: MessageItem,
  stepId: StepId,
  by: Answer['by'],
): void {
  const answer: Answer = {
    messageId: message.messageId,
    filing: item.filing ?? presentFiling(run, stepId),
    outcome: item.outcome ?? '',
    on: item.on ?? caseDay(),
    ...(item.servedOn ? { servedOn: item.servedOn } : {}),
    by,
    at: caseTime(),
  };
  note(run, stepId, { answers: [...recordOf(run, stepId).answers, answer] });
}

function presentFiling(run: CaseRun, stepId: StepId): number {
  const steps = [...(run.plan?.open ?? []), ...(run.plan?.done ?? [])];
  return steps.find((step) => step.stepId === stepId)?.filing ?? recordOf(run, stepId).filing;
}
