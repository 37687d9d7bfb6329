import type { CaseId } from '../../domain/model/ids';
import { stepDefinition } from '../../domain/process/steps/catalogue';
import type { Register } from '../../register/database';
import { isHeldByAnother } from '../../register/identifiers';
import type { AnswerItem } from '../../register/message-body';
import { Problem } from '../problem';

/** Throws 409 when an answer gives the person a personnummer that somebody else holds: the wrong one was picked. */
export async function refuseHeldNumbers(
  register: Register,
  caseId: CaseId,
  answers: readonly AnswerItem[],
): Promise<void> {
  for (const { stepId, outcome, fields } of answers) {
    const defined = Object.entries(stepDefinition(stepId)?.outcomes[outcome]?.fields ?? {});
    for (const [name, { type }] of defined) {
      const value = fields[name];
      if (type !== 'personnummer' || value === undefined) continue;
      if (!(await isHeldByAnother(register, caseId, value))) continue;
      throw new Problem('identifier-in-use', 'Another person holds the personnummer; nothing was recorded.', {
        stepId,
        invalidParameters: [{ name, reason: 'is held by another person' }],
      });
    }
  }
}
