import type { Request, RequestHandler, Router } from 'express';
import type { Behaviour } from './behaviour';
import type { Day, Instant } from './calendar';
import type { AgencyState, Matter } from './dossiers';
import type { ErrandKind } from './reference';
import type { StateFile } from './state-file';
import type { Timetable } from './timetable';

/** What goes back to a sender, in the agency's own words. */
export type Reply = { readonly status: number; readonly body?: object };

/** What can be wrong with what a sender sends. */
export type Trouble =
  'unauthorised' | 'malformed' | 'unknownMatter' | 'sameReference' | 'retracted' | 'refused';

/** A registration number, six digits, and its year: each agency writes them its own way. */
export type Registered = { readonly year: string; readonly number: string };

/** A new matter as an agency read it from a request. `at` is the moment the sender says it was sent. */
export type Filing = {
  readonly reference: string;
  readonly at: Instant;
  readonly type: string;
  /** Who and what: compared when the reference comes again. */
  readonly about: string;
  /** Whom it is about, as this agency tells persons apart: mostly a dossier number. Draws depend on it. */
  readonly person: string;
  readonly content: Readonly<Record<string, unknown>>;
  readonly receipt: (registered: Registered) => object;
};

/** A message about a matter, under a reference of its own. */
export type Letter = {
  readonly reference: string;
  readonly at: Instant;
  readonly kind: ErrandKind;
  /** The answer that the message bears on: a request that it completes, a decision that it hastens. */
  readonly answers?: (matter: Matter, behaviour: Behaviour) => string | undefined;
  readonly receipt: (registered: Registered, answers: string | undefined) => object;
};

/** Reads a request in the agency's own words; throws a ZodError when it cannot. */
type Reading<T> = (request: Request) => T;

/** Where all filings, messages and withdrawals of one agency come in: idempotent by the sender's reference. */
export type Desk = {
  readonly file: (read: Reading<Filing>) => RequestHandler;
  readonly write: (read: Reading<Letter>) => RequestHandler;
  readonly retract: (read: Reading<string>, reply: (reference: string) => Reply) => RequestHandler;
  /** Looks many filings up; leaves out those that the agency does not have, or is down for. */
  readonly look: (
    read: Reading<readonly string[]>,
    tell: (matters: readonly Matter[]) => object,
  ) => RequestHandler;
};

/**
 * An answer that the agency will send. `write` gives the body under an id; with `today` (demonstration speed) every
 * day in it is that day, otherwise the days are those of the plan.
 */
export type PlannedAnswer = {
  readonly name: string;
  readonly due: Instant;
  readonly write: (id: string, today: Day | undefined) => object;
};

/** What a matter's course may depend on besides the matter itself. */
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
  /** All answers that a matter gets as things stand now, in order; a pure function but for a personnummer taken. */
  readonly course: (matter: Matter, circumstances: Circumstances) => readonly PlannedAnswer[];
  /** Rewrites, in place, a state that an earlier release saved; does nothing to one of this release. */
  readonly upgrade?: (state: AgencyState) => void;
};

/** How one simulator is set up. */
export type SimulatorSettings = {
  readonly port: number;
  readonly seed: string;
  /** Folder for the state file; without it the state is in memory only. */
  readonly dataDir?: string;
  /** The key that senders must show; without it any key will do. */
  readonly apiKey?: string;
  /** Milliseconds of real time that one day of lead time lasts, for cases that no walk holds. */
  readonly demoSpeedMs?: number;
  readonly webhook?: { readonly url: string; readonly secret: string };
};

/** One simulator at work. */
export type Simulation = {
  readonly agency: Agency;
  readonly settings: SimulatorSettings;
  readonly file: StateFile<AgencyState>;
};
