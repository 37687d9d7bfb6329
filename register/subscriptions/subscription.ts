import type { AgencyId } from '../../domain/model/agency';
import type { KommunCode, StepId } from '../../domain/model/ids';
import type { Instant } from '../../domain/model/plain-date';
import type { StuckReason } from '../../domain/process/stuck/reason';

/** Reasons that are written ahead by day; technical trouble is counted by itself. */
export type CountedReason = Exclude<StuckReason['kind'], 'technical'>;

/** What is counted, and the number of cases above which it is told. */
export type Condition =
  | {
      /** Cases with an open step. */
      readonly kind: 'waiting';
      readonly moreThan: number;
      readonly kommun?: KommunCode;
      readonly agency?: AgencyId;
      readonly step?: StepId;
      /** Open longer than so many days. */
      readonly longerThanDays?: number;
    }
  | {
      /** Cases stuck today; `step` and `agency` are those of the root. */
      readonly kind: 'stuck';
      readonly moreThan: number;
      readonly kommun?: KommunCode;
      readonly agency?: AgencyId;
      readonly step?: StepId;
      readonly reason?: CountedReason;
    }
  | {
      /** Cases that do not get on for technical reasons. */
      readonly kind: 'technical';
      readonly moreThan: number;
      readonly kommun?: KommunCode;
    };

/** A way to be told. The address of an e-mail is the owner's own. */
export type Channel =
  | { readonly kind: 'inbox' }
  | { readonly kind: 'email' }
  | { readonly kind: 'webhook'; readonly url: string };

/** `over`: more cases than the number now; `under`: no longer, or not yet. */
export type SubscriptionState = 'over' | 'under';

/** A change of the state, as it is told: counts only, nothing of a person. */
export type SubscriptionEvent = {
  readonly subscriptionId: string;
  readonly name: string;
  readonly state: SubscriptionState;
  /** From 1, odd when over: the order of the events, whichever way they travel. */
  readonly sequence: number;
  readonly cases: number;
  readonly condition: Condition;
  readonly at: Instant;
};

/** Names an event everywhere: in the inbox, as `webhook-id`, as the e-mail's Message-ID. */
export function eventKey({ subscriptionId, sequence }: SubscriptionEvent): string {
  return `${subscriptionId}/${sequence}`;
}
