import { hasReached } from '../../law/age';
import { riktalderOn } from '../../law/programme-age';
import type { CaseFacts } from '../../model/facts';
import type { CaseResult } from '../../model/plan';
import type { PlainDate } from '../../model/plain-date';
import type { StepPlanned } from './step-in-hand';

/** What the follow-up of the programme said last, as the result of the case; anything else that ended it is `other`. */
const OF_PROGRAMME: { readonly [outcome: string]: CaseResult } = {
  work: 'work',
  studies: 'studies',
  timeEnded: 'timeEnded',
};

/**
 * What a path that was walked to its end came to: pension for one past riktålder who was granted it, else what ended
 * the programme, else that the path is done.
 */
export function resultOf(steps: readonly StepPlanned[], facts: CaseFacts, today: PlainDate): CaseResult {
  if (isPensioner(steps, facts, today)) return 'pension';
  const followUp = steps.find(({ stepId }) => stepId === 'programuppfoljning')?.planned.status;
  return followUp?.kind === 'done' ? (OF_PROGRAMME[followUp.outcome] ?? 'other') : 'pathDone';
}

function isPensioner(steps: readonly StepPlanned[], { birth }: CaseFacts, today: PlainDate): boolean {
  if (birth === undefined || !hasReached(birth.bornOn, riktalderOn(today), today)) return false;
  return steps.some(({ definition, planned: { status } }) => {
    return definition.id === 'pensionsformaner' && status.kind === 'done' && status.outcome === 'granted';
  });
}
