import { Client as PgClient } from 'pg';
import { faultCode, type Logger } from '../platform/logger';
import { MESSAGES_CHANNEL } from '../register/messages/relay-bell';

/** A wake-up signal of the relay: rings when a message is committed. */
export type Bell = {
  readonly ring: () => void;
  /** Waits until it rings, N ms at most; a ring while nobody waits is kept. */
  readonly rungWithin: (milliseconds: number) => Promise<void>;
};

/** An in-memory wake-up signal: rings only when `ring` is called. */
export function makeBell(): Bell {
  let isRung = false;
  let wake: (() => void) | undefined;
  return {
    ring() {
      isRung = true;
      wake?.();
    },
    async rungWithin(milliseconds) {
      if (!isRung) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, milliseconds);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      isRung = false;
      wake = undefined;
    },
  };
}

/**
 * Rings the bell whenever PostgreSQL notifies the channel, over a connection of its own that is replaced when it
 * breaks; until then the relay polls. Returns a function that ends it.
 */
export function listenForMessages(
  databaseUrl: string,
  bell: Bell,
  logger: Logger,
): { stop: () => Promise<void> } {
  let isStopped = false;
  let connection: PgClient | undefined;

  async function listen(): Promise<void> {
    while (!isStopped) {
      const client = new PgClient({ connectionString: databaseUrl, connectionTimeoutMillis: 5_000 });
      connection = client;
      const ended = new Promise<void>((resolve) => {
        client.on('error', () => resolve());
        client.on('end', () => resolve());
      });
      client.on('notification', bell.ring);
      try {
        await client.connect();
        await client.query(`listen ${MESSAGES_CHANNEL}`);
        bell.ring();
        await ended;
      } catch (fault) {
        logger.warn({ fault: faultCode(fault) }, 'no notifications from PostgreSQL');
      }
      if (!isStopped) await new Promise((resolve) => setTimeout(resolve, 1_000).unref());
    }
  }

  const listening = listen();
  return {
    async stop() {
      isStopped = true;
      await connection?.end().catch(() => undefined);
      await listening;
    },
  };
}
