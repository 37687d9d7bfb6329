import { createTransport } from 'nodemailer';
import { eventKey, type SubscriptionEvent } from '../../register/subscriptions/subscription';
import { NotSent } from './not-sent';
import { mailText } from './mail-text';

const WITHIN = 20_000;

/** Sends an event to an address. Throws `NotSent`. */
export type SendMail = (to: string, event: SubscriptionEvent, signal: AbortSignal) => Promise<void>;

/** How a mail server is spoken to. `baseUrl` is the API's own address, which the mails lead to. */
export type MailSettings = { readonly smtpUrl: string; readonly from: string; readonly baseUrl: string };

/**
 * Sends mails by a mail server. A mail that is sent again because nobody knows whether the first one arrived has the
 * same Message-ID, so that a mailbox may show it once.
 */
export function mailSender({ smtpUrl, from, baseUrl }: MailSettings): SendMail {
  const times = { connectionTimeout: WITHIN, greetingTimeout: WITHIN, socketTimeout: WITHIN };
  const transport = createTransport({ url: smtpUrl, ...times });
  const domain = new URL(baseUrl).hostname;
  return async function sendMail(to, event, signal) {
    const messageId = `<${eventKey(event).replace('/', '.')}@${domain}>`;
    const mail = { from, to, messageId, ...mailText(event, baseUrl) };
    const headers = { 'Auto-Submitted': 'auto-generated' };
    const within = AbortSignal.any([signal, AbortSignal.timeout(WITHIN)]);
    await transport.sendMail({ ...mail, headers, signal: within } as typeof mail).catch((error: unknown) => {
      const { responseCode, code } = Object(error) as { responseCode?: number; code?: string };
      if (within.aborted) throw new NotSent('timeout');
      throw new NotSent(responseCode ? `smtp${responseCode}` : (code ?? 'smtp'));
    });
  };
}
