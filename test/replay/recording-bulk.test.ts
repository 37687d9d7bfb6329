import { randomUUID } from 'node:crypto';
import type { MessageId } from '../../domain/model/ids';
import type { StepRecords } from '../../domain/model/step-record';
import type { Planner } from '../../register/assessment/planner';
import { findBulkAction } from '../../register/bulk/actions';
import { startAction } from '../../register/bulk/change';
import { storePreview } from '../../register/bulk/preview';
import { startBulkAction } from '../../engine/bulk-client';
import { bulkWorkflowId } from '../../workflows/bulk/messages';
import { planFirstCut } from '../rules/support';
import { fetchHistory, replay } from '../support/recorded-histories';
import { openStage, type Stage } from '../support/stage';
import type { StagedCase } from '../support/staged-case';
import { until } from '../support/until';

describe('an action on many cases that has run replays as it was', () => {
  let stage: Stage;
  let planner: Planner = planFirstCut;
  beforeAll(async () => {
    stage = await openStage({ planner: (...given) => planner(...given) });
  });
  afterAll(() => stage.close());

  /** A pause of sfi in each of the cases, previewed and started. */
  async function startsPause(cases: readonly StagedCase[]): Promise<MessageId> {
    const id = randomUUID() as MessageId;
    const at = new Date();
    const rows = await Promise.all(cases.map((kase) => kase.row()));
    const judgement = {
      kind: 'accepted' as const,
      changes: [{ stepId: 'sfi' as never, filing: 1 }],
      leftOut: [],
    };
    await storePreview(
      stage.register,
      {
        id,
        action: { kind: 'pause', step: 'sfi' as never },
        selection: { caseIds: cases.map(({ caseId }) => caseId) },
        reason: 'sommarstängt',
        previewedBy: 'manager',
        area: 'national',
        at,
        expiresAt: new Date(at.getTime() + 60_000),
      },
      rows.map(({ id: caseId, revision, register_version: registerVersion }) => {
        return { caseId, revision, registerVersion, judgement };
      }),
    );
    await startAction(stage.register, id, at);
    await startBulkAction(stage.client, id);
    return id;
  }

  const isPausing = (records: StepRecords) => records['sfi' as never]?.pauses.length === 1;

  it('with a case that answered only after a while', async () => {
    const cases = [await stage.opensCase(), await stage.opensCase()];
    for (const kase of cases) await kase.untilHandOver('sfi', 'filed');
    for (const kase of cases) await kase.untilHandOver('delgivning', 'filed');
    let hasFailed = false;
    planner = (facts, records, now) => {
      if (!hasFailed && isPausing(records)) {
        hasFailed = true;
        throw new TypeError('no plan');
      }
      return planFirstCut(facts, records, now);
    };
    const id = await startsPause(cases);
    const settled = async () =>
      (
        await stage.register
          .selectFrom('bulk_items')
          .select('message_id')
          .where('bulk_id', '=', id)
          .where('state', '=', 'done')
          .execute()
      ).length;
    await until('one of the two is done', async () => (await settled()) === 1);
    // As the relay does when it has asked the case.
    await stage.register
      .updateTable('messages')
      .set({ state: 'confirmed' })
      .where('kind', '=', 'pause')
      .where('state', '=', 'received')
      .execute();
    await until(
      'the action is over',
      async () => (await findBulkAction(stage.register, id))?.state === 'done',
    );
    const handle = stage.client.workflow.getHandle(bulkWorkflowId(id));
    await handle.result();
    await replay(await fetchHistory(handle, 'many-cases'));
    expect(await settled()).toBe(2);
  });
});
