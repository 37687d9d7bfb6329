import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { Webhook } from 'standardwebhooks';
import {
  agentFor,
  isPrivateAddress,
  targetFault,
  type WebhookTargets,
} from '../../platform/outgoing/webhook-target';
import { eventKey, type SubscriptionEvent } from '../../register/subscriptions/subscription';
import { NotSent } from './not-sent';

const ANSWER_WITHIN = 10_000;

/** Where a webhook goes, and what it is signed with. */
export type WebhookReceiver = {
  readonly url: string;
  readonly secret: string;
  readonly targets: WebhookTargets;
};

/**
 * Sends an event signed as Standard Webhooks says, under the event's own id. Follows no redirect and reads no body.
 * Throws `NotSent` with the answer's status, or with why there was none within 10 seconds.
 */
export async function sendWebhook(
  { url, secret, targets }: WebhookReceiver,
  event: SubscriptionEvent,
  signal: AbortSignal,
): Promise<void> {
  // What the installation allows may have become less since the subscription was made.
  if (targetFault(url, targets)) throw new NotSent('notAllowedTarget');
  const at = new Date();
  const id = eventKey(event);
  const body = JSON.stringify({ type: `subscription.${event.state}`, timestamp: event.at, data: event });
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'content-length': String(Buffer.byteLength(body)),
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': new Webhook(secret).sign(id, at, body),
  };
  const within = AbortSignal.any([signal, AbortSignal.timeout(ANSWER_WITHIN)]);
  const { statusCode = 0 } = await post(new URL(url), { headers, body, within, targets });
  if (statusCode < 200 || statusCode > 299) throw new NotSent(`http${statusCode}`);
}

type Post = {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly within: AbortSignal;
  readonly targets: WebhookTargets;
};

async function post(url: URL, { headers, body, within, targets }: Post): Promise<IncomingMessage> {
  const request = url.protocol === 'https:' ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    const options = { method: 'POST', headers, signal: within, agent: agentFor(url.href, targets) };
    const sent = request(url, options, (answer) => {
      answer.destroy();
      resolve(answer);
    });
    sent.on('error', (error: Error & { code?: string }) => {
      reject(new NotSent(within.aborted ? 'timeout' : codeOf(error)));
    });
    sent.end(body);
  });
}

function codeOf(error: Error & { code?: string }): string {
  return isPrivateAddress(error) ? 'privateAddress' : (error.code ?? error.name);
}
