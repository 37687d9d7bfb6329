import type { PlanDigest } from '../domain/model/assessment';
import type { Errand } from '../domain/model/plan';
import { type CaseRun, note, raise, recordOf, underWay } from './case-run';
import { activitiesOf, caseTime } from './hand-over';
import { refusalByAgency } from './messages';

/** Sends the errands that are due, each once: reminders, answers to a request for completion, demands. */
export function sendErrands(run: CaseRun, { errands }: PlanDigest): void {
  for (const errand of errands) {
    const key = `${errand.filing}/${errand.kind}/${errand.n}`;
    const sent = recordOf(run, errand.stepId).errands;
    if (sent.includes(key)) continue;
    note(run, errand.stepId, { errands: [...sent, key] });
    void underWay(run, () => send(run, errand));
  }
}

async function send(run: CaseRun, { stepId, agency, filing, kind, n }: Errand): Promise<void> {
  try {
    await activitiesOf(agency).sendErrand({ caseId: run.caseId, stepId, filing, kind, n, now: caseTime() });
  } catch (failure) {
    const code = refusalByAgency(failure);
    if (kind === 'reminder') return; // an unwanted reminder changes nothing
    const { refusedErrands } = recordOf(run, stepId);
    note(run, stepId, { refusedErrands: [...refusedErrands, { filing, kind, n, code }] });
    raise(run);
  }
}
