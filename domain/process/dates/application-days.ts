import { delayDue } from '../../law/delay';
import type { AgencyId } from '../../model/agency';
import type { PlainDate } from '../../model/plain-date';
import type { Due } from '../../model/plan';
import { presentAnswers } from '../filings/answers';
import type { StepContext } from '../steps/step-definition';

/** The day the agency's system took the present filing; undefined while it has not, or where no system takes it. */
export function takenOn({ record }: StepContext): PlainDate | undefined {
  const { handOver } = record;
  return handOver?.filing === record.filing && handOver.state === 'filed' ? handOver.on : undefined;
}

/**
 * The day the application was complete: the last answer to a request for completion, else the day it was taken.
 * Undefined while something is asked for, or no day of application is known.
 */
export function completeOn(context: StepContext): PlainDate | undefined {
  const completion = presentAnswers(context).findLast(
    ({ outcome }) => outcome === 'completionRequested' || outcome === 'completionAnswered',
  );
  if (completion?.outcome === 'completionRequested') return undefined;
  return completion?.on ?? takenOn(context);
}

/** The date by FL 12 § of an application whose day is known: the right to demand a decision, or the day to answer a demand. */
export function demandDues(context: StepContext, agency: AgencyId): readonly Due[] {
  const appliedOn = takenOn(context);
  if (appliedOn === undefined) return [];
  const demand = presentAnswers(context).find(({ outcome }) => outcome === 'decisionDemanded');
  return [delayDue(appliedOn, demand?.on, agency)];
}
