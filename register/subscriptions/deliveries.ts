import type { Register } from '../database';
import { addToInbox } from '../work/inbox';
import { type Channel, eventKey, type SubscriptionEvent } from './subscription';

const FIRST_REST = 30_000;
const LONGEST_REST = 6 * 3_600_000;
/** How long after its event a delivery is tried again, in milliseconds. */
export const TRIED_FOR = 3 * 24 * 3_600_000;

/** How long a delivery rests after its `attempts`th attempt, in milliseconds: doubled each time, up to six hours. */
export function restAfter(attempts: number): number {
  return Math.min(FIRST_REST * 2 ** (attempts - 1), LONGEST_REST);
}

/** An event on its way, with what delivering it needs. */
export type Delivery = {
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
 * Takes deliveries whose time has come, the oldest first, and notes the attempt before it is made: a worker that dies of
 * one, or in the middle of it, leaves it to be tried again after its rest.
 */
export async function takeDeliveries(register: Register, now: Date, limit: number): Promise<Delivery[]> {
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
    for (const delivery of due) {
      const attempts = delivery.attempts + 1;
      await trx
        .updateTable('deliveries')
        .set({ attempts, next_at: new Date(now.getTime() + restAfter(attempts)) })
        .where('id', '=', delivery.id)
        .execute();
    }
    return due.map((delivery) => ({ ...delivery, attempts: delivery.attempts + 1 }));
  });
}

/** Puts an event in its owner's inbox, and is done with it, in one transaction: there once however often it is tried. */
export async function deliverToInbox(register: Register, delivery: Delivery, now: Date): Promise<void> {
  const { owner, event } = delivery;
  await register.transaction().execute(async (trx) => {
    await addToInbox(trx, [
      { recipient: owner, eventKey: eventKey(event), kind: 'subscription', content: event },
    ]);
    await settle(trx, delivery, 'delivered', now);
  });
}

/** The receiver has the event. */
export async function noteDelivered(register: Register, delivery: Delivery, now: Date): Promise<void> {
  await settle(register, delivery, 'delivered', now);
}

/** An attempt failed; `code` says how, never whom. After three days it is given up, and the inbox says so. */
export async function noteFailed(
  register: Register,
  delivery: Delivery,
  code: string,
  now: Date,
): Promise<'waiting' | 'givenUp'> {
  const { id, createdAt, owner, event, position, channel } = delivery;
  const isGivenUp = now.getTime() - createdAt.getTime() >= TRIED_FOR;
  await register.transaction().execute(async (trx) => {
    await trx.updateTable('deliveries').set({ last_code: code }).where('id', '=', id).execute();
    if (!isGivenUp) return;
    const content = { ...event, notDelivered: channel.kind, code };
    const told = `${eventKey(event)}/${position}/notDelivered`;
    await addToInbox(trx, [{ recipient: owner, eventKey: told, kind: 'subscription', content }]);
    await settle(trx, delivery, 'givenUp', now);
  });
  return isGivenUp ? 'givenUp' : 'waiting';
}

/** Removes deliveries that came to their end before a moment: nothing is asked of them any more. */
export async function forgetDeliveries(register: Register, before: Date): Promise<void> {
  await register
    .deleteFrom('deliveries')
    .where('state', '<>', 'waiting')
    .where('settled_at', '<', before)
    .execute();
}

async function settle(
  db: Register,
  { id }: Delivery,
  state: 'delivered' | 'givenUp',
  now: Date,
): Promise<void> {
  await db.updateTable('deliveries').set({ state, settled_at: now }).where('id', '=', id).execute();
}
