import type { ColumnType, Generated } from 'kysely';
import type { Json, Moment } from '../tables/columns';
import type { Channel, Condition, SubscriptionEvent, SubscriptionState } from './subscription';

type SubscriptionsTable = {
  id: string;
  owner: string;
  name: string;
  condition: Json<Condition>;
  deliver: Json<readonly Channel[]>;
  webhook_secret: string | null;
  state: Generated<SubscriptionState>;
  sequence: Generated<number>;
  /** Cases at the last look. */
  cases: ColumnType<number | null, undefined, number>;
  changed_at: ColumnType<Date | null, undefined, Date>;
  looked_at: ColumnType<Date | null, undefined, Date>;
  created_at: Moment;
};

type DeliveriesTable = {
  id: Generated<string>;
  subscription_id: string;
  event_key: string;
  position: number;
  channel: Json<Channel>;
  event: Json<SubscriptionEvent>;
  state: ColumnType<'waiting' | 'delivered' | 'givenUp', undefined, 'delivered' | 'givenUp'>;
  attempts: ColumnType<number, undefined, number>;
  next_at: Date;
  last_code: ColumnType<string | null, undefined, string>;
  created_at: ColumnType<Date, Date, never>;
  settled_at: ColumnType<Date | null, undefined, Date>;
};

type CalendarsTable = {
  owner: string;
  secret_hash: Buffer;
  created_at: Date;
  shown_tag: ColumnType<string | null, null, string | null>;
};

/** What colleagues ask to be told of, what is on its way to them, and their calendars. */
export type SubscriptionTables = {
  subscriptions: SubscriptionsTable;
  deliveries: DeliveriesTable;
  calendars: CalendarsTable;
};
