import type { Register } from '../database';
import { addToInbox } from '../work/inbox';
import { type Channel, eventKey, type SubscriptionEvent } from './subscription';

const FIRST_PAUSE = 30_000;
const LONGEST_PAUSE = 6 * 3_600_000;
/** How long after its event a notification is retried, in milliseconds. */
export const TRIED_FOR = 3 * 24 * 3_600_000;

/** The pause after the `attempts`th attempt, in milliseconds: doubled each time, up to six hours. */
export function pauseAfter(attempts: number): number {
  return Math.min(FIRST_PAUSE * 2 ** (attempts - 1), LONGEST_PAUSE);
}

/** An event to send over one channel, with what sending needs. */
export type Notification = {
  readonly id: string;
  readonly position: number;
  readonly channel: Channel;
  readonly event: SubscriptionEvent;
  readonly attempts: number;
  readonly createdAt: Date;
  readonly owner: string;
  /** The owner's present address. */
  readonly email: string | null;
  readonly webhookSecret: string | null;
};

/**
 * Takes notifications that are due, the oldest first, and notes the attempt before it is made: when a worker dies of one,
 * or in the middle of it, it is retried after its pause.
 */
export async function takeNotifications(
  register: Register,
  now: Date,
  limit: number,
): Promise<Notification[]> {
  return register.transaction().execute(async (trx) => {
    const due = await trx
      .selectFrom('deliveries as d')
      .innerJoin('subscriptions as s', 's.id', 'd.subscription_id')
      .leftJoin('colleagues as c', 'c.subject', 's.owner')
      .select(['d.id', 'd.position', 'd.channel', 'd.event', 'd.attempts', 'd.created_at as createdAt'])
      .select(['s.owner', 'c.email', 's.webhook_secret as webhookSecret'])
      .where('d.state', '=', 'waiting')
      .where('d.next_at', '<=', now)
      .orderBy('d.next_at')
      .limit(limit)
      .forUpdate('d')
      .skipLocked()
      .execute();
    for (const notification of due) {
      const attempts = notification.attempts + 1;
      await trx
        .updateTable('deliveries')
        .set({ attempts, next_at: new Date(now.getTime() + pauseAfter(attempts)) })
        .where('id', '=', notification.id)
        .execute();
    }
    return due.map((notification) => ({ ...notification, attempts: notification.attempts + 1 }));
  });
}

/** Puts an event in its owner's inbox and settles the notification in one transaction: once, however often it is tried. */
export async function putInInbox(register: Register, notification: Notification, now: Date): Promise<void> {
  const { owner, event } = notification;
  await register.transaction().execute(async (trx) => {
    await addToInbox(trx, [
      { recipient: owner, eventKey: eventKey(event), kind: 'subscription', content: event },
    ]);
    await settle(trx, notification, 'delivered', now);
  });
}

/** Notes that the receiver has the event. */
export async function noteSent(register: Register, notification: Notification, now: Date): Promise<void> {
  await settle(register, notification, 'delivered', now);
}

/** Notes a failed attempt; `code` says how, never who. After three days it is given up, and the inbox says so. */
export async function noteFailed(
  register: Register,
  notification: Notification,
  code: string,
  now: Date,
): Promise<'waiting' | 'givenUp'> {
  const { id, createdAt, owner, event, position, channel } = notification;
  const isGivenUp = now.getTime() - createdAt.getTime() >= TRIED_FOR;
  await register.transaction().execute(async (trx) => {
    await trx.updateTable('deliveries').set({ last_code: code }).where('id', '=', id).execute();
    if (!isGivenUp) return;
    const content = { ...event, notDelivered: channel.kind, code };
    const told = `${eventKey(event)}/${position}/notDelivered`;
    await addToInbox(trx, [{ recipient: owner, eventKey: told, kind: 'subscription', content }]);
    await settle(trx, notification, 'givenUp', now);
  });
  return isGivenUp ? 'givenUp' : 'waiting';
}

/** Removes notifications that were settled before a moment. */
export async function forgetNotifications(register: Register, before: Date): Promise<void> {
  await register
    .deleteFrom('deliveries')
    .where('state', '<>', 'waiting')
    .where('settled_at', '<', before)
    .execute();
}

async function settle(
  db: Register,
  { id }: Notification,
  state: 'delivered' | 'givenUp',
  now: Date,
): Promise<void> {
  await db.updateTable('deliveries').set({ state, settled_at: now }).where('id', '=', id).execute();
}
