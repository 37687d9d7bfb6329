import type { CaseId, MessageId, StepId } from '../../domain/model/ids';
import type { Register } from '../database';
import { addToInbox } from './inbox';

/** A request to remind the assignees of some steps of a case; `by` is the subject of the requester. */
export type Reminding = {
  readonly messageId: MessageId;
  readonly caseId: CaseId;
  readonly steps: readonly StepId[];
  readonly by: string;
};

/**
 * Reminds the assignees of these steps when a step waits for a caseworker; agencies' systems are reminded by errands.
 */
export async function remindAssignees(
  trx: Register,
  { messageId, caseId, steps, by }: Reminding,
): Promise<void> {
  const owned = await trx
    .selectFrom('case_steps')
    .select(['step_id as stepId', 'assignee'])
    .where('case_id', '=', caseId)
    .where('step_id', 'in', [...steps])
    .where('waiting_for', '=', 'caseworker')
    .where('assignee', 'is not', null)
    .execute();
  await addToInbox(
    trx,
    owned.flatMap(({ stepId, assignee: recipient }) =>
      recipient === null
        ? []
        : [
            {
              recipient,
              kind: 'reminder' as const,
              eventKey: `${messageId}/${stepId}`,
              caseId,
              stepId,
              content: { by },
            },
          ],
    ),
  );
}
