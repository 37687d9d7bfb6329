import { Webhook } from 'standardwebhooks';

const ANSWER_WITHIN_MS = 10_000;

/** How a delivery went: `refused` when the receiver answered otherwise than 2xx, `unreachable` when nobody answered. */
export type Delivery = 'delivered' | 'refused' | 'unreachable';

/**
 * Sends one webhook, signed as Standard Webhooks says: `webhook-id`, `webhook-timestamp` (wall time, now) and
 * `webhook-signature` over id, timestamp and body. Waits 10 s for the answer; never throws.
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
