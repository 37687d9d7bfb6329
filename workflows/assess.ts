import {
  isCancellation,
  proxyLocalActivities,
  sleep,
  TemporalFailure,
  upsertSearchAttributes,
  workflowInfo,
} from '@temporalio/workflow';
import type { CaseActivities } from '../activities/assess';
import type { PlanDigest } from '../domain/model/assessment';
import { searchAttributesOf } from './attributes';
import { type CaseRun, caseTime } from './case-run';
import { readDigest } from './former/digest';
import { takeMessages } from './records';

/** The activity, with what it is about for Temporal's timeline: `completion of delgivning`, `date reached`. */
function caseActivities(summary: string) {
  return proxyLocalActivities<CaseActivities>({
    summary,
    startToCloseTimeout: '5s',
    retry: { maximumAttempts: 3, initialInterval: '200ms', backoffCoefficient: 2 },
  });
}

const MOST_NAMED = 3;
const FIRST_RETRY = 60_000;
const LONGEST_RETRY = 6 * 3_600_000;

/** The next waiting time: they double from a minute to six hours. */
export function doubled(wait: number | undefined): number {
  return wait === undefined ? FIRST_RETRY : Math.min(wait * 2, LONGEST_RETRY);
}

/**
 * Returns the plan that follows from everything known; undefined when the planner failed: the old plan stands. While the
 * database is away it waits by a timer and retries, without end.
 */
export async function assess(run: CaseRun): Promise<PlanDigest | undefined> {
  const causes: string[] = [];
  for (let wait: number | undefined; ;) {
    takeMessages(run);
    causes.push(...run.causes);
    run.causes = [];
    const revision = run.revision;
    try {
      const answer = await caseActivities(summaryOf(causes)).assess(question(run, revision));
      run.databaseAway = false;
      if (answer.kind === 'outrun') {
        // Nothing was written: the same messages are sent again, under a revision newer than the register's.
        run.revision = Math.max(run.revision, answer.revision) + 1;
        continue;
      }
      return adopt(run, revision, answer.kind === 'planned' ? readDigest(answer.digest) : undefined);
    } catch (failure) {
      // A local activity's failure is not wrapped in an ActivityFailure; any other error is a defect of this code.
      if (!(failure instanceof TemporalFailure) || isCancellation(failure)) throw failure;
      run.databaseAway = true;
      wait = doubled(wait);
      await sleep(wait, { summary: 'the register is away' });
    }
  }
}

/** A few causes by name, more by their number: Temporal takes at most 400 bytes. */
function summaryOf(causes: readonly string[]): string {
  const each = [...new Set(causes)];
  return each.length > MOST_NAMED ? `${each.length} changes` : each.join(', ');
}

function question(run: CaseRun, revision: number) {
  const { runId, continuedFromExecutionRunId } = workflowInfo();
  return {
    caseId: run.caseId,
    runId,
    ...(continuedFromExecutionRunId ? { continuedFrom: continuedFromExecutionRunId } : {}),
    revision,
    records: run.records,
    verdicts: run.verdicts,
    isKeeping: run.kept.length > 0,
    now: caseTime(),
  };
}

/** Takes over the answer of an assessment: a new plan, or none where the planner failed. */
function adopt(run: CaseRun, revision: number, digest: PlanDigest | undefined): PlanDigest | undefined {
  run.verdicts = [];
  run.seen = revision;
  if (!digest) {
    run.retryWait = doubled(run.retryWait);
    return undefined;
  }
  run.retryWait = undefined;
  run.projected = revision;
  run.plan = digest;
  for (const [stepId, since] of Object.entries(run.unplanned)) {
    if (since <= revision) delete run.unplanned[stepId];
  }
  const attributes = searchAttributesOf(digest);
  const shown = JSON.stringify(attributes);
  if (shown !== run.shownAttributes) upsertSearchAttributes(attributes);
  run.shownAttributes = shown;
  return digest;
}
