import { pino } from 'pino';
import type { Logger } from 'pino';

export type { Logger };

/** The process's logger: JSON lines on standard output, named after the part that writes. Never personal data. */
export function createLogger(name: string, level: string): Logger {
  return pino({ name, level, timestamp: pino.stdTimeFunctions.isoTime, base: undefined });
}
