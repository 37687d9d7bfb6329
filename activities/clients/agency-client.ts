import type { Errand } from '../../domain/model/plan';
import type { Instant, PlainDate } from '../../domain/model/plain-date';
import type { FilingKey } from '../../domain/process/filings/filing-reference';
import { baseOf } from '../../domain/process/planner/recurrence';
import type { HandOverPerson } from '../../register/hand-over/person';

/** A booking or an application to file; `now` is case time. */
export type HandOverRequest = {
  readonly key: FilingKey;
  readonly now: Instant;
  readonly person: HandOverPerson;
};

/** An agency's answer to a filing or an errand: its own number, the day it registered it, and the whole body. */
export type AgencyReceipt = { readonly reference: string; readonly on: PlainDate; readonly answer: unknown };

/**
 * A client of one agency's system; the interface is the same for every agency. Each call is idempotent: the same key
 * returns the same receipt. Throws the errors of `failureOf` and `unanswered`; retries are Temporal's, never the
 * client's own.
 */
export type AgencyClient = {
  /** Files the step: a booking or an application. */
  readonly handOver: (request: HandOverRequest) => Promise<AgencyReceipt>;
  /** Retracts a filing, also one that never arrived. */
  readonly retract: (key: FilingKey) => Promise<void>;
  /** Sends an errand about a filing; `n` numbers it within its kind, for a reminder it is the week after the filing. */
  readonly sendErrand: (
    kind: Errand['kind'],
    key: FilingKey,
    n: number,
    now: Instant,
  ) => Promise<AgencyReceipt>;
};

/** An agency's own word, or path, for each kind of errand. */
export type ErrandWords = Readonly<Record<Errand['kind'], string>>;

/** Base URL of an agency's system, and the API key that it accepts. */
export type AgencyAddress = {
  readonly url: string;
  readonly apiKey: string;
  /** Timeout of a request in ms; 10 s by default. */
  readonly answerWithinMs?: number;
};

/** Returns the entry for a step, or for an occurrence of it. Throws a TypeError (a defect) for an unknown step. */
export function knownStep<Route>(routes: Readonly<Record<string, Route>>, { stepId }: FilingKey): Route {
  const route = routes[baseOf(stepId)];
  if (!route) throw new TypeError(`this agency has no filing for the step ${stepId}`);
  return route;
}

/** Returns a dossier number with its hyphen, `NN-NNNNNN`, without the serial that newer LMA cards add. */
export function hyphenated(dossiernummer: string | undefined): string | undefined {
  const digits = eightDigits(dossiernummer);
  return digits && `${digits.slice(0, 2)}-${digits.slice(2)}`;
}

/** Returns a dossier number as eight digits, without the serial that newer LMA cards add. */
export function eightDigits(dossiernummer: string | undefined): string | undefined {
  return dossiernummer?.replaceAll(/\D/g, '').slice(0, 8);
}
