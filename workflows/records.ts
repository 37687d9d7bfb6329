import type { DoneStep, OpenStep, PlanDigest } from '../domain/model/assessment';
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
  // What is said about a filing that was never made is a task about the present one.
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
  if (open) return fitOfFiling(run, item, open) ?? (isExpected(run, item, open) ? 'taken' : 'keep');
  const done = plan.done.find((step) => step.stepId === stepId);
  if (done) return fitOfFiling(run, item, done) ?? (isAllowed(item, done) ? 'taken' : 'late');
  return plan.blocked.includes(stepId) ? 'keep' : 'late';
}

function fitOfFiling(
  run: CaseRun,
  item: MessageItem,
  step: OpenStep | DoneStep,
): 'late' | 'keep' | undefined {
  const filing = item.filing ?? step.filing;
  if (filing < step.filing) return 'late';
  // A step with an answer that no plan has seen yet is judged after the coming plan.
  return filing > step.filing || run.unplanned[step.stepId] !== undefined ? 'keep' : undefined;
}

/** An answer to a filing is expected once the agency has it. */
function isExpected(run: CaseRun, item: MessageItem, step: OpenStep): boolean {
  const isFiled = !step.handOver || recordOf(run, step.stepId).handOver?.state === 'filed';
  return isFiled && isAllowed(item, step);
}

function isAllowed({ outcome = '' }: MessageItem, { allowed }: OpenStep | DoneStep): boolean {
  return allowed.includes(outcome);
}
