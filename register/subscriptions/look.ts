import { sql } from 'kysely';
import { stockholmDayAt } from '../../domain/law/stockholm-day';
import type { Instant } from '../../domain/model/plain-date';
import type { Register } from '../database';
import { countCases } from './count';
import { countScope } from './scope';
import {
  type Channel,
  type Condition,
  eventKey,
  type SubscriptionEvent,
  type SubscriptionState,
} from './subscription';

/** Ids of subscriptions after one, in order of id. */
export async function subscriptionsAfter(
  register: Register,
  after: string | undefined,
  limit: number,
): Promise<string[]> {
  let query = register.selectFrom('subscriptions').select('id').orderBy('id').limit(limit);
  if (after !== undefined) query = query.where('id', '>', after);
  return (await query.execute()).map(({ id }) => id);
}

/**
 * Counts for one subscription and keeps what came of it. Where that changes its state, what is to be told is written in
 * the same transaction, so that it is told once whatever dies. A subscription rests while its owner may not count what
 * it is about. Gives the event, if there is one.
 */
export async function lookAt(
  register: Register,
  subscriptionId: string,
  now: Date,
): Promise<SubscriptionEvent | undefined> {
  return register.transaction().execute(async (trx) => {
    // One condition that is slow to count must not hold up all the others.
    await sql`set local statement_timeout = '10s'`.execute(trx);
    const watched = await lockWatched(trx, subscriptionId);
    if (!watched) return undefined;
    const { condition, role, agency, area } = watched;
    const scope = countScope(condition, { role, agency, area });
    if ('refused' in scope) return undefined;
    const cases = await countCases(trx, condition, scope, stockholmDayAt(now.getTime()));
    const state = cases > condition.moreThan ? 'over' : 'under';
    await trx
      .updateTable('subscriptions')
      .set({ cases, looked_at: now })
      .where('id', '=', subscriptionId)
      .execute();
    return state === watched.state ? undefined : changeState(trx, watched, { state, cases, now });
  });
}

type Watched = {
  readonly id: string;
  readonly name: string;
  readonly condition: Condition;
  readonly deliver: readonly Channel[];
  readonly state: SubscriptionState;
  readonly sequence: number;
};

async function lockWatched(trx: Register, subscriptionId: string) {
  return trx
    .selectFrom('subscriptions as s')
    .innerJoin('colleagues as c', 'c.subject', 's.owner')
    .select([
      's.id',
      's.name',
      's.condition',
      's.deliver',
      's.state',
      's.sequence',
      'c.role',
      'c.agency',
      'c.area',
    ])
    .where('s.id', '=', subscriptionId)
    .forUpdate('s')
    .executeTakeFirst();
}

async function changeState(
  trx: Register,
  { id, name, condition, deliver, sequence }: Watched,
  { state, cases, now }: { readonly state: SubscriptionState; readonly cases: number; readonly now: Date },
): Promise<SubscriptionEvent> {
  const event: SubscriptionEvent = {
    subscriptionId: id,
    name,
    state,
    sequence: sequence + 1,
    cases,
    condition,
    at: now.toISOString() as Instant,
  };
  await trx
    .updateTable('subscriptions')
    .set({ state, sequence: event.sequence, changed_at: now })
    .where('id', '=', id)
    .execute();
  await trx
    .insertInto('deliveries')
    .values(
      deliver.map((channel, position) => ({
        subscription_id: id,
        event_key: eventKey(event),
        position,
        channel: JSON.stringify(channel),
        event: JSON.stringify(event),
        next_at: now,
        created_at: now,
      })),
    )
    .execute();
  return event;
}
