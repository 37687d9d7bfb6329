import { ApplicationFailure, Context } from '@temporalio/activity';
import type { Kysely } from 'kysely';
import type { SystemAgency } from '../domain/model/agency';
import type { Errand } from '../domain/model/plan';
import type { Instant, PlainDate } from '../domain/model/plain-date';
import type { FilingKey } from '../domain/process/filings/filing-reference';
import { faultCode } from '../platform/logger';
import { handOverPerson } from '../register/hand-over/person';
import { type ReceiptKey, storeReceipt } from '../register/hand-over/receipts';
import type { RegisterSchema } from '../register/schema';
import { clearFailingHandOver, noteFailingHandOver } from '../register/stuck/trouble';
import type { AgencyClient, AgencyReceipt } from './clients/agency-client';
import { visiblePerson } from './visible-person';

/** Which filing of which step; `now` is case time. */
export type FilingInput = FilingKey & { readonly now: Instant };
export type ErrandInput = FilingInput & { readonly kind: Errand['kind']; readonly n: number };

export type AgencyActivities = ReturnType<typeof createAgencyActivities>;

/**
 * Returns the activities of one agency: every request to it, each under a key that makes a repeat harmless. The agency's
 * answer is stored in the register; only the receipt's id and day are returned to the case. They throw `AgencyRefused`
 * when the agency refuses for good, and a retryable error while it cannot be reached.
 */
export function createAgencyActivities(
  register: Kysely<RegisterSchema>,
  agency: SystemAgency,
  client: AgencyClient,
) {
  async function keep(key: ReceiptKey, receipt: AgencyReceipt) {
    return storeReceipt(register, agency, key, receipt);
  }

  return {
    /** Files a booking or an application under `caseId/stepId/filing`, with what its agency may see of the person. */
    async handOver(input: FilingInput): Promise<{ receiptId: string; on: PlainDate }> {
      const now = timeOfAttempt(input);
      const person = await handOverPerson(register, input.caseId, now);
      return watched(register, input, async () =>
        keep(input, await client.handOver({ key: input, now, person: visiblePerson(person, input.stepId) })),
      );
    },

    /** Retracts a filing. The agency accepts it also for a filing that it never received. */
    async retract(input: FilingInput): Promise<void> {
      await watched(register, input, () => client.retract(input));
      // A hand-over that was cancelled while it failed has not cleared its note.
      await clearFailingHandOver(register, input.caseId, input.stepId);
    },

    /** Sends a reminder, a completion or a demand about a filing, under `caseId/stepId/filing/<kind>/<n>`. */
    async sendErrand(input: ErrandInput): Promise<void> {
      const { kind, n } = input;
      await watched(register, input, async () => {
        const receipt = await client.sendErrand(kind, input, n, timeOfAttempt(input));
        await keep({ ...input, errand: { kind, n } }, receipt);
      });
    },
  };
}

/** From this attempt on a failing hand-over is noted for people to see; before it, a retry is what helps. */
const NOTED_FROM_ATTEMPT = 3;

/** Runs an attempt and records in the register whether it, like those before it, has failed. Rethrows its failure. */
async function watched<T>(
  register: Kysely<RegisterSchema>,
  { caseId, stepId }: FilingInput,
  attempt: () => Promise<T>,
): Promise<T> {
  const { attempt: attempts } = Context.current().info;
  try {
    const answer = await attempt();
    if (attempts >= NOTED_FROM_ATTEMPT) await clearFailingHandOver(register, caseId, stepId);
    return answer;
  } catch (failure) {
    const isFinal = failure instanceof ApplicationFailure && failure.nonRetryable === true;
    const code = faultCode(failure);
    if (isFinal) await clearFailingHandOver(register, caseId, stepId);
    else if (attempts >= NOTED_FROM_ATTEMPT)
      await noteFailingHandOver(register, { caseId, stepId, since: new Date(), attempts, code });
    throw failure;
  }
}

/**
 * Case time of this attempt, by the engine's clock. An agency that was down for a month receives a filing dated on the
 * day it arrives: reminders and the kommun's dates count from that day.
 */
function timeOfAttempt({ now }: FilingInput): Instant {
  const { currentAttemptScheduledTimestampMs: scheduled } = Context.current().info;
  return new Date(Math.max(scheduled, Date.parse(now))).toISOString() as Instant;
}
