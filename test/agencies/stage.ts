import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';
import type { AgencyAddress, AgencyClient, HandOverRequest } from '../../activities/clients/agency-client';
import { createOpenProtocolClient } from '../../activities/clients/open-protocol-client';
import { createSkatteverketClient } from '../../activities/clients/skatteverket-client';
import type { Advanced } from '../../agencies/kernel/answers';
import type { Agency, SimulatorSettings } from '../../agencies/kernel/agency';
import { startSimulator } from '../../agencies/kernel/simulator';
import { kommun } from '../../agencies/open-protocol/kommun';
import { skatteverket } from '../../agencies/skatteverket/app';
import { CaseId, KommunCode, StepId } from '../../domain/model/ids';
import { Instant, PlainDate } from '../../domain/model/plain-date';

export const SECRET = `whsec_${Buffer.from('a secret of the simulated agencies').toString('base64')}`;
export const API_KEY = 'test-key';

/** A webhook as it came, its signature already verified. */
export type Received = { readonly id: string; readonly body: Record<string, unknown> };

/** Receives webhooks like the project's API; `answers` is the status it gives, `received` what it verified. */
export class Receiver {
  readonly received: Received[] = [];
  answers = 202;
  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  static async start(): Promise<Receiver> {
    const server = createServer((request, response) => {
      void receiver.take(request).then((status) => response.writeHead(status).end());
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const receiver = new Receiver(server, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    return receiver;
  }

  private async take(request: IncomingMessage): Promise<number> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const headers = request.headers as Record<string, string>;
    const body = new Webhook(SECRET).verify(Buffer.concat(chunks), headers) as Received['body'];
    this.received.push({ id: String(headers['webhook-id']), body });
    return this.answers;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

const started: (() => Promise<void>)[] = [];

/** Stops every simulator and receiver that a test started; for `afterEach`. */
export async function stopStages(): Promise<void> {
  await Promise.all(started.splice(0).map((stop) => stop()));
}

/** Starts a simulator on a free port with a receiver for its webhooks. */
export async function stageOf(agency: Agency, settings: Partial<SimulatorSettings> = {}) {
  const receiver = await Receiver.start();
  const webhook = { url: receiver.url, secret: SECRET };
  const simulator = await startSimulator(agency, {
    port: 0,
    seed: '1',
    apiKey: API_KEY,
    webhook,
    ...settings,
  });
  const address: AgencyAddress = { url: simulator.url, apiKey: API_KEY };
  const control = async (path: string, body?: object): Promise<Record<string, unknown>> => {
    const method = body ? 'POST' : 'GET';
    const headers = { 'content-type': 'application/json' };
    const url = `${simulator.url}/control/${path}`;
    const response = await fetch(url, { method, headers, body: body && JSON.stringify(body) });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as Record<string, unknown>;
  };
  const advance = (to: string, caseIds?: readonly string[]): Promise<Advanced> =>
    control('advance', { to, caseIds }) as Promise<Record<string, unknown>> as Promise<Advanced>;
  /** Goes from one due answer to the next until nothing more comes, at most ten. */
  const runOut = async (...caseIds: readonly string[]): Promise<Record<string, unknown>[]> => {
    const before = receiver.received.length;
    for (let times = 0; times < 10; times += 1) {
      const { nextDue } = await control(`due?caseIds=${caseIds.join(',')}`);
      if (typeof nextDue !== 'string') break;
      await advance(nextDue, caseIds);
    }
    return receiver.received.slice(before).map(({ body }) => body);
  };
  started.push(simulator.stop, () => receiver.stop());
  return { address, receiver, control, advance, runOut, stop: simulator.stop };
}

export async function skatteverketStage(settings?: Partial<SimulatorSettings>) {
  const stage = await stageOf(skatteverket, settings);
  return { ...stage, client: createSkatteverketClient(stage.address) };
}

export async function kommunStage(settings?: Partial<SimulatorSettings>) {
  const stage = await stageOf(kommun, settings);
  return { ...stage, client: createOpenProtocolClient('kommun', stage.address) };
}

export const FILED_AT = Instant.parse('2027-01-13T09:30:00.000Z');

let dossiers = 0;

/** A filing of a step for a new person in a new case; what matters to a test is given in `more`. */
export function filingOf(stepId: string, more: Partial<HandOverRequest['person']> = {}): HandOverRequest {
  dossiers += 1;
  return {
    key: { caseId: CaseId.parse(randomUUID()), stepId: StepId.parse(stepId), filing: 1 },
    now: FILED_AT,
    person: {
      givenName: 'Amal',
      familyName: 'Haddad',
      dossiernummer: `12-${String(dossiers).padStart(6, '0')}`,
      bornOn: PlainDate.parse('1996-10-20'),
      kommun: KommunCode.parse('0484'),
      dwelling: 'fixed',
      arrivedOn: PlainDate.parse('2026-12-01'),
      permitGround: 'refugee',
      ...more,
    },
  };
}

/** Hands a new person's filing over and gives its key. */
export async function handedOver(
  client: AgencyClient,
  stepId: string,
  more?: Partial<HandOverRequest['person']>,
) {
  const filing = filingOf(stepId, more);
  await client.handOver(filing);
  return filing.key;
}
