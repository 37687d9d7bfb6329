import { baseOf } from '../../../domain/process/planner/recurrence';
import type { AgencyId } from '../../../domain/model/agency';
import { stepDefinition } from '../../../domain/process/steps/catalogue';
import type { Register } from '../../../register/database';
import type { AnswerItem } from '../../../register/message-body';
import { overtakeProposal } from '../../../register/proposals/decide';
import { propose, standingAbout } from '../../../register/proposals/propose';
import { type CaseView, caseIn } from '../../../register/reading/case';
import type { StoredResponse } from '../../../register/schema';
import { ProposalAnswer, proposalAnswer } from '../../answers/proposal';
import type { Answer } from '../../endpoint';
import { invalidParameter } from '../../parameters';
import { notFound, Problem } from '../../problem';
import type { Services } from '../../services';
import type { CompletionRequest } from '../completion-schema';
import { changeRegister } from '../own-change';
import { expectedRevision, presentTag } from '../revision';
import { proposedAnswers, refusedAhead } from './refused-ahead';

/**
 * Stores a completion as a proposal, which another person is to decide; `deciding` are those of its answers that need it.
 * Throws what the case would refuse it with, as far as the register knows, and 409 where another one stands.
 */
export async function proposeCompletion(
  request: CompletionRequest,
  deciding: readonly AnswerItem[],
  services: Services,
): Promise<Answer<never>> {
  const { caller, message, caseId, answers } = request;
  const agency = agencyOf(deciding);
  const change = { caller, message, caseId, kind: 'proposal' as const, body: { items: answers } };
  return changeRegister(change, services, async (trx) => {
    const view = await caseIn(trx, caseId);
    if (!view) throw notFound('case');
    expectedRevision(request.ifMatch, view);
    const problem = await refusedAhead(trx, caseId, answers);
    if (problem) throw problem;
    await requireNoneStanding(trx, view, answers);
    return keep(trx, request, view, agency);
  });
}

/** The agency whose colleagues decide. A coordinator reports on several agencies; each has its own rule. */
function agencyOf(deciding: readonly AnswerItem[]): AgencyId {
  const agencies = new Set(deciding.map(({ stepId }) => stepDefinition(baseOf(stepId))?.agency));
  const [agency] = agencies;
  if (agencies.size > 1 || !agency)
    throw invalidParameter('completions', 'hold decisions of several agencies; send them apart');
  return agency;
}

async function keep(
  trx: Register,
  { caller, message: { id }, caseId, answers }: CompletionRequest,
  { kommun, revision, steps }: CaseView,
  agency: AgencyId,
): Promise<StoredResponse> {
  const proposed = answers.map(({ stepId, outcome }) => {
    const filing = steps.find((step) => step.stepId === stepId)?.filing ?? 1;
    return { stepId, filing, outcome };
  });
  const about = { id, caseId, kommun, agency, proposedBy: caller.subject, revision };
  const kept = await propose(trx, { ...about, items: answers, steps: proposed });
  const headers = { Location: `/api/v1/proposals/${id}`, ETag: await presentTag(trx, caseId) };
  return { status: 202, headers, body: ProposalAnswer.parse(proposalAnswer(kept)) };
}

/** One at a time about a step. One that the case would now refuse is overtaken instead. */
async function requireNoneStanding(
  trx: Register,
  view: CaseView,
  answers: readonly AnswerItem[],
): Promise<void> {
  const stepIds = answers.map(({ stepId }) => stepId);
  for (const standing of await standingAbout(trx, view.caseId, stepIds)) {
    const refused = await refusedAhead(trx, view.caseId, await proposedAnswers(trx, standing));
    if (standing.state === 'approving' || !refused) {
      const detail = `${standing.proposedBy} has proposed ${standing.steps.map(({ outcome }) => outcome).join(', ')}.`;
      throw new Problem('already-proposed', detail, { proposalId: standing.id });
    }
    await overtakeProposal(trx, standing, null);
  }
}
