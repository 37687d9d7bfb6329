import type { PlanDigest, Verdict } from '../domain/model/assessment';
import { stockholmDayAt } from '../domain/law/stockholm-day';
import type { StepId } from '../domain/model/ids';
import type { CaseMessage, MessageItem } from '../domain/model/message';
import type { Instant } from '../domain/model/plain-date';
import type { Answer, Misfit, StepRecord } from '../domain/model/step-record';
import { UNTOUCHED_RECORD } from '../domain/process/opened-record';
import type { CaseRun } from './case-run';
import type { KeptFact } from './messages';

/** How long an agency's fact may wait for its place before a caseworker is asked. */
export const KEPT_FOR = 5 * 24 * 3_600_000;

/** The record of a step; an untouched one when nothing has happened to it. */
export function recordOf(run: CaseRun, stepId: StepId): StepRecord {
  return run.records[stepId] ?? UNTOUCHED_RECORD;
}

/** Changes some parts of a step's record. */
export function note(run: CaseRun, stepId: StepId, change: Partial<StepRecord>): void {
  run.records[stepId] = { ...recordOf(run, stepId), ...change };
}

/** Enters everything in the inbox, and every kept fact that now has its place, in the records. */
export function takeMessages(run: CaseRun): void {
  const { inbox, kept } = run;
  run.inbox = [];
  run.kept = [];
  for (const fact of kept) takeReport(run, fact);
  for (const message of inbox) {
    if (message.kind === 'report') takeReport(run, { message, since: Date.now() });
    else takeFromPerson(run, message);
  }
}

/** Whether a kept fact has found its place, or has waited too long. */
export function isKeptFactRipe(run: CaseRun): boolean {
  return run.kept.some((fact) => judge(run, fact) !== 'keep');
}

function takeFromPerson(run: CaseRun, message: CaseMessage): void {
  const restart = { messageId: message.messageId, on: stockholmDayAt(Date.now()) };
  for (const item of message.items) {
    if (!item.stepId) continue;
    const { reopenings, resubmissions } = recordOf(run, item.stepId);
    if (message.kind === 'completion') addAnswer(run, message, item, item.stepId, 'person');
    if (message.kind === 'reopening') note(run, item.stepId, { reopenings: [...reopenings, restart] });
    if (message.kind === 'resubmission')
      note(run, item.stepId, { resubmissions: [...resubmissions, restart] });
  }
  run.verdicts.push({ messageId: message.messageId, verdict: 'taken' });
}

function takeReport(run: CaseRun, fact: KeptFact): void {
  const { message } = fact;
  const [item] = message.items;
  const judgement = judge(run, fact);
  if (judgement === 'keep') {
    run.kept = [...run.kept, fact];
    return;
  }
  const verdict: Verdict['verdict'] = judgement === 'taken' || judgement === 'late' ? judgement : 'misfit';
  if (item?.stepId && judgement === 'taken') {
    addAnswer(run, message, item, item.stepId, 'agency');
    run.unplanned[item.stepId] = run.revision;
  }
  if (item?.stepId && judgement !== 'taken' && judgement !== 'late') {
    const { misfits, filing } = recordOf(run, item.stepId);
    const misfit: Misfit = { messageId: message.messageId, filing: item.filing ?? filing, why: judgement };
    note(run, item.stepId, { misfits: [...misfits, misfit] });
  }
  run.verdicts.push({ messageId: message.messageId, verdict });
}

function addAnswer(
  run: CaseRun,
  message: CaseMessage,
  item: MessageItem,
  stepId: StepId,
  by: Answer['by'],
): void {
  const at = new Date(Date.now()).toISOString() as Instant;
  const answer: Answer = {
    messageId: message.messageId,
    filing: item.filing ?? presentFiling(run, stepId),
    outcome: item.outcome ?? '',
    on: item.on ?? stockholmDayAt(Date.now()),
    ...(item.servedOn ? { servedOn: item.servedOn } : {}),
    by,
    at,
  };
  note(run, stepId, { answers: [...recordOf(run, stepId).answers, answer] });
}

function presentFiling(run: CaseRun, stepId: StepId): number {
  const steps = [...(run.plan?.open ?? []), ...(run.plan?.done ?? [])];
  return steps.find((step) => step.stepId === stepId)?.filing ?? recordOf(run, stepId).filing;
}

type Judgement = 'taken' | 'late' | 'keep' | Misfit['why'];

/** Where an agency's fact belongs now: answers name their filing, and wait until that filing is on record. */
function judge(run: CaseRun, { message, since }: KeptFact): Judgement {
  const [item] = message.items;
  if (!item?.stepId || item.outcome === undefined) return 'unknownOutcome';
  if (item.on && item.on > stockholmDayAt(Date.now())) return 'afterCaseTime';
  const fit = run.plan ? fitOf(run, run.plan, item, item.stepId) : 'keep';
  return fit === 'keep' && Date.now() - since >= KEPT_FOR ? 'neverFitted' : fit;
}

function fitOf(run: CaseRun, plan: PlanDigest, item: MessageItem, stepId: StepId): 'taken' | 'late' | 'keep' {
  const open = plan.open.find((step) => step.stepId === stepId);
  const step = open ?? plan.done.find((done) => done.stepId === stepId);
  if (!step) return plan.blocked.includes(stepId) ? 'keep' : 'late';
  const filing = item.filing ?? step.filing;
  if (filing < step.filing) return 'late';
  // A step with an answer that no plan has seen yet is judged after the coming plan.
  if (filing > step.filing || run.unplanned[stepId] !== undefined) return 'keep';
  const isAllowed = step.allowed.includes(item.outcome ?? '');
  if (!open) return isAllowed ? 'taken' : 'late';
  return isAllowed && isFiled(run, stepId, open.handOver !== undefined) ? 'taken' : 'keep';
}

function isFiled(run: CaseRun, stepId: StepId, isHandedOver: boolean): boolean {
  return !isHandedOver || recordOf(run, stepId).handOver?.state === 'filed';
}
