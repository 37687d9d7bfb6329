import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { Webhook } from 'standardwebhooks';
import { createDatabase, type Register } from '../../../register/database';
import {
  forgetNotifications,
  pauseAfter,
  takeNotifications,
  TRIED_FOR,
} from '../../../register/subscriptions/notifications';
import { lookAt } from '../../../register/subscriptions/look';
import { removeSubscription } from '../../../register/subscriptions/store';
import type { Channel, Condition } from '../../../register/subscriptions/subscription';
import { type NotificationParts, sendNotifications } from '../../../worker/notifications/send';
import { readInbox } from '../../../register/work/inbox';
import { createTestDatabase, type TestDatabase } from '../../support/databases';
import { intake } from '../../support/intake';
import { done, INBOX, knows, MANAGER, subscribes, waiting } from './looks';

const SECRET = 'whsec_YmV2YWtuaW5nZW5zIGhlbWxpZ2hldCAxMjM0';
const ONE: Condition = { kind: 'waiting', moreThan: 0 };
const NOW = new Date('2027-02-01T08:00:00Z');
const later = (milliseconds: number) => new Date(NOW.getTime() + milliseconds);
const { signal } = new AbortController();

type Received = { headers: IncomingHttpHeaders; body: string };

describe('what a subscription has to tell', () => {
  let database: TestDatabase;
  let register: Register;
  let receiver: Server;
  let url: string;
  let received: Received[];
  let answers: number[];
  let parts: NotificationParts;

  beforeEach(async () => {
    database = await createTestDatabase();
    register = createDatabase(database.url);
    await intake(register, [[]]);
    await knows(register);
    received = [];
    answers = [];
    receiver = createServer((request, response) => {
      let body = '';
      request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
      request.on('end', () => {
        received.push({ headers: request.headers, body });
        response.writeHead(answers.shift() ?? 204, { location: '/elsewhere' }).end();
      });
    });
    receiver.listen(0, '127.0.0.1');
    await once(receiver, 'listening');
    url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/in`;
    parts = { register, targets: 'any', logger: pino({ level: 'silent' }) };
  });
  afterEach(async () => {
    receiver.closeAllConnections();
    receiver.close();
    await register.destroy();
    await database.drop();
  });

  /** A subscription that has an event to tell. */
  async function event(deliver: readonly Channel[]): Promise<string> {
    const id = await subscribes(register, ONE, { deliver, webhookSecret: SECRET });
    await waiting(register, 1);
    await lookAt(register, id, NOW);
    return id;
  }
  const round = async (now = NOW, more: Partial<NotificationParts> = {}) =>
    sendNotifications({ ...parts, ...more }, signal, now);
  const inbox = async () => readInbox(register, MANAGER, { limit: 50, isUnreadOnly: false });
  const states = async () =>
    (
      await register
        .selectFrom('deliveries')
        .select(['state', 'attempts', 'last_code'])
        .orderBy('id')
        .execute()
    ).map(({ state, attempts, last_code }) => [state, attempts, last_code]);

  it('is in the inbox once, also when delivering it died on the way', async () => {
    const id = await event(INBOX);
    // A worker takes it and is gone.
    expect(await takeNotifications(register, NOW, 20)).toHaveLength(1);
    expect(await round()).toBe(0);
    expect(await round(later(pauseAfter(1)))).toBe(1);
    await register
      .updateTable('deliveries')
      .set({ next_at: NOW } as never)
      .execute();
    await register
      .updateTable('deliveries')
      .set({ state: 'waiting' as never })
      .execute();
    await round(later(pauseAfter(2)));
    expect(await inbox()).toMatchObject([
      { kind: 'subscription', content: { subscriptionId: id, state: 'over', sequence: 1, cases: 2 } },
    ]);
  });

  it('reaches a webhook signed, with counts only, and again under the same id when nobody knows that it did', async () => {
    const id = await event([{ kind: 'webhook', url }]);
    const [taken] = await takeNotifications(register, NOW, 20);
    await register.updateTable('deliveries').set({ next_at: NOW }).execute();
    expect(taken?.attempts).toBe(1);
    await round();
    await register
      .updateTable('deliveries')
      .set({ next_at: NOW, state: 'waiting' as never })
      .execute();
    await round();
    expect(received.map(({ headers }) => headers['webhook-id'])).toEqual([`${id}/1`, `${id}/1`]);
    for (const { headers, body } of received) {
      const told = new Webhook(SECRET).verify(body, headers as Record<string, string>);
      expect(told).toEqual({
        type: 'subscription.over',
        timestamp: NOW.toISOString(),
        data: {
          subscriptionId: id,
          name: 'bevakning',
          state: 'over',
          sequence: 1,
          cases: 2,
          condition: ONE,
          at: NOW.toISOString(),
        },
      });
    }
  });

  it.each([500, 404, 302])(
    'is tried again after a rest when the receiver answers %i, and redirects nowhere',
    async (status) => {
      await event([{ kind: 'webhook', url }]);
      answers = [status];
      await round();
      expect(await states()).toEqual([['waiting', 1, `http${status}`]]);
      await round(later(pauseAfter(1) - 1));
      expect(received).toHaveLength(1);
      await round(later(pauseAfter(1)));
      expect(await states()).toEqual([['delivered', 2, `http${status}`]]);
      expect(received).toHaveLength(2);
    },
  );

  it('is sent by one of two workers that look at once', async () => {
    await event([{ kind: 'webhook', url }]);
    expect((await Promise.all([round(), round()])).toSorted()).toEqual([0, 1]);
    expect(received).toHaveLength(1);
  });

  it('is nothing against a receiver when the worker is stopped before the answer', async () => {
    const stopping = new AbortController();
    receiver.removeAllListeners('request').on('request', () => stopping.abort());
    await event([{ kind: 'webhook', url }]);
    await sendNotifications(parts, stopping.signal, NOW);
    expect(await states()).toEqual([['waiting', 1, null]]);
  });

  it('is given up after three days, and the inbox says so', async () => {
    await event([{ kind: 'email' }]);
    await round();
    expect(await states()).toEqual([['waiting', 1, 'noMailServer']]);
    await round(later(TRIED_FOR));
    expect(await states()).toEqual([['givenUp', 2, 'noMailServer']]);
    expect(await inbox()).toMatchObject([
      { content: { notDelivered: 'email', code: 'noMailServer', sequence: 1 } },
    ]);
    expect(await round(later(2 * TRIED_FOR))).toBe(0);
  });

  it('goes by e-mail to the address that the owner has now', async () => {
    await event([{ kind: 'email' }]);
    const sent: string[] = [];
    await register.updateTable('colleagues').set({ email: 'ny@etablering.example' }).execute();
    await round(NOW, { sendMail: async (to, { cases }) => void sent.push(`${to} ${cases}`) });
    expect(sent).toEqual(['ny@etablering.example 2']);
  });

  it('goes nowhere that the installation does not allow', async () => {
    await event([{ kind: 'webhook', url }]);
    await round(NOW, { targets: 'private' });
    expect(received).toEqual([]);
    expect(await states()).toEqual([['waiting', 1, 'notAllowedTarget']]);
  });

  it('goes each way by itself: one that fails holds up no other', async () => {
    answers = [500];
    await event([{ kind: 'webhook', url }, { kind: 'inbox' }, { kind: 'email' }]);
    await round();
    expect((await states()).map(([state]) => state)).toEqual(['waiting', 'delivered', 'waiting']);
  });

  it('is told no more once the subscription has ended, also when it is over', async () => {
    const id = await event(INBOX);
    await removeSubscription(register, id, MANAGER);
    expect(await round()).toBe(0);
    await done(register, []);
    expect(await lookAt(register, id, NOW)).toBeUndefined();
    expect(await inbox()).toEqual([]);
  });

  it('is forgotten when it was delivered long ago, and not while it is on its way', async () => {
    await event([{ kind: 'inbox' }, { kind: 'email' }]);
    await round();
    await forgetNotifications(register, NOW);
    expect(await states()).toHaveLength(2);
    await forgetNotifications(register, later(1));
    expect(await states()).toEqual([['waiting', 1, 'noMailServer']]);
    expect(await inbox()).toHaveLength(1);
  });

  it('rests longer after each attempt, up to six hours', () => {
    expect([1, 2, 3, 30].map(pauseAfter)).toEqual([30_000, 60_000, 120_000, 21_600_000]);
  });
});
