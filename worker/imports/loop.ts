import type { Register } from '../../register/database';
import { importsAtWork } from '../../register/imports/at-work';
import { checkNext } from '../../register/imports/checking/check-import';
import { sweepImports } from '../../register/imports/retention';
import type { Turns } from '../../register/turns';
import { startInTurn } from '../in-turn';
import { ImportOpener, type OpenerParts } from './opener';

/** What carrying imports is made of; `keepDays` is how long their rows are kept. */
export type ImportParts = OpenerParts & { readonly turns: Turns; readonly keepDays: number };

/** Pauses in milliseconds: with nothing to check, after a fault, between two sweeps. */
const IDLE = 1_000;
const AFTER_FAULT = 5_000;
const BETWEEN_SWEEPS = 3_600_000;

/**
 * Carries imports on, step by step, until `stop` is called: checks their rows, compares them, opens their households at
 * the configured rate. One worker of an installation does; when it is gone another takes its place, and finds everything
 * in the rows. A fault ends the round, and the next one goes on.
 */
export function startImports(parts: ImportParts): { stop: () => Promise<void> } {
  const { register, turns, keepDays, logger } = parts;
  const opener = new ImportOpener(parts);
  let sweptAt = 0;
  return startInTurn({
    turns,
    name: 'imports',
    patience: AFTER_FAULT,
    async round() {
      if (Date.now() - sweptAt > BETWEEN_SWEEPS) {
        await sweepImports(register, keepDays);
        sweptAt = Date.now();
      }
      return carryOn(register, opener);
    },
    logger,
    trouble: 'imports cannot be carried on',
  });
}

/**
 * One short step of checking, of the oldest file that is not checked, and one household; gives how long to rest. A step of
 * checking is followed by a rest as long as it took: the cases of the same process get at least half of the time.
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
