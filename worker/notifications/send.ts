import { faultCode, type Logger } from '../../platform/logger';
import type { WebhookTargets } from '../../platform/outgoing/webhook-target';
import type { Register } from '../../register/database';
import {
  noteFailed,
  noteSent,
  type Notification,
  putInInbox,
  takeNotifications,
} from '../../register/subscriptions/notifications';
import type { SendMail } from './mail';
import { NotSent } from './not-sent';
import { sendWebhook } from './webhook';

/** What sending takes; without `sendMail` e-mails wait for a mail server. */
export type NotificationParts = {
  readonly register: Register;
  readonly sendMail?: SendMail;
  readonly targets: WebhookTargets;
  readonly logger: Logger;
};

/** Sent at the same time: a receiver that does not answer holds up no more than the others of its batch. */
export const SENT_TOGETHER = 20;

/**
 * Sends the notifications of subscriptions that are due, a batch at most, and returns how many it tried. What was sent
 * and could not be noted as sent is sent again under the same id; the inbox has each event once.
 */
export async function sendNotifications(
  parts: NotificationParts,
  signal: AbortSignal,
  now = new Date(),
): Promise<number> {
  const due = await takeNotifications(parts.register, now, SENT_TOGETHER);
  const attempts = due.map((notification) => attempt(parts, notification, signal, now));
  // One that cannot be noted is retried after its pause; the others go on.
  const faults = (await Promise.allSettled(attempts)).filter(({ status }) => status === 'rejected');
  if (faults.length > 0) parts.logger.warn({ faults: faults.length }, 'notifications could not be noted');
  return due.length;
}

async function attempt(
  parts: NotificationParts,
  notification: Notification,
  signal: AbortSignal,
  now: Date,
): Promise<void> {
  const { register, logger } = parts;
  const { channel } = notification;
  if (channel.kind === 'inbox') return putInInbox(register, notification, now);
  try {
    if (channel.kind === 'email') await mail(parts, notification, signal);
    else await webhook(parts, notification, channel.url, signal);
  } catch (fault) {
    // Being stopped says nothing of the receiver.
    if (signal.aborted) return undefined;
    const code = fault instanceof NotSent ? fault.code : faultCode(fault);
    const state = await noteFailed(register, notification, code, now);
    logger.warn(
      { channel: channel.kind, code, attempts: notification.attempts, state },
      'a notification was not sent',
    );
    return undefined;
  }
  return noteSent(register, notification, now);
}

async function mail(
  { sendMail }: NotificationParts,
  notification: Notification,
  signal: AbortSignal,
): Promise<void> {
  if (!sendMail) throw new NotSent('noMailServer');
  if (!notification.email) throw new NotSent('noAddress');
  await sendMail(notification.email, notification.event, signal);
}

async function webhook(
  { targets }: NotificationParts,
  { event, webhookSecret: secret }: Notification,
  url: string,
  signal: AbortSignal,
): Promise<void> {
  if (!secret) throw new NotSent('noSecret');
  await sendWebhook({ url, secret, targets }, event, signal);
}
