import type { BehaviourRule } from './behaviour';
import { dayOf, later, type Instant } from './calendar';
import type { ErrandKind, FilingKey } from './reference';

/** When something was received: by the sender's clock (case time) and by the wall clock (demonstration speed). */
export type Occasion = { readonly at: Instant; readonly wall: Instant };

/** A message about a matter: reminder, completion, demand for a decision. Its receipt is returned at every repeat. */
export type Errand = {
  readonly kind: ErrandKind;
  readonly came: Occasion;
  receipt: object;
  /** Name of the answer it affects: a request that it completes, a decision that it hastens. */
  readonly answers?: string;
};

/** An answer being sent: body and id are fixed at the first attempt, so that every retry is the same. */
export type Outgoing = {
  readonly id: string;
  readonly body: string;
  state: 'kept' | 'delivered' | 'lost';
  tries: number;
  /** Set when a reminder made the agency find that this answer was lost. */
  notBefore?: Instant;
};

/** One filing as the agency keeps it. `content` is in the agency's own words. */
export type Matter = {
  readonly reference: string;
  readonly key: FilingKey;
  /** Kind of matter in the agency's words, for instance `sfi`. */
  readonly type: string;
  /** Who and what it is about; a sender may not use its reference for anything else. */
  about?: string;
  /** What identifies the person at this agency. */
  readonly person: string;
  readonly content: Readonly<Record<string, unknown>>;
  readonly came: Occasion;
  receipt: object;
  readonly errands: Record<string, Errand>;
  readonly outgoing: Record<string, Outgoing>;
  /** The personnummer that was issued in this matter. */
  personnummer?: string;
};

/** Everything one agency holds about one case. Its clock starts with the first filing and never goes back. */
export type Dossier = { readonly caseId: string; clock: Instant; readonly matters: Record<string, Matter> };

/** All of an agency's state: plain JSON. */
export type AgencyState = {
  dossiers: Record<string, Dossier>;
  /** Cases whose clocks a walk moves, with what their draws depend on. */
  held: Record<string, { readonly seed: string; readonly index: number }>;
  /** Retracted references, also of filings that never arrived. */
  retracted: Record<string, true>;
  /** Replaced, never changed in place. */
  behaviours: readonly BehaviourRule[];
  /** Running number of everything registered. */
  registered: number;
  /** Issued personnummer; kept at a reset, so that no number is issued twice. */
  issued: string[];
};

/** Returns the state of an agency that has not received anything. */
export function emptyState(): AgencyState {
  return { dossiers: {}, held: {}, retracted: {}, behaviours: [], registered: 0, issued: [] };
}

/** Returns the dossier of a case with its clock at `at` or later; opens it when the case has none. */
export function dossierAt(state: AgencyState, caseId: string, at: Instant): Dossier {
  const dossier = (state.dossiers[caseId] ??= { caseId, clock: at, matters: {} });
  dossier.clock = later(dossier.clock, at);
  return dossier;
}

/** Returns the matter with a reference, or undefined. */
export function matterOf(state: AgencyState, key: FilingKey, reference: string): Matter | undefined {
  return state.dossiers[key.caseId]?.matters[reference];
}

/** Returns the next running number, six digits, and the year of a moment: the parts of an agency's own number. */
export function nextNumber(state: AgencyState, at: Instant): { year: string; number: string } {
  state.registered += 1;
  return { year: dayOf(at).slice(0, 4), number: String(state.registered).padStart(6, '0') };
}
