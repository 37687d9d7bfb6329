import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readSettings } from '../../agencies/settings';
import { startSimulators } from '../../agencies/simulators';
import { AGENCY_SYSTEMS } from '../../platform/config/settings/agencies';
import { filingOf, handedOver, kommunStage, skatteverketStage, stopStages } from './stage';

let dataDir = '';
beforeEach(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'agencies-'));
});
afterEach(async () => {
  await stopStages();
  await rm(dataDir, { recursive: true });
});

describe('a simulator with a folder', () => {
  it('has what it answered for on disk when it answers', async () => {
    const { client } = await skatteverketStage({ dataDir });
    const filings = Array.from({ length: 10 }, () => filingOf('personnummer'));
    await Promise.all(
      filings.map(async (filing) => {
        const { reference } = await client.handOver(filing);
        expect(await readFile(path.join(dataDir, 'skatteverket.json'), 'utf8')).toContain(reference);
      }),
    );
  });

  it('goes on after a restart: same receipt, same dates, nothing answered twice, no number given twice', async () => {
    const before = await skatteverketStage({ dataDir });
    const done = filingOf('personnummer');
    const waiting = filingOf('personnummer');
    await before.control('hold', { caseIds: [done.key.caseId, waiting.key.caseId], seed: 3 });
    await before.client.handOver(done);
    const receipt = await before.client.handOver(waiting);
    const [decision] = await before.runOut(done.key.caseId);
    const due = await before.control(`due?caseIds=${waiting.key.caseId}`);
    await before.stop();

    const after = await skatteverketStage({ dataDir });
    expect(await after.client.handOver(waiting)).toEqual(receipt);
    expect(await after.control(`due?caseIds=${waiting.key.caseId}`)).toEqual(due);
    expect(await after.runOut(done.key.caseId)).toEqual([]);
    const [second] = await after.runOut(waiting.key.caseId);
    const numberIn = (body: Record<string, unknown> | undefined): unknown =>
      (body as { beslut: { personnummer: string } }).beslut.personnummer;
    expect(numberIn(second)).not.toBe(numberIn(decision));
  });

  it('sends a kept answer with the same id and body after a restart', async () => {
    const before = await skatteverketStage({ dataDir });
    before.receiver.answers = 503;
    const { caseId } = await handedOver(before.client, 'personnummer');
    await before.advance('2029-01-01T00:00:00Z', [caseId]);
    await before.stop();
    const after = await skatteverketStage({ dataDir });
    await after.advance('2029-01-01T00:00:00Z', [caseId]);
    expect(after.receiver.received).toEqual(before.receiver.received);
  });
});

describe('a folder that a simulator filled in words of its own', () => {
  it('keeps its numbers and days, and what was not delivered is sent in the words of the open protocol', async () => {
    const filing = filingOf('sfi');
    const { caseId } = filing.key;
    const reference = `${caseId}/sfi/1`;
    const before = {
      dossiers: {
        [caseId]: {
          caseId,
          clock: filing.now,
          matters: {
            [reference]: {
              reference,
              key: filing.key,
              type: 'sfi',
              about: '["sfi","12000001","Haddad, Amal","1996-10-20"]',
              person: '12000001',
              content: { externReferens: reference, inkommen: filing.now },
              came: { at: filing.now, wall: filing.now },
              receipt: { arende: { diarienummer: 'VUX-2027-000001' }, datum: '2027-01-13' },
              errands: {},
              outgoing: { mottagen: { id: '1', body: '{"status":"mottagen"}', state: 'kept', tries: 1 } },
            },
          },
        },
      },
      registered: 1,
    };
    await writeFile(path.join(dataDir, 'kommun.json'), JSON.stringify(before));
    const { client, runOut } = await kommunStage({ dataDir });
    expect(await client.handOver(filing)).toMatchObject({ reference: 'VUX-2027-000001', on: '2027-01-13' });
    const received = { filing: reference, outcome: 'received' };
    expect(await runOut(caseId)).toMatchObject([received, { filing: reference, outcome: 'started' }]);
  });
});

describe('the simulators together', () => {
  const settings = (more: Record<string, string>) => readSettings({ AGENCIES_PORT: '0', ...more });

  it('start on ports in a row and stop', async () => {
    const running = await startSimulators(
      settings({ AGENCIES_DATA_DIR: path.join(dataDir, 'new', 'folder') }),
    );
    const ids = running.map(({ agency }) => agency);
    expect(ids).toEqual(AGENCY_SYSTEMS);
    for (const { url } of running) expect((await fetch(`${url}/control/due`)).status).toBe(200);
    await Promise.all(running.map(({ stop }) => stop()));
    await expect(fetch(`${running[0]?.url}/control/due`)).rejects.toThrow('fetch failed');
  });

  it('name the setting when a port is taken, and leave nothing running', async () => {
    const [first, ...rest] = await startSimulators(settings({}));
    await Promise.all(rest.map(({ stop }) => stop()));
    const port = new URL(first?.url ?? '').port;
    await expect(startSimulators(settings({ AGENCIES_PORT: port }))).rejects.toThrow(
      `AGENCIES_PORT: port ${port} (migrationsverket) is taken`,
    );
    await first?.stop();
  });

  it('name the setting when the folder cannot be used or holds something else', async () => {
    await writeFile(path.join(dataDir, 'kommun.json'), 'not JSON');
    await expect(startSimulators(settings({ AGENCIES_DATA_DIR: dataDir }))).rejects.toThrow(
      /^AGENCIES_DATA_DIR: .*kommun\.json is not JSON$/,
    );
    const file = path.join(dataDir, 'kommun.json');
    await expect(startSimulators(settings({ AGENCIES_DATA_DIR: file }))).rejects.toThrow(
      /^AGENCIES_DATA_DIR: /,
    );
  });

  it.each([
    [{ AGENCIES_PORT: 'http' }, /^AGENCIES_PORT: /],
    [{ WEBHOOK_SECRETS: '{' }, /^WEBHOOK_SECRETS: is not JSON$/],
    [
      { WEBHOOK_SECRETS: '{"kommun":"secret"}', AGENCIES_DEMO_SPEED: '-1' },
      /AGENCIES_DEMO_SPEED: .*WEBHOOK_SECRETS/,
    ],
  ])('name every faulty setting of %j', (more, message) => {
    expect(() => settings(more)).toThrow(message);
  });

  it('name the agency that has no secret for its webhooks', async () => {
    const url = `http://127.0.0.1:9/${randomUUID()}`;
    await expect(startSimulators(settings({ WEBHOOK_URL: url }))).rejects.toThrow(
      'WEBHOOK_SECRETS: none for skatteverket',
    );
  });
});
