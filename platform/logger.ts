import { pino } from 'pino';
import type { Logger } from 'pino';

export type { Logger };

/** The process's logger: JSON lines on standard output, named after the part that writes. Never personal data. */
export function createLogger(name: string, level: string): Logger {
  return pino({ name, level, timestamp: pino.stdTimeFunctions.isoTime, base: undefined });
}

/**
 * What a log says about an error: the code of PostgreSQL or Node, the type of one of our own failures, else the error's
 * name. Never its text, which may quote what a person wrote.
 */
export function faultCode(fault: unknown): string {
  const { code, type, name } = Object(fault) as Readonly<Record<string, unknown>>;
  return [code, type, name].find((word) => typeof word === 'string') ?? typeof fault;
}
