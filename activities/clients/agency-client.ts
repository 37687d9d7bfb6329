import type { PermitGround } from '../../domain/model/facts';
import type { CaseId, KommunCode, StepId } from '../../domain/model/ids';
import type { Instant, PlainDate } from '../../domain/model/plain-date';

/** What a filing is called everywhere, in our register and at the agency. */
export type FilingKey = { readonly caseId: CaseId; readonly stepId: StepId; readonly filing: number };

/** What an agency may be told about the person. An agency that misses something it needs refuses the filing. */
export type PersonAtAgency = {
  readonly givenName: string;
  readonly familyName: string;
  readonly dossiernummer?: string;
  readonly bornOn?: PlainDate;
  readonly kommun?: KommunCode;
  readonly personnummer?: string;
  readonly dwelling?: 'fixed' | 'none';
  readonly arrivedOn?: PlainDate;
  readonly permitGround?: PermitGround;
};

/** A booking or an application to hand over; `now` is case time. */
export type HandOverRequest = {
  readonly key: FilingKey;
  readonly now: Instant;
  readonly person: PersonAtAgency;
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
  /** Reminds of a filing, so many weeks after it. */
  readonly remind: (key: FilingKey, week: number, now: Instant) => Promise<AgencyReceipt>;
  /** Passes on the newcomer's n-th answer to a request for completion. */
  readonly passCompletion: (key: FilingKey, n: number, now: Instant) => Promise<AgencyReceipt>;
  /** Demands a decision in writing (FL 2017:900 12 §). */
  readonly demandDecision: (key: FilingKey, n: number, now: Instant) => Promise<AgencyReceipt>;
};

/** Where an agency's system is, and the key that opens it. */
export type AgencyAddress = {
  readonly url: string;
  readonly apiKey: string;
  /** How long an answer may take, in milliseconds; 10 s when not said. */
  readonly answerWithinMs?: number;
};

/** The reference of a filing: `caseId/stepId/filing`. */
export function filingReference({ caseId, stepId, filing }: FilingKey): string {
  return `${caseId}/${stepId}/${filing}`;
}

/** The kinds of message about a filing. */
export type ErrandKind = 'reminder' | 'completion' | 'demand';

/** The reference of a message about a filing: `caseId/stepId/filing/<kind>/<n>`. */
export function errandReference(key: FilingKey, kind: ErrandKind, n: number): string {
  return `${filingReference(key)}/${kind}/${n}`;
}

/** The filing of a step that an agency's client knows; throws a TypeError (a defect) for any other step. */
export function knownStep<Route>(routes: Readonly<Record<string, Route>>, { stepId }: FilingKey): Route {
  const route = routes[stepId];
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
