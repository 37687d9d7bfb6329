import type { CaseId } from '../domain/model/ids';
import type { Logger } from '../platform/logger';
import { casesPlannedByOthers, sendReplan } from '../register/assessment/older-rules';
import type { Register } from '../register/database';
import type { Turns } from '../register/turns';
import { startInTurn } from './in-turn';

/** What planning anew is made of; `version` is that of the present rules, a rate of 0 is never. */
export type ReplanParts = {
  readonly register: Register;
  readonly turns: Turns;
  readonly version: string;
  readonly casesPerSecond: number;
  readonly logger: Logger;
};

const BATCH = 20;
/** Between two passes over all cases: a case whose plan failed keeps its old version, and is not asked in vain. */
const BETWEEN_PASSES = 600_000;
const AFTER_FAULT = 5_000;

/** After a deploy tells every open case that older rules have planned to plan again, at a rate, each once a version. */
export function startReplanning(parts: ReplanParts): { stop: () => Promise<void> } {
  const { register, turns, version, casesPerSecond, logger } = parts;
  if (casesPerSecond <= 0) return { stop: () => Promise.resolve() };
  let after: CaseId | undefined;
  return startInTurn({
    turns,
    name: 'replanning',
    patience: AFTER_FAULT,
    async round() {
      const caseIds = await casesPlannedByOthers(register, version, after, BATCH);
      await sendReplan(register, version, caseIds);
      after = caseIds.length < BATCH ? undefined : caseIds.at(-1);
      return after === undefined ? BETWEEN_PASSES : (BATCH / casesPerSecond) * 1_000;
    },
    logger,
    trouble: 'cases cannot be planned anew',
  });
}
