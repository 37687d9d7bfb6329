import { holdRow } from '../../support/engine/held-row';
import { openLine, type SilentLine } from '../../support/engine/silent-line';
import { startWorkerProcess } from '../../support/engine/worker-process';
import { localServers } from '../../support/local-servers';
import { openStage, type Stage } from '../../support/stage';
import type { StagedCase } from '../../support/staged-case';

describe('a worker that is killed when its assessment is committed and the engine does not know', () => {
  let stage: Stage;
  let line: SilentLine;
  let kase: StagedCase;
  beforeEach(async () => {
    stage = await openStage();
    line = await openLine(localServers().temporalAddress);
    kase = await stage.opensCase();
    await kase.untilHandOver('sfi', 'filed');
    await kase.untilHandOver('delgivning', 'filed');
  });
  afterEach(async () => {
    await line.close();
    await stage.close();
  });

  /** Lets a worker process begin an assessment, and kills it between the commit and the end of its task. */
  async function killsAfterCommit(begin: () => Promise<unknown>, untilCommitted: () => Promise<void>) {
    await stage.stopsWorkers();
    const { databaseUrl, namespace } = stage;
    const worker = await startWorkerProcess({ databaseUrl, namespace, temporalAddress: line.address });
    const row = await holdRow(stage.databaseUrl, kase.caseId);
    const begun = begin();
    await row.untilAwaited();
    line.goesSilent();
    await row.letGo();
    await untilCommitted();
    await worker.isKilled();
    return { begun };
  }

  it('loses nothing and doubles nothing: the next worker takes the message under the same revision', async () => {
    const { revision: before } = await kase.row();
    const served = await kase.storesAnswer('delgivning', 'served', { fields: { howServed: 'in person' } });
    const { begun: answer } = await killsAfterCommit(
      () => kase.sends(served),
      () => kase.untilTold('completion'),
    );
    expect(await kase.row()).toMatchObject({ revision: before + 1 });

    await stage.startsWorkers();
    expect(await answer).toEqual({ revision: before + 1, projected: true });
    expect(await kase.told('completion')).toHaveLength(1);
    expect(await kase.answers('delgivning')).toHaveLength(1);
    expect((await kase.step('delgivning')).record.answers).toHaveLength(1);
    await kase.untilHandOver('kommunmote', 'filed');
    expect(stage.agencies.kommun.told.filter((what) => what.includes('kommunmote'))).toHaveLength(1);
  });

  it('has not closed the case for good: a reopening that the next worker finds first keeps it open', async () => {
    await kase.appliesForPersonnummer();
    const fields = { personnummer: '199105142385', from: await kase.today(), kommun: '0484' };
    await kase.untilTaken(await kase.reports('personnummer', 'registered', { fields }));
    await kase.untilTaken(await kase.reports('sfi', 'started'));
    await kase.untilNoonIn(13);
    const { begun: tomorrow } = await killsAfterCommit(
      () => kase.untilNoonIn(1),
      () => kase.untilTold('milestone', 3),
    );
    expect(await kase.row()).toMatchObject({ state: 'closed' });

    const reopened = kase.restarts('reopening', 'kommunmote');
    await stage.startsWorkers();
    expect((await reopened).projected).toBe(true);
    await tomorrow;
    expect(await kase.row()).toMatchObject({ state: 'open', closed_on: null });
    expect(await kase.statusOf('kommunmote')).toMatchObject({ kind: 'open' });
    await kase.untilHandOver('kommunmote', 'filed', 2);
    expect(await kase.engineStatus()).toBe('RUNNING');
  });
});
