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
import { toldOf } from './told';

/** Which filing of which step; `now` is case time. */
export type FilingInput = FilingKey & { readonly now: Instant };
export type ErrandInput = FilingInput & { readonly kind: Errand['kind']; readonly n: number };

export type AgencyActivities = ReturnType<typeof createAgencyActivities>;

/**
 * The activities of one agency: everything that is said to it, each under a key that makes saying it again harmless.
 * What it answered is stored in the register; only the receipt's id and day go back to the case. They fail with
 * `AgencyRefused` when the agency says no for good, and with any other error while it cannot be reached.
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
    /** Hands a filing over: a booking or an application, under `caseId/stepId/filing`, with what its agency may know. */
    async handOver(input: FilingInput): Promise<{ receiptId: string; on: PlainDate }> {
      const now = timeOfAttempt(input);
      const person = await handOverPerson(register, input.caseId, now);
      return watched(register, input, async () =>
        keep(input, await client.handOver({ key: input, now, person: toldOf(person, input.stepId) })),
      );
    },

    /** Takes a filing back. The agency accepts it also for a filing that it never got. */
    async retract(input: FilingInput): Promise<void> {
      await watched(register, input, () => client.retract(input));
      // Cancelled while it was failing, it has not told that it is over.
      await clearFailingHandOver(register, input.caseId, input.stepId);
    },

    /** Tells the agency something about a filing, under `caseId/stepId/filing/<kind>/<n>`. */
    async sendErrand(input: ErrandInput): Promise<void> {
      const { kind, n } = input;
      await watched(register, input, async () => {
        const receipt = await client.sendErrand(kind, input, n, timeOfAttempt(input));
        await keep({ ...input, errand: { kind, n } }, receipt);
      });
    },
  };
}

/** From this attempt on a failing one is noted for people to see; before it, trying again is what helps. */
const NOTED_FROM_ATTEMPT = 3;

/** Lets an attempt go through, and keeps in the register whether it, like those before it, has failed. */
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
 * Case time of this attempt, as the engine's clock shows it. An agency that was away for a month gets a filing with the
 * day on which it gets it: from that day its reminders and the kommun's dates count.
 */
function timeOfAttempt({ now }: FilingInput): Instant {
  const { currentAttemptScheduledTimestampMs: scheduled } = Context.current().info;
  return new Date(Math.max(scheduled, Date.parse(now))).toISOString() as Instant;
}
