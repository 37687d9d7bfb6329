import { Webhook } from 'standardwebhooks';

const ANSWER_WITHIN_MS = 10_000;

/** Result of a delivery: `refused` when the receiver answered with another status than 2xx. */
export type Delivery = 'delivered' | 'refused' | 'unreachable';

/**
 * Sends one webhook, signed as Standard Webhooks says: `webhook-id`, `webhook-timestamp` (wall time, now) and
 * `webhook-signature` over id, timestamp and body. Times out after 10 s; never throws.
 */
export async function deliver(
  to: { readonly url: string; readonly secret: string },
  id: string,
  body: string,
): Promise<Delivery> {
  const now = new Date();
  try {
    const response = await fetch(to.url, {
      method: 'POST',
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'webhook-id': id,
        'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
        'webhook-signature': new Webhook(to.secret).sign(id, now, body),
      },
    });
    await response.arrayBuffer();
    return response.ok ? 'delivered' : 'refused';
  } catch {
    return 'unreachable';
  }
}
