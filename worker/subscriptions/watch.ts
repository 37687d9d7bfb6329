import type { Logger } from '../../platform/logger';
import type { Register } from '../../register/database';
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

/** Looks at every subscription again and again until `stop` is called; one worker of an installation does. */
export function startSubscriptionWatch(parts: SubscriptionWatchParts): { stop: () => Promise<void> } {
  const { turns, everyMs, logger } = parts;
  return startInTurn({
    turns,
    name: 'subscription-watch',
    patience: everyMs,
    async round(signal) {
      await lookAtAll(parts, signal);
      return everyMs;
    },
    onFault: (fault) => logger.warn({ fault: codeOf(fault) }, 'subscriptions cannot be looked at'),
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
        logger.warn({ subscription: id, fault: codeOf(fault) }, 'a subscription cannot be counted'),
      );
    }
    after = page.at(-1);
    if (page.length < PAGE) return;
  }
}

/** PostgreSQL's code or the fault's name; its text may quote values. */
function codeOf(fault: unknown): string {
  const { code, name } = Object(fault) as { code?: string; name?: string };
  return code ?? name ?? typeof fault;
}
