import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Register } from '../database';
import type { Channel, Condition, SubscriptionState } from './subscription';

/** What somebody asks to be told of. */
export type NewSubscription = {
  readonly owner: string;
  readonly name: string;
  readonly condition: Condition;
  readonly deliver: readonly Channel[];
  readonly webhookSecret: string | null;
};

/** How the deliveries of one way to be told stand: how many wait, and what the last attempt of those ended with. */
export type Undelivered = {
  readonly position: number;
  readonly waiting: number;
  readonly lastCode: string | null;
};

export type Subscription = Omit<NewSubscription, 'webhookSecret'> & {
  readonly id: string;
  readonly state: SubscriptionState;
  readonly cases: number | null;
  readonly changedAt: Date | null;
  readonly lookedAt: Date | null;
  readonly createdAt: Date;
  readonly undelivered: readonly Undelivered[];
};

/** Keeps a subscription; `undefined` when its owner has `most` of them already. */
export async function addSubscription(
  trx: Register,
  { owner, name, condition, deliver, webhookSecret }: NewSubscription,
  most: number,
): Promise<Subscription | undefined> {
  await sql`select pg_advisory_xact_lock(hashtext(${`subscriptions/${owner}`}))`.execute(trx);
  if ((await listSubscriptions(trx, owner)).length >= most) return undefined;
  const { id, created_at: createdAt } = await trx
    .insertInto('subscriptions')
    .values({
      id: randomUUID(),
      owner,
      name,
      condition: JSON.stringify(condition),
      deliver: JSON.stringify(deliver),
      webhook_secret: webhookSecret,
    })
    .returning(['id', 'created_at'])
    .executeTakeFirstOrThrow();
  const unseen = { state: 'under' as const, cases: null, changedAt: null, lookedAt: null, undelivered: [] };
  return { id, owner, name, condition, deliver, createdAt, ...unseen };
}

/** Somebody's subscriptions, the oldest first. */
export async function listSubscriptions(db: Register, owner: string): Promise<Subscription[]> {
  return db
    .selectFrom('subscriptions as s')
    .select(['s.id', 's.owner', 's.name', 's.condition', 's.deliver', 's.state', 's.cases'])
    .select([
      's.changed_at as changedAt',
      's.looked_at as lookedAt',
      's.created_at as createdAt',
      undelivered,
    ])
    .where('s.owner', '=', owner)
    .orderBy('s.created_at')
    .orderBy('s.id')
    .execute();
}

const undelivered = sql<Undelivered[]>`coalesce((select jsonb_agg(to_jsonb(w) order by w.position) from (
  select position, count(*) as waiting, (array_agg(last_code order by id desc))[1] as "lastCode"
  from deliveries d where d.subscription_id = s.id and d.state = 'waiting' group by position) w), '[]')`.as(
  'undelivered',
);

/** Ends a subscription of its owner's, with what is still on its way; `false` when there is none. */
export async function removeSubscription(db: Register, id: string, owner: string): Promise<boolean> {
  const removed = await db
    .deleteFrom('subscriptions')
    .where('id', '=', id)
    .where('owner', '=', owner)
    .executeTakeFirst();
  return removed.numDeletedRows > 0n;
}
