import { Context } from '@temporalio/activity';
import type { Kysely } from 'kysely';
import type { SystemAgency } from '../domain/model/agency';
import type { Errand } from '../domain/model/plan';
import type { Instant, PlainDate } from '../domain/model/plain-date';
import type { FilingKey } from '../domain/process/filing-reference';
import { handOverPerson } from '../register/hand-over/person';
import { type ReceiptKey, storeReceipt } from '../register/hand-over/receipts';
import type { RegisterSchema } from '../register/schema';
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
      return keep(input, await client.handOver({ key: input, now, person: toldOf(person, input.stepId) }));
    },

    /** Takes a filing back. The agency accepts it also for a filing that it never got. */
    async retract(input: FilingInput): Promise<void> {
      await client.retract(input);
    },

    /** Tells the agency something about a filing, under `caseId/stepId/filing/<kind>/<n>`. */
    async sendErrand(input: ErrandInput): Promise<void> {
      const { kind, n } = input;
      const receipt = await client.sendErrand(kind, input, n, timeOfAttempt(input));
      await keep({ ...input, errand: { kind, n } }, receipt);
    },
  };
}

/**
 * Case time of this attempt, as the engine's clock shows it. An agency that was away for a month gets a filing with the
 * day on which it gets it: from that day its reminders and the kommun's dates count.
 */
function timeOfAttempt({ now }: FilingInput): Instant {
  const { currentAttemptScheduledTimestampMs: scheduled } = Context.current().info;
  return new Date(Math.max(scheduled, Date.parse(now))).toISOString() as Instant;
}
