import type { ConfigOf } from '../../platform/config/config';
import type { Logger } from '../../platform/logger';
import type { Register } from '../../register/database';
import type { Turns } from '../../register/turns';
import { startDelivery } from './delivery';
import { mailSender } from './mail';
import { startSubscriptionWatch } from './watch';

/** What looking at subscriptions and telling of them is made of. */
export type SubscriptionParts = {
  readonly register: Register;
  readonly turns: Turns;
  readonly config: ConfigOf<'worker'>;
  readonly smtpUrl?: string;
  readonly logger: Logger;
};

const DELIVERED_EVERY = 2_000;

/** Looks at subscriptions and delivers what they have to tell, by the installation's settings, until `stop` is called. */
export function startSubscriptions({ register, turns, config, smtpUrl, logger }: SubscriptionParts): {
  stop: () => Promise<void>;
} {
  const { subscriptionsLookedAtEvery: everyMs, mail, webhookTargets, api } = config;
  const watch = startSubscriptionWatch({ register, turns, everyMs, logger });
  const delivery = startDelivery({
    register,
    ...(smtpUrl && { sendMail: mailSender({ smtpUrl, from: mail.from, baseUrl: api.publicUrl }) }),
    targets: webhookTargets ?? 'public',
    everyMs: DELIVERED_EVERY,
    logger,
  });
  return {
    async stop() {
      await Promise.all([watch.stop(), delivery.stop()]);
    },
  };
}
