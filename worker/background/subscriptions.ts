import { faultCode, type Logger } from '../../platform/logger';
import type { Register } from '../../register/database';
import { lookAt, subscriptionsAfter } from '../../register/subscriptions/look';

const PAGE = 200;

/** Counts for every subscription once. One that cannot be counted is logged and holds up no other. */
export async function countSubscriptions(
  { register, logger }: { readonly register: Register; readonly logger: Logger },
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
