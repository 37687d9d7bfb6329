import type { Logger } from '../../platform/logger';
import { moveWork } from '../../register/absences/move-work';
import type { Register } from '../../register/database';
import type { Turns } from '../../register/turns';
import { startInTurn } from '../in-turn';

/**
 * How soon what begins or ends today is found, in milliseconds: somebody who reports sick waits for it. A look is one
 * query of a short index; midnight in Sweden is found the same way, however long the day before was.
 */
const LOOK_EVERY = 2_000;

/** Moves the work of those who are away to their substitutes and back, until `stop` is called. One worker at a time. */
export function startAbsences(
  register: Register,
  turns: Turns,
  logger: Logger,
): { stop: () => Promise<void> } {
  return startInTurn({
    turns,
    name: 'absences',
    patience: LOOK_EVERY,
    async round() {
      await moveWork(register, new Date());
      return LOOK_EVERY;
    },
    logger,
    trouble: 'the work of those who are away waits for the next round',
  });
}
