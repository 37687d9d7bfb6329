import type { BackgroundWork } from '../../activities/background';
import type { CaseId } from '../../domain/model/ids';
import { casesPlannedByOthers, sendReplan } from '../../register/assessment/older-rules';
import type { Register } from '../../register/database';

const BATCH = 20;
/** Between two passes over all cases: a case whose plan failed keeps its old version, and is not asked in vain. */
const BETWEEN_PASSES = 600_000;
const AFTER_ERROR = 5_000;

/**
 * Asks every open case that was planned by other rules than `version` to plan again, at a rate, each once for each
 * version.
 */
export function replanning(register: Register, version: string, casesPerSecond: number): BackgroundWork {
  let after: CaseId | undefined;
  return {
    name: 'replanning',
    everyMs: BETWEEN_PASSES,
    retryAfterMs: AFTER_ERROR,
    async round() {
      const caseIds = await casesPlannedByOthers(register, version, after, BATCH);
      await sendReplan(register, version, caseIds);
      after = caseIds.length < BATCH ? undefined : caseIds.at(-1);
      return after === undefined ? BETWEEN_PASSES : (BATCH / casesPerSecond) * 1_000;
    },
  };
}
