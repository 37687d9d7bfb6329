/** SQLSTATE classes and codes of an unreachable or unavailable database. */
const AWAY_STATES = /^(08...|53...|57P0[1-5]|25P04|58...)$/;
const AWAY_ERRNOS = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EHOSTUNREACH',
  'EAI_AGAIN',
]);
/** Messages of `pg` without a code, when a connection breaks or none is obtained in time. */
const AWAY_MESSAGES =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Query read timeout)/;

/** Returns whether an error means that PostgreSQL cannot be reached, is starting, stopping or full. */
export function isDatabaseAway(error: unknown): boolean {
  const { code, message, errors } = Object(error) as { code?: unknown; message?: unknown; errors?: unknown };
  // A host name with several addresses fails with one error for each.
  if (Array.isArray(errors) && errors.some(isDatabaseAway)) return true;
  return (
    (typeof code === 'string' && (AWAY_STATES.test(code) || AWAY_ERRNOS.has(code))) ||
    (typeof message === 'string' && AWAY_MESSAGES.test(message))
  );
}
