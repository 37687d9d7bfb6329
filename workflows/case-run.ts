import type { CancellationScope } from '@temporalio/workflow';
import type { PlanDigest, Verdict } from '../domain/model/assessment';
import { REMEMBERED_MESSAGES, type CaseState, type KeptFact } from '../domain/model/case-state';
import { stockholmDayAt } from '../domain/law/stockholm-day';
import type { CaseId, MessageId, StepId } from '../domain/model/ids';
import type { CaseMessage } from '../domain/model/message';
import type { Instant, PlainDate } from '../domain/model/plain-date';
import type { StepRecord } from '../domain/model/step-record';
import { UNTOUCHED_RECORD } from '../domain/process/planner/step-records';
import { readDigest } from './former/digest';

/** A running hand-over or retraction: its scope, and the promise that resolves when it has settled. */
export type RunningHandOver = { readonly scope: CancellationScope; readonly settled: Promise<void> };

/** One run of a case, in memory. Its lasting part is `CaseState`; everything else is rebuilt from history. */
export type CaseRun = {
  readonly caseId: CaseId;
  /** Raised by every change; an Update returns the one that it made. */
  revision: number;
  /** What has raised it since the last assessment began, in ids and codes: shown in Temporal's timeline. */
  causes: readonly string[];
  /** Revision that the last recorded assessment covers: it holds the messages up to here. */
  seen: number;
  /** Revision that the register's projection shows. */
  projected: number;
  records: Record<string, StepRecord>;
  /** Messages not yet entered in the records. */
  inbox: CaseMessage[];
  kept: readonly KeptFact[];
  taken: readonly { readonly messageId: MessageId; readonly revision: number }[];
  /** How the case took the messages of the coming assessment. */
  verdicts: Verdict[];
  /** Steps with an answer that no plan has seen, each with the revision that the answer made. */
  unplanned: Record<string, number>;
  plan: PlanDigest | undefined;
  databaseAway: boolean;
  /** The present wait after a failed plan, in ms; doubles from a minute to six hours. */
  retryWait: number | undefined;
  /** Search attributes as last written, to write them only when something changed. */
  shownAttributes: string | undefined;
  /** What Temporal's own page of the case shows. */
  shownDetails: string | undefined;
  /** Running hand-overs and retractions, by step. */
  readonly live: Map<string, RunningHandOver>;
  /** Number of running activities: a run with any of them does not continue as new. */
  pending: number;
};

const NEW_CASE: CaseState = { revision: 0, records: {}, kept: [], taken: [] };

/** Starts or continues a case. A start is itself a change, so the first turn of the loop assesses. */
export function resume(caseId: CaseId, state: CaseState = NEW_CASE): CaseRun {
  const { revision: former, records, kept, taken, standing } = state;
  return {
    caseId,
    revision: former + 1,
    causes: ['start'],
    seen: former,
    projected: standing?.projected ?? former,
    records: { ...records },
    inbox: [],
    kept,
    taken,
    verdicts: [],
    unplanned: { ...standing?.unplanned },
    plan: standing && readDigest(standing.plan),
    databaseAway: false,
    retryWait: undefined,
    shownAttributes: undefined,
    shownDetails: undefined,
    live: new Map(),
    pending: 0,
  };
}

/** What the next run needs to continue exactly here. */
export function lastingState({
  revision,
  records,
  kept,
  taken,
  plan,
  projected,
  unplanned,
}: CaseRun): CaseState {
  const standing = plan && { plan, projected, unplanned };
  return { revision, records, kept, taken, ...(standing ? { standing } : {}) };
}

/** Case time: the clock of the engine. */
export function caseTime(): Instant {
  return new Date(Date.now()).toISOString() as Instant;
}

/** The day in Sweden at case time. */
export function caseDay(): PlainDate {
  return stockholmDayAt(Date.now());
}

/** Something changed: the loop takes another turn. Returns the new revision. */
export function raise(run: CaseRun, cause: string): number {
  run.causes = [...run.causes, cause];
  run.revision += 1;
  return run.revision;
}

/** The cause that stands for a message until it is taken from the inbox. */
export const MESSAGE = 'message';

/** Puts a message in the inbox under a new revision and remembers its id. */
export function remember(run: CaseRun, message: CaseMessage): number {
  const revision = raise(run, MESSAGE);
  run.inbox.push(message);
  run.taken = [...run.taken, { messageId: message.messageId, revision }].slice(-REMEMBERED_MESSAGES);
  if (message.kind !== 'report') {
    for (const { stepId } of message.items) if (stepId) run.unplanned[stepId] = revision;
  }
  return revision;
}

/** The revision that a message made, when the case remembers it. */
export function revisionOf(run: CaseRun, messageId: MessageId): number | undefined {
  return run.taken.find((entry) => entry.messageId === messageId)?.revision;
}

/** The record of a step; an untouched one when nothing has happened to it. */
export function recordOf(run: CaseRun, stepId: StepId): StepRecord {
  return run.records[stepId] ?? UNTOUCHED_RECORD;
}

/** Changes some parts of a step's record. */
export function note(run: CaseRun, stepId: StepId, change: Partial<StepRecord>): void {
  run.records[stepId] = { ...recordOf(run, stepId), ...change };
}

/** Counts an activity while it runs: a run with any of them does not continue as new. */
export async function countRunning(run: CaseRun, activity: () => Promise<void>): Promise<void> {
  run.pending += 1;
  await activity();
  run.pending -= 1;
}
