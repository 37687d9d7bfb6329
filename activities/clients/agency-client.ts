import type { Errand } from '../../domain/model/plan';
import type { Instant, PlainDate } from '../../domain/model/plain-date';
import type { FilingKey } from '../../domain/process/decisions/filing-reference';
import { baseOf } from '../../domain/process/planner/recurrence';
import type { HandOverPerson } from '../../register/hand-over/person';

/** A booking or an application to hand over; `now` is case time. */
export type HandOverRequest = {
  readonly key: FilingKey;
  readonly now: Instant;
  readonly person: HandOverPerson;
};

/** What an agency gave back: its own number, the day it registered ours, and its answer as it came. */
export type AgencyReceipt = { readonly reference: string; readonly on: PlainDate; readonly answer: unknown };

/**
 * One agency's system, the same for every agency. Each call is safe to repeat: the same key gives the same receipt.
 * Throws as `failureOf` and `unanswered` say; retries are Temporal's, never the client's own.
 */
export type AgencyClient = {
  /** Books or files what the step is about. */
  readonly handOver: (request: HandOverRequest) => Promise<AgencyReceipt>;
  /** Takes a filing back, also one that never arrived. */
  readonly retract: (key: FilingKey) => Promise<void>;
  /** Tells the agency something about a filing; `n` counts, of a reminder it is the week after the filing. */
  readonly sendErrand: (
    kind: Errand['kind'],
    key: FilingKey,
    n: number,
    now: Instant,
  ) => Promise<AgencyReceipt>;
};

/** What an agency calls each kind of errand, or where it takes it. */
export type ErrandWords = Readonly<Record<Errand['kind'], string>>;

/** Where an agency's system is, and the key that opens it. */
export type AgencyAddress = {
  readonly url: string;
  readonly apiKey: string;
  /** How long an answer may take, in milliseconds; 10 s when not said. */
  readonly answerWithinMs?: number;
};

/** The filing of a step, or of an occurrence of it, that a client knows; throws a TypeError (a defect) for another. */
export function knownStep<Route>(routes: Readonly<Record<string, Route>>, { stepId }: FilingKey): Route {
  const route = routes[baseOf(stepId)];
  if (!route) throw new TypeError(`this agency has no filing for the step ${stepId}`);
  return route;
}

/** Dossier number with its hyphen, `NN-NNNNNN`; without the card's serial that newer LMA cards add. */
export function hyphenated(dossiernummer: string | undefined): string | undefined {
  const digits = eightDigits(dossiernummer);
  return digits && `${digits.slice(0, 2)}-${digits.slice(2)}`;
}

/** Dossier number as eight digits. */
export function eightDigits(dossiernummer: string | undefined): string | undefined {
  return dossiernummer?.replaceAll(/\D/g, '').slice(0, 8);
}
