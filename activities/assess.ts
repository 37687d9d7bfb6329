import { Context } from '@temporalio/activity';
import type { Kysely } from 'kysely';
import type { Assessed } from '../domain/model/assessment';
import type { Planner } from '../register/assessment/planner';
import { projectAssessment, type Question } from '../register/assessment/project';
import type { RegisterSchema } from '../register/schema';

/** An attempt older than this may no longer write (ms): the engine may have given it to another worker. */
const LATEST = 4_000;

export type CaseActivities = ReturnType<typeof createCaseActivities>;

/** The case's own activities. `plan` is `planCase` with the installation's settings; tests pass one that throws. */
export function createCaseActivities(register: Kysely<RegisterSchema>, plan: Planner) {
  return {
    /**
     * Takes messages into the register, plans, and writes the projection and the ledger in one transaction. Safe to
     * run twice. Throws only when the database does not answer, or the attempt is older than four seconds.
     */
    async assess(input: Question): Promise<Assessed> {
      const { currentAttemptScheduledTimestampMs: scheduled } = Context.current().info;
      return projectAssessment(register, plan, input, () => {
        if (Date.now() - scheduled > LATEST) throw new Error('this attempt is too old to write');
      });
    },
  };
}
