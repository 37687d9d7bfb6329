import { z } from 'zod';
import { targetFault } from '../../../platform/outgoing/webhook-target';
import type { Channel } from '../../../register/subscriptions/subscription';
import type { Caller } from '../../auth/caller';
import { invalidParameter } from '../../parameters';
import { Problem } from '../../problem';
import type { Services } from '../../services';

const Channel = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('inbox') }),
    z.strictObject({ kind: z.literal('email').describe('To the caller’s own address') }),
    z.strictObject({ kind: z.literal('webhook'), url: z.url({ protocol: /^https?$/ }).max(500) }),
  ])
  .meta({ id: 'SubscriptionChannel' });

/** The ways to be told: each kind at most once. */
export const Channels = z
  .array(Channel)
  .min(1)
  .max(3)
  .refine((all) => new Set(all.map(({ kind }) => kind)).size === all.length, 'names a kind twice');

/** Throws 400 for an address that no webhook may go to, 422 where no e-mail can be sent. */
export function requireDeliverable(
  channels: readonly Channel[],
  { email }: Caller,
  { config }: Services,
): void {
  for (const [place, channel] of channels.entries()) {
    if (channel.kind === 'webhook') {
      const fault = targetFault(channel.url, config.webhookTargets ?? 'public');
      if (fault) throw invalidParameter(`deliver.${place}.url`, fault);
    }
    if (channel.kind !== 'email') continue;
    if (!config.mail.isOn)
      throw new Problem('not-deliverable', 'No mail server is set for this installation (SMTP_URL).');
    if (!email) throw new Problem('not-deliverable', 'The sign-in service gives no e-mail address of yours.');
  }
}
