import { z } from 'zod';
import { needsSecondPerson } from '../../domain/process/judging/second-approval';
import type { AnswerItem } from '../../register/message-body';
import type { CaseAnswer } from '../answers/case';
import { ProposalAnswer } from '../answers/proposal';
import type { Answer } from '../endpoint';
import { AcceptedAnswer, MESSAGE_PROBLEMS, sendMessage } from './send-message';
import type { Services } from '../services';
import { type CompletionRequest, itemMessage } from './completion-schema';
import { refuseHeldNumbers } from './held-numbers';
import { proposeCompletion } from './proposals/propose';

/** The other results of a completion. */
export const COMPLETION_RESULTS = {
  202: {
    description: 'Stored, and taken as soon as the case can; or proposed, and decided by a second person',
    schema: z.union([AcceptedAnswer, ProposalAnswer]),
  },
} as const;

/** The problems of everything that records an outcome. */
export const COMPLETION_PROBLEMS = [
  ...MESSAGE_PROBLEMS,
  'blocked',
  'being-answered',
  'not-allowed-now',
  'after-case-time',
  'served-before-decided',
  'identifier-in-use',
] as const;

/** Records what has happened in steps; where an outcome of theirs needs a second person, all of it is proposed instead. */
export async function completeSteps(
  request: CompletionRequest,
  services: Services,
): Promise<Answer<CaseAnswer>> {
  const { answers, ifMatch, ...identity } = request;
  await refuseHeldNumbers(services.register, request.caseId, answers);
  const deciding = decidedByTwo(request, services);
  if (deciding.length > 0) return proposeCompletion(request, deciding, services);
  const items = answers.map(itemMessage);
  const message = { ...identity, ifMatch, kind: 'completion' as const, items, body: { items: answers } };
  return sendMessage(message, services);
}

/** What a system reports has been decided where it comes from; what was sent before the rule was set goes on. */
function decidedByTwo(
  { caller, message, answers }: CompletionRequest,
  { config }: Services,
): readonly AnswerItem[] {
  if (caller.role === 'system' || message.earlier) return [];
  return answers.filter(({ stepId, outcome }) => needsSecondPerson(config.secondApproval, stepId, outcome));
}
