import type { PlanDigest } from '../domain/model/assessment';
import { stockholmDayAt } from '../domain/law/stockholm-day';
import type { Errand } from '../domain/model/plan';
import { type CaseRun, raise, underWay } from './case-run';
import { activitiesOf, caseTime } from './hand-over';
import { refusalByAgency } from './messages';
import { note, recordOf } from './records';

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
    const isPresent = recordOf(run, stepId).handOver?.filing === filing;
    if (kind === 'reminder' || !isPresent) return; // an unwanted reminder changes nothing
    note(run, stepId, {
      handOver: { agency, filing, state: 'refused', code, on: stockholmDayAt(Date.now()) },
    });
    raise(run);
  }
}
