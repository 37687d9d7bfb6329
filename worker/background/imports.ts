import type { BackgroundWork } from '../../activities/background';
import type { Register } from '../../register/database';
import { importsAtWork } from '../../register/imports/at-work';
import { checkNext } from '../../register/imports/checking/check-import';
import { ImportOpener, type OpenerParts } from './import-opener';

/** Pauses in milliseconds: with nothing to check, and after an error. */
const IDLE = 1_000;
const AFTER_ERROR = 5_000;

/**
 * Carries imports on, step by step: checks their rows, compares them, opens their households at the configured rate. All
 * progress is in the rows, so another worker can go on at any moment.
 */
export function importing(parts: OpenerParts): BackgroundWork {
  const opener = new ImportOpener(parts);
  return {
    name: 'imports',
    everyMs: IDLE,
    retryAfterMs: AFTER_ERROR,
    round: () => carryOn(parts.register, opener),
  };
}

/**
 * One short step of checking, of the oldest file that is not checked, and one household; returns the pause until the next.
 * A step of checking is followed by a pause as long as it took: the cases of the same process get at least half the time.
 */
async function carryOn(register: Register, opener: ImportOpener): Promise<number> {
  const files = await importsAtWork(register);
  const unchecked = files.find(({ state }) => state !== 'opening');
  const began = Date.now();
  if (unchecked) await checkNext(register, unchecked);
  const untilCheck = unchecked ? Date.now() - began : IDLE;
  const untilOpening = await opener.openNext(files.filter(({ state }) => state === 'opening'));
  return Math.min(untilCheck, untilOpening);
}
