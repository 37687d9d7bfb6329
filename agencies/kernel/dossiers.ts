import type { BehaviourRule } from './behaviour';
import { dayOf, later, type Instant } from './calendar';
import type { ErrandKind, FilingKey } from './reference';

/** When something came in: by the sender's clock (case time) and by the wall clock (demonstration speed). */
export type Occasion = { readonly at: Instant; readonly wall: Instant };

/** A message about a matter: reminder, completion, demand for a decision. Answered once, repeated for ever. */
export type Errand = {
  readonly kind: ErrandKind;
  readonly came: Occasion;
  receipt: object;
  /** The answer it bears on: a request that it completes, a decision that it hastens. */
  readonly answers?: string;
};

/** An answer on its way out: body and id are fixed at the first try, so that every repeat is the same. */
export type Outgoing = {
  readonly id: string;
  readonly body: string;
  state: 'kept' | 'delivered' | 'lost';
  tries: number;
  /** Set when a reminder made the agency look again for what was lost. */
  notBefore?: Instant;
};

/** One filing as the agency keeps it. `content` is in the agency's own words. */
export type Matter = {
  readonly reference: string;
  readonly key: FilingKey;
  /** Kind of matter in the agency's words, for instance `sfi`. */
  readonly type: string;
  /** Who and what it is about; the same reference about something else is a mistake of the sender. */
  about?: string;
  /** Whom it is about, as this agency tells persons apart. */
  readonly person: string;
  readonly content: Readonly<Record<string, unknown>>;
  readonly came: Occasion;
  receipt: object;
  readonly errands: Record<string, Errand>;
  readonly outgoing: Record<string, Outgoing>;
  /** A personnummer that was taken for this matter. */
  personnummer?: string;
};

/** Everything one agency holds about one case. Its clock starts with the first filing and never goes back. */
export type Dossier = { readonly caseId: string; clock: Instant; readonly matters: Record<string, Matter> };

/** All of an agency's state: plain JSON. */
export type AgencyState = {
  dossiers: Record<string, Dossier>;
  /** Cases that a walk moves by hand, with what their draws depend on. */
  held: Record<string, { readonly seed: string; readonly index: number }>;
  /** References withdrawn, also such as never came. */
  retracted: Record<string, true>;
  /** Replaced, never changed in place. */
  behaviours: readonly BehaviourRule[];
  /** Running number of everything registered. */
  registered: number;
  /** Personnummer given out; outlives a reset, so that no number is given twice. */
  issued: string[];
};

/** The state of an agency that has not received anything. */
export function emptyState(): AgencyState {
  return { dossiers: {}, held: {}, retracted: {}, behaviours: [], registered: 0, issued: [] };
}

/** The dossier of a case with its clock moved to `at` at least; opened when this is the first of it. */
export function dossierAt(state: AgencyState, caseId: string, at: Instant): Dossier {
  const dossier = (state.dossiers[caseId] ??= { caseId, clock: at, matters: {} });
  dossier.clock = later(dossier.clock, at);
  return dossier;
}

/** The matter under a reference, if the agency has it. */
export function matterOf(state: AgencyState, key: FilingKey, reference: string): Matter | undefined {
  return state.dossiers[key.caseId]?.matters[reference];
}

/** The next registration number, six digits, and the year of a moment: the parts of the agencies' own numbers. */
export function nextNumber(state: AgencyState, at: Instant): { year: string; number: string } {
  state.registered += 1;
  return { year: dayOf(at).slice(0, 4), number: String(state.registered).padStart(6, '0') };
}
