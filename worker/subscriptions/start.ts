import type { Config } from '../../platform/config/config';
import type { Logger } from '../../platform/logger';
import type { Register } from '../../register/database';
import { startDelivery } from './delivery';
import { mailSender } from './mail';
import { startSubscriptionWatch } from './watch';

const DELIVERED_EVERY = 2_000;

/** Looks at subscriptions and delivers what they have to tell, by the installation's settings, until `stop` is called. */
export function startSubscriptions(
  register: Register,
  config: Config,
  smtpUrl: string | undefined,
  logger: Logger,
): { stop: () => Promise<void> } {
  const { subscriptionsLookedAtEvery: everyMs, mail, webhookTargets, api } = config;
  const watch = startSubscriptionWatch({ register, everyMs, logger });
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
