import { Webhook } from 'standardwebhooks';
import { z } from 'zod';
import { storable } from '../../../domain/model/text';
import { Problem } from '../../problem';

const header = z.string().min(1).max(2000);

/** The headers of Standard Webhooks. */
export const WebhookHeaders = z.object({
  'webhook-id': header.describe('One for each event, the same at every redelivery'),
  'webhook-timestamp': header.describe('Seconds since 1970; at most five minutes off'),
  'webhook-signature': header.describe('`v1,<base64>` over id, timestamp and body'),
});

/**
 * Returns the notice when its signature is valid; characters that PostgreSQL cannot store are replaced, so that the
 * report is stored. Throws 401 for an invalid signature, 400 when the body is not JSON.
 */
export function verifiedNotice(
  bytes: Buffer,
  headers: z.output<typeof WebhookHeaders>,
  secret: string | undefined,
): unknown {
  if (!secret) throw new Problem('bad-signature', 'No secret is set for this agency.');
  try {
    new Webhook(secret).verify(bytes, headers, { jsonParse: false });
  } catch {
    throw new Problem('bad-signature', 'The signature or the timestamp of the webhook does not hold.');
  }
  try {
    return JSON.parse(bytes.toString('utf8'), (_key, value: unknown) => storableValue(value));
  } catch {
    throw new Problem('invalid-request', 'The body is not JSON.');
  }
}

function storableValue(value: unknown): unknown {
  if (typeof value === 'string') return storable(value);
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [storable(name), part]));
}
