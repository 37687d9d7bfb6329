import { faultCode, type Logger } from '../../platform/logger';
import type { WebhookTargets } from '../../platform/outgoing/webhook-target';
import type { Register } from '../../register/database';
import {
  type Delivery,
  deliverToInbox,
  noteDelivered,
  noteFailed,
  takeDeliveries,
} from '../../register/subscriptions/deliveries';
import { startRounds } from '../in-turn';
import type { SendMail } from './mail';
import { NotDelivered } from './not-delivered';
import { sendWebhook } from './webhook';

/** What delivering is made of; without `sendMail` e-mails wait for a mail server. */
export type DeliveryParts = {
  readonly register: Register;
  readonly sendMail?: SendMail;
  readonly targets: WebhookTargets;
  readonly everyMs: number;
  readonly logger: Logger;
};

/** Sent at a time: one receiver that does not answer holds up no more than the others of its round. */
const TOGETHER = 20;

/** Delivers what subscriptions have to tell, until `stop` is called. Every worker takes a share: none takes another's. */
export function startDelivery(parts: DeliveryParts): { stop: () => Promise<void> } {
  const { everyMs, logger } = parts;
  return startRounds({
    round: async (signal) => ((await deliverRound(parts, signal)) < TOGETHER ? everyMs : 0),
    logger,
    trouble: 'deliveries cannot be made',
    patience: everyMs,
  });
}

/**
 * One round: takes what is due and tries each. Gives how many it took. What was sent and could not be noted as sent is
 * sent again under the same id; the inbox has each event once.
 */
export async function deliverRound(
  parts: DeliveryParts,
  signal: AbortSignal,
  now = new Date(),
): Promise<number> {
  const due = await takeDeliveries(parts.register, now, TOGETHER);
  const attempts = due.map((delivery) => attempt(parts, delivery, signal, now));
  // One that cannot be noted is tried again after its rest; the others of the round go on.
  const faults = (await Promise.allSettled(attempts)).filter(({ status }) => status === 'rejected');
  if (faults.length > 0) parts.logger.warn({ faults: faults.length }, 'deliveries could not be noted');
  return due.length;
}

async function attempt(
  parts: DeliveryParts,
  delivery: Delivery,
  signal: AbortSignal,
  now: Date,
): Promise<void> {
  const { register, logger } = parts;
  const { channel } = delivery;
  if (channel.kind === 'inbox') return deliverToInbox(register, delivery, now);
  try {
    if (channel.kind === 'email') await mail(parts, delivery, signal);
    else await webhook(parts, delivery, channel.url, signal);
  } catch (fault) {
    // Being stopped says nothing of the receiver.
    if (signal.aborted) return undefined;
    const code = fault instanceof NotDelivered ? fault.code : faultCode(fault);
    const state = await noteFailed(register, delivery, code, now);
    logger.warn({ channel: channel.kind, code, attempts: delivery.attempts, state }, 'not delivered');
    return undefined;
  }
  return noteDelivered(register, delivery, now);
}

async function mail({ sendMail }: DeliveryParts, delivery: Delivery, signal: AbortSignal): Promise<void> {
  if (!sendMail) throw new NotDelivered('noMailServer');
  if (!delivery.email) throw new NotDelivered('noAddress');
  await sendMail(delivery.email, delivery.event, signal);
}

async function webhook(
  { targets }: DeliveryParts,
  { event, webhookSecret: secret }: Delivery,
  url: string,
  signal: AbortSignal,
): Promise<void> {
  if (!secret) throw new NotDelivered('noSecret');
  await sendWebhook({ url, secret, targets }, event, signal);
}
