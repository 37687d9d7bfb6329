import { latest } from '../../../domain/law/calendar';
import { stockholmDayAt } from '../../../domain/law/stockholm-day';
import type { CaseId } from '../../../domain/model/ids';
import { refusalOfMessage } from '../../../domain/process/judging/message-refusal';
import type { Register } from '../../../register/database';
import type { AnswerItem } from '../../../register/message-body';
import { type Proposal, proposedItems } from '../../../register/proposals/proposal';
import { readJudgedCases } from '../../../register/reading/judged-cases';
import { notFound, type Problem } from '../../problem';
import { itemMessage } from '../completion-schema';
import { refusalProblem } from '../refusal';

/**
 * The problem that the case would answer these answers with, as far as the register knows; `undefined` where it would
 * take them. The case itself judges once more when a proposal is approved.
 */
export async function refusedAhead(
  trx: Register,
  caseId: CaseId,
  answers: readonly AnswerItem[],
): Promise<Problem | undefined> {
  const steps = answers.map(({ stepId }) => stepId);
  const kase = (await readJudgedCases(trx, [caseId], { steps })).get(caseId);
  if (!kase) throw notFound('case');
  const message = { kind: 'completion' as const, items: answers.map(itemMessage) };
  const detail = refusalOfMessage(message, {
    digest: kase.digest,
    revision: kase.revision,
    // The case's own clock is never behind its last assessment, and may be ahead of the wall clock.
    today: latest(stockholmDayAt(Date.now()), kase.assessedOn),
    recordOf: (stepId) => kase.steps.find((step) => step.stepId === stepId)?.record,
    isBeingAnswered: () => false,
  });
  return detail && refusalProblem({ detail, view: kase, message });
}

/** The answers of a proposal, each with the filing that it was proposed on: it answers no later one. */
export async function proposedAnswers(trx: Register, { id, steps }: Proposal): Promise<AnswerItem[]> {
  const items = await proposedItems(trx, id);
  return items.map((item) => {
    const filing = steps.find(({ stepId }) => stepId === item.stepId)?.filing;
    return { ...item, ...(filing === undefined ? {} : { filing }) };
  });
}
