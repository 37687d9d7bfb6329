import { allHandlersFinished, condition, makeContinueAsNewFunc, workflowInfo } from '@temporalio/workflow';
import { makeAlarm } from './alarm';
import { assess } from './assess';
import { showDetails } from './attributes';
import { type CaseRun, lastingState, raise, resume } from './case-run';
import { closeHandOvers, openSteps, sendErrands } from './hand-over';
import { receiveMessages } from './inbox';
import type { EtableringInput } from './messages';
import { moveFilings } from './records';
import { isKeptFactRipe, keptUntil } from './reports';

/**
 * One person's path through etableringen, from delgivning of the permit to the end of the case. The plan decides what is
 * open, blocked or done, and by which law. The case takes messages, gets the plan, hands over to the agencies what it
 * opens, retracts what it closes, and sleeps until the next message or date, for as many months as it takes.
 */
export async function etablering({ caseId, state }: EtableringInput): Promise<void> {
  const run = resume(caseId, state);
  receiveMessages(run);
  const alarm = makeAlarm(() => raise(run, 'date reached'));

  for (;;) {
    await condition(() => hasNews(run) || (wantsToLeave(run) && allHandlersFinished()));
    if (!hasNews(run)) return leave(run);

    const plan = await assess(run);
    if (plan) {
      openSteps(run, plan);
      moveFilings(run, plan);
      closeHandOvers(run, plan);
      sendErrands(run, plan);
      showDetails(run, plan);
    }
    if (isKeptFactRipe(run)) raise(run, 'kept fact');
    for (const moment of comingMoments(run)) alarm.setFor(moment);
  }
}

function hasNews(run: CaseRun): boolean {
  return run.revision > run.seen;
}

/** The case has ended, or its history has grown long; never while an activity runs. */
function wantsToLeave(run: CaseRun): boolean {
  if (run.pending > 0) return false;
  return run.plan?.finished === true || workflowInfo().continueAsNewSuggested;
}

async function leave(run: CaseRun): Promise<void> {
  if (run.plan?.finished) return;
  await makeContinueAsNewFunc<typeof etablering>()({ caseId: run.caseId, state: lastingState(run) });
}

/** When to assess again without a message: a date of the plan, a kept fact's last day, a retry of a failed plan. */
function comingMoments(run: CaseRun): (number | undefined)[] {
  const now = Date.now();
  return [
    run.plan?.wakeAt,
    ...run.kept.map((fact) => keptUntil(run, fact)),
    run.retryWait === undefined ? undefined : now + run.retryWait,
  ];
}
