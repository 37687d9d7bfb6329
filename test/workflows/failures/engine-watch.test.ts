import type { Client } from '@temporalio/client';
import { Worker } from '@temporalio/worker';
import type { CaseId } from '../../../domain/model/ids';
import { compiled } from '../../../platform/root';
import { stateFromRegister } from '../../../register/records';
import { noteFailingTasks, noteMissingWorkflows } from '../../../worker/background/engine-watch';
import { startCase } from '../../../engine/case-client';
import { CASE_TASK_QUEUE, caseWorkflowId } from '../../../workflows/messages';
import { type OwnTemporal, startOwnTemporal } from '../../support/engine/own-temporal';
import { openStage, type Stage } from '../../support/stage';
import { until } from '../../support/until';

/** A workflow of the case's own type that has a defect: its task fails, and is tried again for ever. */
const DEFECTIVE = compiled('test/support/engine/defective-workflow.js');

describe('what only the engine knows of a case that does not get on', () => {
  let temporal: OwnTemporal;
  let stage: Stage;
  beforeAll(async () => {
    temporal = await startOwnTemporal([
      'system.numConsecutiveWorkflowTaskProblemsToTriggerSearchAttribute=2',
    ]);
    stage = await openStage({ temporalAddress: temporal.address });
  });
  afterAll(async () => {
    await stage.close();
    await temporal.remove();
  });

  async function trouble(caseId: CaseId): Promise<string[]> {
    const rows = await stage.register
      .selectFrom('case_trouble')
      .select('kind')
      .where('case_id', '=', caseId)
      .execute();
    return rows.map(({ kind }) => kind);
  }

  it('is a workflow task that keeps failing, until it is mended', async () => {
    const sound = await stage.opensCase();
    const kase = await stage.opensCase();
    await kase.untilHandOver('sfi', 'filed');
    await sound.untilHandOver('sfi', 'filed');
    await stage.stopsWorkers();
    const worker = await Worker.create({
      connection: stage.engine.connection,
      namespace: stage.engine.namespace,
      taskQueue: CASE_TASK_QUEUE,
      workflowsPath: DEFECTIVE,
    });
    await worker.runUntil(async () => {
      await kase.reports('sfi', 'received');
      await stage.client.workflow.getHandle(caseWorkflowId(kase.caseId)).signal('anything');
      await until('the engine tells of the failing task', async () => {
        await noteFailingTasks(stage.register, stage.client);
        return (await trouble(kase.caseId)).includes('workflowTaskFailing');
      });
    });
    expect(await trouble(sound.caseId)).toEqual([]);
    await stage.startsWorkers();
    await until('the case gets on again', async () => {
      await noteFailingTasks(stage.register, stage.client);
      return !(await trouble(kase.caseId)).includes('workflowTaskFailing');
    });
  });

  it('is an open case that no workflow runs for, and no case that has only just begun', async () => {
    const kase = await stage.opensCase();
    await kase.untilHandOver('sfi', 'filed');
    const other = await stage.opensCase();
    await other.untilHandOver('sfi', 'filed');
    await stage.client.workflow.getHandle(caseWorkflowId(kase.caseId)).terminate('lost');
    const isRunning = `WorkflowId = '${caseWorkflowId(kase.caseId)}' and ExecutionStatus = 'Running'`;
    await until(
      'it is no longer listed',
      async () => (await stage.client.workflow.count(isRunning)).count === 0,
    );
    await noteMissingWorkflows(stage.register, stage.client);
    expect(await trouble(kase.caseId)).toEqual([]);
    await stage.register
      .updateTable('cases')
      .set({ assessed_at: new Date(Date.now() - 3_600_000) })
      .execute();
    await noteMissingWorkflows(stage.register, stage.client);
    expect(await trouble(kase.caseId)).toEqual(['workflowMissing']);
    expect(await trouble(other.caseId)).toEqual([]);

    await startCase(stage.client, kase.caseId, await stateFromRegister(stage.register, kase.caseId));
    await kase.untilTold('engineReset');
    expect(await trouble(kase.caseId)).toEqual([]);
  });

  it('is no case whose running workflow the engine’s lists lack', async () => {
    const kase = await stage.opensCase();
    await kase.untilHandOver('sfi', 'filed');
    const lists = { list: async function* () {} };
    const listless = Object.create(stage.client, {
      workflow: { value: Object.assign(Object.create(stage.client.workflow), lists) },
    }) as Client;
    await stage.register
      .updateTable('cases')
      .set({ assessed_at: new Date(Date.now() - 3_600_000) })
      .execute();
    await noteMissingWorkflows(stage.register, listless);
    expect(await trouble(kase.caseId)).toEqual([]);
  });
});
