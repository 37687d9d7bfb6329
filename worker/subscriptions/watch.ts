import { faultCode, type Logger } from '../../platform/logger';
import type { Register } from '../../register/database';
import { forgetDeliveries } from '../../register/subscriptions/deliveries';
import { lookAt, subscriptionsAfter } from '../../register/subscriptions/look';
import type { Turns } from '../../register/turns';
import { startInTurn } from '../in-turn';

/** What looking at subscriptions is made of; `everyMs` is the pause between two looks at all of them. */
export type SubscriptionWatchParts = {
  readonly register: Register;
  readonly turns: Turns;
  readonly everyMs: number;
  readonly logger: Logger;
};

const PAGE = 200;
const BETWEEN_SWEEPS = 3_600_000;
/** How long it can be seen in the register what became of a delivery, in milliseconds. */
const KEPT = 30 * 24 * 3_600_000;

/**
 * Looks at every subscription again and again until `stop` is called, and removes old deliveries once an hour; one worker
 * of an installation does.
 */
export function startSubscriptionWatch(parts: SubscriptionWatchParts): { stop: () => Promise<void> } {
  const { register, turns, everyMs, logger } = parts;
  let sweptAt = 0;
  return startInTurn({
    turns,
    name: 'subscription-watch',
    patience: everyMs,
    async round(signal) {
      await lookAtAll(parts, signal);
      if (Date.now() - sweptAt > BETWEEN_SWEEPS) {
        await forgetDeliveries(register, new Date(Date.now() - KEPT));
        sweptAt = Date.now();
      }
      return everyMs;
    },
    logger,
    trouble: 'subscriptions cannot be looked at',
  });
}

/** Looks at all subscriptions once. One that cannot be counted is told of in the log and holds up no other. */
export async function lookAtAll(
  { register, logger }: Pick<SubscriptionWatchParts, 'register' | 'logger'>,
  signal: AbortSignal,
  now: () => Date = () => new Date(),
): Promise<void> {
  for (let after: string | undefined; !signal.aborted;) {
    const page = await subscriptionsAfter(register, after, PAGE);
    for (const id of page) {
      if (signal.aborted) return;
      await lookAt(register, id, now()).catch((fault: unknown) =>
        logger.warn({ subscription: id, fault: faultCode(fault) }, 'a subscription cannot be counted'),
      );
    }
    after = page.at(-1);
    if (page.length < PAGE) return;
  }
}
