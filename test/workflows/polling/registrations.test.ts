import {
  type AskRegistrations,
  createRegistrationsClient,
} from '../../../activities/clients/skatteverket-registrations';
import { createSkatteverketClient } from '../../../activities/clients/skatteverket-client';
import { skatteverket } from '../../../agencies/skatteverket/app';
import { polling } from '../../../worker/background/polling';
import { stageOf, stopStages } from '../../agencies/stage';
import { type Carrier, startCarrier } from '../../support/engine/carrier';
import { type Running, runsAlone } from '../../support/engine/background';
import { openStage, type Stage } from '../../support/stage';
import type { StagedCase } from '../../support/staged-case';
import { until } from '../../support/until';

describe('a personnummer that no webhook tells of', () => {
  let stage: Stage;
  let carrier: Carrier;
  let authority: Awaited<ReturnType<typeof stageOf>>;
  let asking: Running;
  /** How many questions have been answered, and how many failed. */
  const rounds = { answered: 0, failed: 0 };

  beforeAll(async () => {
    stage = await openStage();
    carrier = startCarrier(stage.register, stage.client);
    authority = await stageOf(skatteverket);
    Object.assign(stage.agencies.skatteverket, createSkatteverketClient(authority.address));
    await authority.control('behaviour', { loseWebhook: true, leadDays: 20 });
    asking = runsAlone(
      polling({
        register: stage.register,
        ask: counted(createRegistrationsClient(authority.address)),
        everyMs: 50,
      }),
    );
  });
  afterAll(async () => {
    await asking.stop();
    await carrier.stop();
    await stopStages();
    await stage.close();
  });

  function counted(ask: AskRegistrations): AskRegistrations {
    return async (references, signal) => {
      try {
        const told = await ask(references, signal);
        rounds.answered += 1;
        return told;
      } catch (fault) {
        rounds.failed += 1;
        throw fault;
      }
    };
  }

  /** A case that applied forty days ago. */
  async function applied(): Promise<StagedCase> {
    const kase = await stage.opensCase();
    await kase.appliesForPersonnummer();
    await kase.untilNoonIn(40);
    return kase;
  }

  /** Skatteverket decides, and believes that it has told. */
  async function decides({ caseId, clock }: StagedCase): Promise<void> {
    const now = await clock.now();
    await authority.control('advance', { to: now.toISOString(), caseIds: [caseId] });
  }

  const reports = async ({ caseId }: StagedCase) =>
    stage.register
      .selectFrom('messages')
      .selectAll()
      .where('case_id', '=', caseId)
      .where('kind', '=', 'report')
      .execute();

  it('comes by asking: number, kommun, both days, and the registration that follows', async () => {
    const kase = await applied();
    await decides(kase);
    await kase.untilStatus('personnummer', 'done');
    const [answer, ...more] = await kase.answers('personnummer');
    expect(more).toEqual([]);
    expect(answer).toMatchObject({
      outcome: 'registered',
      filing: 1,
      fields: { personnummer: expect.stringMatching(/^1991\d{8}$/), kommun: '0484' },
    });
    expect((await kase.told('report'))[0]).toMatchObject({ actor: 'poll:skatteverket' });
    const [report] = await reports(kase);
    const item = report?.message?.items[0];
    expect(item).toMatchObject({ stepId: 'personnummer', filing: 1, outcome: 'registered' });
    expect(String(item?.servedOn) > String(item?.on)).toBe(true);
  });

  it('is one message, however often it is asked for before the case has taken it', async () => {
    const kase = await applied();
    await kase.untilQuiet();
    await stage.stopsWorkers();
    await decides(kase);
    await until('the answer is stored', async () => (await reports(kase)).length > 0);
    const before = rounds.answered;
    await until('it has been asked again', async () => rounds.answered > before + 2);
    expect(await reports(kase)).toHaveLength(1);
    await stage.startsWorkers();
    await kase.untilStatus('personnummer', 'done');
    expect(await kase.answers('personnummer')).toHaveLength(1);
  });

  it('is late, and changes nothing, when the webhook comes after all', async () => {
    const kase = await applied();
    await decides(kase);
    await kase.untilStatus('personnummer', 'done');
    const [answer] = await kase.answers('personnummer');
    await kase.reports('personnummer', 'registered', { fields: answer?.fields as Record<string, string> });
    await kase.untilTold('late');
    expect(await kase.answers('personnummer')).toEqual([answer]);
    expect(await kase.statusOf('personnummer')).toMatchObject({ kind: 'done', outcome: 'registered' });
  });

  it('waits for an agency that is away: it is asked again in the next round', async () => {
    const kase = await applied();
    await authority.control('behaviour', { down: true });
    const before = rounds.failed;
    await until('it could not be asked', async () => rounds.failed > before + 1);
    expect(await kase.statusOf('personnummer')).toMatchObject({ kind: 'open' });
    await authority.control('behaviour', { down: false });
    await decides(kase);
    await kase.untilStatus('personnummer', 'done');
  });
});
