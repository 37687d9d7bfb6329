import type { PlanDigest } from './assessment';
import type { MessageId } from './ids';
import type { CaseMessage } from './message';
import type { StepRecords } from './step-record';

/**
 * How many message ids a case remembers: after Continue-As-New the server has forgotten them and would run a repeat
 * again.
 */
export const REMEMBERED_MESSAGES = 200;

/** A fact that an agency reported before the case could take it, with the case time at which it arrived. */
export type KeptFact = { readonly message: CaseMessage; readonly since: number };

/**
 * Everything a case remembers between runs: one plain JSON value. Deadlines are absolute, in epoch milliseconds.
 * `taken` holds the last message ids with the revision that each made.
 */
export type CaseState = {
  readonly revision: number;
  readonly records: StepRecords;
  readonly kept: readonly KeptFact[];
  readonly taken: readonly { readonly messageId: MessageId; readonly revision: number }[];
  /** What messages are judged by until the next run has planned; a start from the register's records has none. */
  readonly standing?: {
    readonly plan: PlanDigest;
    readonly projected: number;
    readonly unplanned: Readonly<Record<string, number>>;
  };
};
