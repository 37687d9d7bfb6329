import type { Client } from '@temporalio/client';
import { CaseId } from '../../domain/model/ids';
import { isCaseRunning } from '../../engine/case-client';
import type { Register } from '../../register/database';
import { openCasesAfter, replaceTrouble } from '../../register/stuck/trouble';
import { CASE_WORKFLOW_PREFIX, ETABLERING } from '../../workflows/messages';

/** Cases whose workflow tasks have failed or timed out five times in a row (server 1.30 and later). */
const REPORTED_PROBLEMS = `WorkflowType = '${ETABLERING}' and ExecutionStatus = 'Running' and TemporalReportedProblems in
 ('category=WorkflowTaskFailed', 'category=WorkflowTaskTimedOut')`;
const RUNNING = `WorkflowType = '${ETABLERING}' and ExecutionStatus = 'Running'`;

/** A case that was opened less than this many milliseconds ago may not be listed as running yet. */
const BEGUN = 10 * 60_000;
const PAGE = 1_000;

/** Notes which cases have failing workflow tasks now. */
export async function noteFailingTasks(register: Register, client: Client): Promise<void> {
  await replaceTrouble(register, 'workflowTaskFailing', await casesOf(client, REPORTED_PROBLEMS), new Date());
}

/** Notes which open cases have no running workflow: compares all open cases with all running workflows. */
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
