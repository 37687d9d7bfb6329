import type { Transaction } from 'kysely';
import type { MessageId, StepId } from '../../domain/model/ids';
import type { Instant } from '../../domain/model/plain-date';
import type { StepRecords } from '../../domain/model/step-record';
import { withoutReopening } from '../../domain/process/planner/reopening';
import { recordsWithFields } from '../assessment/answers';
import type { Planner } from '../assessment/planner';
import type { CaseRow } from '../assessment/projection';
import { takeBack } from '../assessment/take-back';
import { datedFactsOf } from '../facts';
import type { RegisterSchema } from '../schema';
import { type Consequences, consequencesOf } from './consequences';
import { type Said, saidOf } from './said';

/** Context of a reopening: `records` contain it already. */
type Taking = { readonly planner: Planner; readonly records: StepRecords; readonly now: Instant };

/**
 * Undoes the effects of the answers to the reopened steps and returns the consequences for the ledger: of each step
 * the difference between the plan without the reopening and the plan with it.
 */
export async function takeReopening(
  trx: Transaction<RegisterSchema>,
  row: CaseRow,
  { id, steps }: { readonly id: MessageId; readonly steps: readonly StepId[] },
  taking: Taking,
): Promise<Consequences[]> {
  const known: Consequences[] = [];
  for (const stepId of steps) {
    const said = await saidOf(trx, row.caseId, stepId);
    const consequences = await foresee(trx, row, { id, stepId, said }, taking);
    if (consequences) known.push(consequences);
    await takeBack(trx, said, id);
  }
  return known;
}

async function foresee(
  trx: Transaction<RegisterSchema>,
  row: CaseRow,
  { id, stepId, said }: { readonly id: MessageId; readonly stepId: StepId; readonly said: readonly Said[] },
  { planner, records, now }: Taking,
): Promise<Consequences | undefined> {
  const facts = await datedFactsOf(trx, row.personId, row.householdId);
  const filled = await recordsWithFields(trx, row.caseId, records);
  const before = { facts, records: withoutReopening(filled, stepId, id), said, now, stepId, messageId: id };
  try {
    return consequencesOf(planner, before);
  } catch {
    // The assessment that this belongs to meets the same defect and shows it: the case still takes its message.
    return undefined;
  }
}
