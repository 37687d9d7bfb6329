import type { Client } from '@temporalio/client';
import type { BackgroundWork } from '../../activities/background';
import { createRegistrationsClient } from '../../activities/clients/skatteverket-registrations';
import { startCase } from '../../engine/case-client';
import type { ConfigOf } from '../../platform/config/config';
import type { Logger } from '../../platform/logger';
import { moveWork } from '../../register/absences/move-work';
import type { Planner } from '../../register/assessment/planner';
import { forgetPreviews } from '../../register/bulk/change';
import type { Register } from '../../register/database';
import { sweepImports } from '../../register/imports/retention';
import { forgetNotifications } from '../../register/subscriptions/notifications';
import { mailSender } from '../notifications/mail';
import { type NotificationParts, SENT_TOGETHER, sendNotifications } from '../notifications/send';
import { noteFailingTasks, noteMissingWorkflows } from './engine-watch';
import { importing } from './imports';
import { startLostBulkActions } from './lost-bulk-actions';
import { polling } from './polling';
import { replanning } from './replan';
import { countSubscriptions } from './subscriptions';

/** What background work is made of. */
export type AllWorkParts = {
  readonly config: ConfigOf<'worker'>;
  readonly agencyApiKey: string;
  readonly smtpUrl?: string;
  readonly register: Register;
  readonly planner: Planner;
  readonly client: Client;
  readonly logger: Logger;
};

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const LOST_BULK_ACTIONS_EVERY = 10_000;
const NOTIFICATIONS_EVERY = 2_000;
/** Somebody who reports sick waits for it. A round is one query of a short index. */
const ABSENCES_EVERY = 2_000;
/** How long the engine may take to start an imported case before the relay is left to do it, in milliseconds. */
const START_WITHIN = 2_000;
/** How long previews that nobody started, and settled notifications, are kept. */
const KEPT = 30 * DAY;

/** All background work of an installation, by its configuration. What is set to "never" is left out. */
export function allWork(parts: AllWorkParts): BackgroundWork[] {
  return [...agencyAndCaseWork(parts), ...engineWork(parts), ...officeWork(parts), ...sweeps(parts)];
}

function agencyAndCaseWork({ config, agencyApiKey, register, planner, client, logger }: AllWorkParts) {
  const { registrationsAskedEvery: everyMs, replannedPerSecond, agencies, answering } = config;
  const work = [
    importing({
      register,
      planner,
      start: (caseId) => client.withDeadline(Date.now() + START_WITHIN, () => startCase(client, caseId)),
      casesPerSecond: config.imports.casesPerSecond,
      logger,
    }),
  ];
  // Where caseworkers record the decision, Skatteverket's system does not know it.
  if (everyMs > 0 && answering.personnummer?.answeredBy !== 'caseworker') {
    const ask = createRegistrationsClient({ url: agencies.urls.skatteverket, apiKey: agencyApiKey });
    work.push(polling({ register, ask, everyMs }));
  }
  if (replannedPerSecond > 0) work.push(replanning(register, planner.version ?? '', replannedPerSecond));
  return work;
}

function engineWork({ config: { engineWatchedEvery }, register, client }: AllWorkParts): BackgroundWork[] {
  return [
    {
      name: 'failing workflow tasks',
      everyMs: engineWatchedEvery,
      round: (signal) => client.withAbortSignal(signal, () => noteFailingTasks(register, client)),
    },
    {
      name: 'missing workflows',
      everyMs: DAY,
      retryAfterMs: engineWatchedEvery,
      round: (signal) => client.withAbortSignal(signal, () => noteMissingWorkflows(register, client)),
    },
    {
      name: 'lost bulk actions',
      everyMs: LOST_BULK_ACTIONS_EVERY,
      round: (signal) => startLostBulkActions(register, client, signal),
    },
  ];
}

function officeWork({ config, smtpUrl, register, logger }: AllWorkParts): BackgroundWork[] {
  const { subscriptionsLookedAtEvery, mail, webhookTargets, api } = config;
  const sending: NotificationParts = {
    register,
    ...(smtpUrl && { sendMail: mailSender({ smtpUrl, from: mail.from, baseUrl: api.publicUrl }) }),
    targets: webhookTargets ?? 'public',
    logger,
  };
  return [
    {
      name: 'subscriptions',
      everyMs: subscriptionsLookedAtEvery,
      round: (signal) => countSubscriptions({ register, logger }, signal),
    },
    {
      name: 'notifications',
      everyMs: NOTIFICATIONS_EVERY,
      round: async (signal) =>
        (await sendNotifications(sending, signal)) < SENT_TOGETHER ? NOTIFICATIONS_EVERY : 0,
    },
    { name: 'absences', everyMs: ABSENCES_EVERY, round: () => moveWork(register, new Date()) },
  ];
}

/** What is kept for a time only is removed once an hour. */
function sweeps({ config, register }: AllWorkParts): BackgroundWork[] {
  const longAgo = () => new Date(Date.now() - KEPT);
  const hourly = (name: string, round: () => Promise<void>): BackgroundWork => {
    return { name, everyMs: HOUR, retryAfterMs: MINUTE, round };
  };
  return [
    hourly('old imports', () => sweepImports(register, config.imports.keepDays)),
    hourly('old previews', () => forgetPreviews(register, longAgo())),
    hourly('old notifications', () => forgetNotifications(register, longAgo())),
  ];
}
