import { z } from 'zod';
import type { Settings } from '../setting';
import { port, smtpUrl } from '../values';

/** What leaves the installation for people and their systems: mail and webhooks. */
export const OUTGOING_SETTINGS = {
  WEBHOOK_TARGETS: {
    value: z.enum(['public', 'private', 'any'], { error: 'must be public, private or any' }).optional(),
    text:
      'Where webhooks of subscriptions may go: `public` is https to the internet, `private` also to the ' +
      "installation's own network, `any` also http. Not set it is public, in `npm start` any.",
    readBy: ['worker', 'api'],
  },
  SMTP_URL: {
    value: smtpUrl.optional(),
    text: 'Mail server. When set, `npm start` starts no mail catcher; when not set, no mail is sent outside of `npm start`.',
    readBy: ['worker', 'api'],
    isSecret: true,
    example: 'smtps://user:password@smtp.example.se',
  },
  MAIL_FROM: {
    value: z.string().default('Etablering <no-reply@etablering.example>'),
    text: 'Sender of mails.',
    readBy: ['worker', 'api'],
  },
  MAIL_SMTP_PORT: {
    value: port.default(1025),
    text: 'Port at which the mail catcher takes mails.',
    readBy: ['mail'],
  },
  MAIL_UI_PORT: {
    value: port.default(8025),
    text: 'Port at which the mail catcher shows what it has taken.',
    readBy: ['mail'],
  },
} as const satisfies Settings;
