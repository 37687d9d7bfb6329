import type { Client } from '@temporalio/client';
import { CaseId } from '../domain/model/ids';
import { isCaseRunning } from '../engine/case-client';
import type { Logger } from '../platform/logger';
import type { Register } from '../register/database';
import { openCasesAfter, replaceTrouble } from '../register/stuck/trouble';
import type { Turns } from '../register/turns';
import { CASE_WORKFLOW_PREFIX, ETABLERING } from '../workflows/messages';
import { startInTurn } from './in-turn';

/** What watching the engine is made of; `everyMs` is the pause between two looks. */
export type WatchParts = {
  readonly register: Register;
  readonly turns: Turns;
  readonly client: Client;
  readonly everyMs: number;
  readonly logger: Logger;
};

/** Cases whose workflow tasks have failed or timed out five times on end (server 1.30 and later). */
const REPORTED_PROBLEMS = `WorkflowType = '${ETABLERING}' and ExecutionStatus = 'Running' and TemporalReportedProblems in
 ('category=WorkflowTaskFailed', 'category=WorkflowTaskTimedOut')`;
const RUNNING = `WorkflowType = '${ETABLERING}' and ExecutionStatus = 'Running'`;

const COMPARED_EVERY = 24 * 3_600_000;
/** What has only just been opened may not be listed as running yet. */
const BEGUN = 10 * 60_000;
const PAGE = 1_000;

/**
 * Looks again and again what the engine itself knows of cases that do not get on, and keeps it in the register: failing
 * workflow tasks at every look; open cases that no workflow runs for once a day, for all cases are compared for it.
 */
export function startEngineWatch({ register, turns, client, everyMs, logger }: WatchParts): {
  stop: () => Promise<void>;
} {
  let comparedAt = 0;
  return startInTurn({
    turns,
    name: 'engine-watch',
    patience: everyMs,
    async round(signal) {
      // A signal of its own for each round: the client never takes its listeners off again.
      await client.withAbortSignal(AbortSignal.any([signal]), async () => {
        await noteFailingTasks(register, client);
        if (Date.now() - comparedAt < COMPARED_EVERY) return;
        await noteMissingWorkflows(register, client);
        comparedAt = Date.now();
      });
      return everyMs;
    },
    logger,
    trouble: 'the engine cannot be watched',
  });
}

/** Notes which cases have failing workflow tasks now. */
export async function noteFailingTasks(register: Register, client: Client): Promise<void> {
  await replaceTrouble(register, 'workflowTaskFailing', await casesOf(client, REPORTED_PROBLEMS), new Date());
}

/** Notes which open cases no workflow runs for: compares all of both sides. */
export async function noteMissingWorkflows(register: Register, client: Client): Promise<void> {
  const begunBefore = new Date(Date.now() - BEGUN);
  const listed = new Set(await casesOf(client, RUNNING));
  const missing: CaseId[] = [];
  for (let after: CaseId | undefined; ;) {
    const page = await openCasesAfter(register, after, begunBefore, PAGE);
    for (const caseId of page) {
      if (!listed.has(caseId) && !(await isCaseRunning(client, caseId))) missing.push(caseId);
    }
    after = page.at(-1);
    if (page.length < PAGE) break;
  }
  await replaceTrouble(register, 'workflowMissing', missing, new Date());
}

async function casesOf(client: Client, query: string): Promise<CaseId[]> {
  const cases: CaseId[] = [];
  for await (const { workflowId } of client.workflow.list({ query, pageSize: PAGE })) {
    const caseId = CaseId.safeParse(workflowId.slice(CASE_WORKFLOW_PREFIX.length));
    if (caseId.success) cases.push(caseId.data);
  }
  return cases;
}
