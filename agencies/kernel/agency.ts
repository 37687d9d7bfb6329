import type { Request, RequestHandler, Router } from 'express';
import type { Behaviour } from './behaviour';
import type { Day, Instant } from './calendar';
import type { AgencyState, Matter } from './dossiers';
import type { ErrandKind } from './reference';
import type { StateFile } from './state-file';
import type { Timetable } from './timetable';

/** A response to a sender, in the agency's own words. */
export type Reply = { readonly status: number; readonly body?: object };

/** The errors that a request can have. */
export type Trouble =
  'unauthorised' | 'malformed' | 'unknownMatter' | 'sameReference' | 'retracted' | 'refused';

/** A running number, six digits, and its year; each agency formats them in its own way. */
export type Registered = { readonly year: string; readonly number: string };

/** A new matter read from a request. `at` is the moment of sending by the sender's clock (case time). */
export type Filing = {
  readonly reference: string;
  readonly at: Instant;
  readonly type: string;
  /** Who and what: compared when the same reference is sent again. */
  readonly about: string;
  /** What identifies the person at this agency, mostly a dossier number. Draws depend on it. */
  readonly person: string;
  readonly content: Readonly<Record<string, unknown>>;
  readonly receipt: (registered: Registered) => object;
};

/** A message about a matter, under a reference of its own. */
export type Letter = {
  readonly reference: string;
  readonly at: Instant;
  readonly kind: ErrandKind;
  /** Returns the name of the answer that the message affects: a request that it completes, a decision that it hastens. */
  readonly answers?: (matter: Matter, behaviour: Behaviour) => string | undefined;
  readonly receipt: (registered: Registered, answers: string | undefined) => object;
};

/** Reads a request in the agency's own words; throws a ZodError when it cannot. */
type Reading<T> = (request: Request) => T;

/** Request handlers for all filings, messages and retractions of one agency; idempotent by the sender's reference. */
export type Desk = {
  readonly file: (read: Reading<Filing>) => RequestHandler;
  readonly write: (read: Reading<Letter>) => RequestHandler;
  readonly retract: (read: Reading<string>, reply: (reference: string) => Reply) => RequestHandler;
  /** Looks up many filings; leaves out those that the agency does not have, or is down for. */
  readonly look: (
    read: Reading<readonly string[]>,
    answer: (matters: readonly Matter[]) => object,
  ) => RequestHandler;
};

/**
 * An answer that the agency will send. `write` returns the body with an id; with `today` (demonstration speed) every day
 * in it is that day, otherwise the days are those of the plan.
 */
export type PlannedAnswer = {
  readonly name: string;
  readonly due: Instant;
  readonly write: (id: string, today: Day | undefined) => object;
};

/** What a matter's answers may depend on besides the matter itself. */
export type Circumstances = {
  readonly timetable: Timetable;
  readonly behaviour: Behaviour;
  readonly state: AgencyState;
};

/** What makes one agency different from the others. */
export type Agency = {
  readonly id: string;
  /** Whether some of its answers come later, by webhook. */
  readonly sendsWebhooks: boolean;
  readonly routes: (desk: Desk) => Router;
  readonly trouble: (trouble: Trouble, code: string) => Reply;
  /** Returns all answers that a matter gets by the present state, in order. Pure, except that it takes a personnummer. */
  readonly course: (matter: Matter, circumstances: Circumstances) => readonly PlannedAnswer[];
  /** Rewrites, in place, a state that an earlier release saved; does nothing to one of this release. */
  readonly upgrade?: (state: AgencyState) => void;
};

/** The settings of one simulator. */
export type SimulatorSettings = {
  readonly port: number;
  readonly seed: string;
  /** Folder for the state file; without it the state is in memory only. */
  readonly dataDir?: string;
  /** The API key that senders must send; without it any key is accepted. */
  readonly apiKey?: string;
  /** Real time in ms that one day of lead time lasts, for cases that no walk holds. */
  readonly demoSpeedMs?: number;
  readonly webhook?: { readonly url: string; readonly secret: string };
};

/** One running simulator. */
export type Simulation = {
  readonly agency: Agency;
  readonly settings: SimulatorSettings;
  readonly file: StateFile<AgencyState>;
};
