import { ApplicationFailure, ApplicationFailureCategory } from '@temporalio/common';
import type { SystemAgency } from '../domain/model/agency';

/** How an agency answered when it did not do what it was asked. `code` is the agency's own, from its error body. */
export type FailedAnswer = {
  readonly agency: SystemAgency;
  readonly status: number;
  readonly code?: string;
  /** Header `Retry-After`: seconds, or an HTTP date. */
  readonly retryAfter?: string;
};

const REFUSED_FOR_GOOD = new Set([400, 404, 409, 410, 422]);
const KEY_REFUSED = new Set([401, 403]);
const BUSY = new Set([429, 503]);
const LONGEST_DELAY_SECONDS = 6 * 60 * 60;

/**
 * Returns the error to throw for an answer other than 2xx. Its message holds agency, status and code, nothing about a
 * person. Three kinds:
 * - refused for good (400, 404, 409, 410, 422): not retried, type `AgencyRefused`, message and detail are the code;
 * - busy with `Retry-After` (429, 503): retried after that time, six hours at most;
 * - everything else, also a refused key: retried by the agency's retry policy.
 */
export function failureOf(answer: FailedAnswer): Error {
  const { agency, status } = answer;
  const code = codeOf(answer);
  if (isRefusedForGood(answer)) return refusedForGood(agency, code);
  const seconds = BUSY.has(status) ? secondsOf(answer.retryAfter) : undefined;
  if (seconds !== undefined) {
    return ApplicationFailure.create({
      message: `${agency} is busy: ${code}`,
      type: 'AgencyBusy',
      nextRetryDelay: seconds * 1000,
    });
  }
  // An expired key concerns the installation, not the case. A refusal for good would give every open case a caseworker's
  // task; retried, the cases continue by themselves when the operator has replaced the key.
  if (KEY_REFUSED.has(status)) {
    return ApplicationFailure.create({
      message: `${agency} refuses the key (AGENCY_API_KEY): ${code}`,
      type: 'AgencyKeyRefused',
    });
  }
  return ApplicationFailure.create({ message: `${agency} failed: ${code}`, type: 'AgencyFailed' });
}

/** Returns the retryable error to throw when an agency did not answer, or not in the form of its contract. */
export function unanswered(agency: SystemAgency, why: string, cause?: unknown): Error {
  const reason = cause instanceof Error ? cause : undefined;
  return ApplicationFailure.create({ message: `${agency} ${why}`, type: 'AgencyUnanswered', cause: reason });
}

function refusedForGood(agency: SystemAgency, code: string): ApplicationFailure {
  return ApplicationFailure.create({
    message: code,
    type: 'AgencyRefused',
    nonRetryable: true,
    details: [{ agency, code }],
    category: ApplicationFailureCategory.BENIGN,
  });
}

/** A 404 without the agency's own code comes from something else at that address: a setting, not a refusal. */
function isRefusedForGood({ status, code }: FailedAnswer): boolean {
  return REFUSED_FOR_GOOD.has(status) && (status !== 404 || code !== undefined);
}

/** Only what looks like a code is passed on, with no long row of digits: an agency may put anything in its texts. */
function codeOf({ status, code }: FailedAnswer): string {
  const isCode = code && /^[A-Za-z][\w.-]{1,59}$/.test(code) && !/\d{6}/.test(code);
  return isCode ? code : `HTTP_${status}`;
}

function secondsOf(retryAfter: string | undefined): number | undefined {
  if (!retryAfter) return undefined;
  const seconds = /^\d+$/.test(retryAfter)
    ? Number(retryAfter)
    : Math.ceil((Date.parse(retryAfter) - Date.now()) / 1000);
  return Number.isNaN(seconds) ? undefined : Math.min(Math.max(seconds, 1), LONGEST_DELAY_SECONDS);
}
