import type { Client } from '@temporalio/client';
import { sql } from 'kysely';
import type { MessageId } from '../../../domain/model/ids';
import { createLogger } from '../../../platform/logger';
import type { Register } from '../../../register/database';
import type { MessageState } from '../../../register/schema';
import { makeBell } from '../../../worker/bell';
import { startRelay } from '../../../worker/relay';
import { until } from '../until';

/** The relay at work for a stage, and time passing for the messages it waits with. */
export type Carrier = {
  /** A minute passes for every message that nobody has seen through: longer than the relay's lease. */
  readonly aMinutePasses: () => Promise<void>;
  /** Waits until a message is in a state, a minute passing now and again. */
  readonly untilState: (message: { readonly messageId: MessageId }, state: MessageState) => Promise<void>;
  readonly stop: () => Promise<void>;
};

/** Starts the relay. */
export function startCarrier(register: Register, client: Client): Carrier {
  const bell = makeBell();
  const relay = startRelay(register, client, bell, createLogger('relay', 'warn'));

  async function aMinutePasses(): Promise<void> {
    await sql`update messages set received_at = received_at - interval '1 minute',
      sent_at = sent_at - interval '1 minute' where state = 'received'`.execute(register);
    bell.ring();
  }

  return {
    aMinutePasses,
    stop: relay.stop,
    async untilState({ messageId }, state) {
      await until(`message ${messageId} is ${state}`, async () => {
        const present = await stateOf(register, messageId);
        if (present === 'received') await aMinutePasses();
        return present === state;
      });
    },
  };
}

/** How a message stands in the register. */
export async function stateOf(register: Register, id: MessageId): Promise<MessageState> {
  const { state } = await register
    .selectFrom('messages')
    .select('state')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return state;
}
