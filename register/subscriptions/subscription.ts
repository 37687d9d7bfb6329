import type { AgencyId } from '../../domain/model/agency';
import type { KommunCode, StepId } from '../../domain/model/ids';
import type { Instant } from '../../domain/model/plain-date';
import type { StuckReason } from '../../domain/process/stuck/reason';

/** Reasons that are written ahead by day; technical trouble is counted separately. */
export type CountedReason = Exclude<StuckReason['kind'], 'technical'>;

/** What is counted, and the number of cases above which an event is sent. */
export type Condition =
  | {
      /** Cases with an open step. */
      readonly kind: 'waiting';
      readonly moreThan: number;
      readonly kommun?: KommunCode;
      readonly agency?: AgencyId;
      readonly step?: StepId;
      /** Open longer than this number of days. */
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
      /** Cases with technical trouble. */
      readonly kind: 'technical';
      readonly moreThan: number;
      readonly kommun?: KommunCode;
    };

/** A way to be notified. E-mail goes to the owner's own address. */
export type Channel =
  | { readonly kind: 'inbox' }
  | { readonly kind: 'email' }
  | { readonly kind: 'webhook'; readonly url: string };

/** `over`: more cases than the number; `under`: not. */
export type SubscriptionState = 'over' | 'under';

/** A change of the state: counts only, nothing about a person. */
export type SubscriptionEvent = {
  readonly subscriptionId: string;
  readonly name: string;
  readonly state: SubscriptionState;
  /** From 1, odd when `over`: the order of the events on every channel. */
  readonly sequence: number;
  readonly cases: number;
  readonly condition: Condition;
  readonly at: Instant;
};

/** Returns the key of an event: in the inbox, as `webhook-id`, as the e-mail's Message-ID. */
export function eventKey({ subscriptionId, sequence }: SubscriptionEvent): string {
  return `${subscriptionId}/${sequence}`;
}
