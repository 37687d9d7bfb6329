import {
  ActivityCancellationType,
  CancellationScope,
  isCancellation,
  proxyActivities,
} from '@temporalio/workflow';
import type { AgencyActivities } from '../activities/agency';
import type { SystemAgency } from '../domain/model/agency';
import type { OpenStep, PlanDigest } from '../domain/model/assessment';
import type { StepId } from '../domain/model/ids';
import type { Errand } from '../domain/model/plan';
import type { HandOver } from '../domain/model/step-record';
import { openedRecord } from '../domain/process/planner/step-records';
import { caseDay, type CaseRun, caseTime, countRunning, note, raise, recordOf } from './case-run';
import { agencyTaskQueue, finalCodeOf } from './messages';

/** How each agency's activities are retried: without end, so that an outage of any length delays only its own steps. */
const PATIENCE = {
  migrationsverket: { initialInterval: '5s', backoffCoefficient: 2, maximumInterval: '6h' },
  arbetsformedlingen: { initialInterval: '5s', backoffCoefficient: 2, maximumInterval: '6h' },
  skatteverket: { initialInterval: '10s', backoffCoefficient: 2, maximumInterval: '6h' },
  kommun: { initialInterval: '5s', backoffCoefficient: 2, maximumInterval: '6h' },
  forsakringskassan: { initialInterval: '10s', backoffCoefficient: 2, maximumInterval: '6h' },
  pensionsmyndigheten: { initialInterval: '10s', backoffCoefficient: 2, maximumInterval: '6h' },
  uhr: { initialInterval: '10s', backoffCoefficient: 2, maximumInterval: '6h' },
  region: { initialInterval: '5s', backoffCoefficient: 2, maximumInterval: '6h' },
  bank: { initialInterval: '5s', backoffCoefficient: 2, maximumInterval: '6h' },
} as const satisfies Record<SystemAgency, object>;

/** Opens every step that the plan shows open, and hands over those meant for an agency's system, once per filing. */
export function openSteps(run: CaseRun, { open }: PlanDigest): void {
  for (const step of open) {
    const record = recordOf(run, step.stepId);
    run.records[step.stepId] = openedRecord(record, step.filing, caseDay());
    if (step.handOver && isToBeHandedOver(run, step)) handOver(run, step, step.handOver);
  }
}

/** Retracts what an agency should no longer work on. */
export function closeHandOvers(run: CaseRun, { retract }: PlanDigest): void {
  for (const stepId of retract) {
    const present = recordOf(run, stepId).handOver;
    if (present?.state === 'running' || present?.state === 'filed') retractHandOver(run, stepId, present);
  }
  for (const [stepId, { handOver: present }] of Object.entries(run.records)) {
    const isLost = present?.state === 'retracting' && !run.live.has(stepId);
    if (isLost) retractHandOver(run, stepId as StepId, present);
  }
}

/** The activities of one agency, on its own task queue; Temporal's UI shows the step with each. */
export function activitiesOf(agency: SystemAgency, stepId: StepId) {
  return proxyActivities<AgencyActivities>({
    taskQueue: agencyTaskQueue(agency),
    summary: stepId,
    startToCloseTimeout: '30s',
    retry: PATIENCE[agency],
    cancellationType: ActivityCancellationType.WAIT_CANCELLATION_COMPLETED,
  });
}

/** A filing is handed over once; a new one only after the retraction of the old one has settled. */
function isToBeHandedOver(run: CaseRun, { stepId, filing }: OpenStep): boolean {
  const present = recordOf(run, stepId).handOver;
  if (!present) return true;
  if (present.filing === filing && present.state === 'running') return !run.live.has(stepId);
  return present.filing < filing && (present.state === 'retracted' || present.state === 'refused');
}

function handOver(run: CaseRun, { stepId, filing }: OpenStep, agency: SystemAgency): void {
  const scope = new CancellationScope({ cancellable: true });
  note(run, stepId, { handOver: { agency, filing, state: 'running' } });
  const settled = countRunning(run, async () => {
    const outcome = await file(scope, run, stepId, agency, filing);
    if (run.live.get(stepId)?.scope !== scope) return; // being retracted: its outcome no longer matters
    run.live.delete(stepId);
    note(run, stepId, { handOver: { agency, filing, ...outcome } });
    raise(run, `${stepId} ${outcome.state}`);
  });
  run.live.set(stepId, { scope, settled });
}

type Outcome = HandOver extends infer H ? (H extends HandOver ? Omit<H, 'agency' | 'filing'> : never) : never;

async function file(
  scope: CancellationScope,
  run: CaseRun,
  stepId: StepId,
  agency: SystemAgency,
  filing: number,
): Promise<Outcome> {
  try {
    const { receiptId, on } = await scope.run(() =>
      activitiesOf(agency, stepId).handOver({ caseId: run.caseId, stepId, filing, now: caseTime() }),
    );
    return { state: 'filed', receiptId, on };
  } catch (failure) {
    const code = isCancellation(failure) ? undefined : finalCodeOf(failure);
    // An attempt that was at the agency when it was cancelled ends as it happens to: failed, timed out, refused.
    if (code === undefined || scope.consideredCancelled) return { state: 'retracted' };
    return { state: 'refused', code, on: caseDay() };
  }
}

function retractHandOver(run: CaseRun, stepId: StepId, { agency, filing }: HandOver): void {
  const handedOver = run.live.get(stepId);
  const scope = new CancellationScope({ cancellable: false });
  note(run, stepId, { handOver: { agency, filing, state: 'retracting' } });
  const settled = countRunning(run, async () => {
    handedOver?.scope.cancel();
    await handedOver?.settled;
    await scope
      .run(() =>
        activitiesOf(agency, stepId).retract({ caseId: run.caseId, stepId, filing, now: caseTime() }),
      )
      .catch(finalCodeOf); // refused for good: the agency holds no filing of this case
    run.live.delete(stepId);
    note(run, stepId, { handOver: { agency, filing, state: 'retracted' } });
    raise(run, `${stepId} retracted`);
  });
  run.live.set(stepId, { scope, settled });
}

/** Sends the errands that are due, each once: reminders, answers to a request for completion, demands. */
export function sendErrands(run: CaseRun, { errands }: PlanDigest): void {
  for (const errand of errands) {
    const key = `${errand.filing}/${errand.kind}/${errand.n}`;
    const sent = recordOf(run, errand.stepId).errands;
    if (sent.includes(key)) continue;
    note(run, errand.stepId, { errands: [...sent, key] });
    void countRunning(run, () => send(run, errand));
  }
}

async function send(run: CaseRun, { stepId, agency, filing, kind, n }: Errand): Promise<void> {
  try {
    const input = { caseId: run.caseId, stepId, filing, kind, n, now: caseTime() };
    await activitiesOf(agency, stepId).sendErrand(input);
  } catch (failure) {
    const code = finalCodeOf(failure);
    if (kind === 'reminder') return; // an unwanted reminder changes nothing
    const { refusedErrands } = recordOf(run, stepId);
    note(run, stepId, { refusedErrands: [...refusedErrands, { filing, kind, n, code }] });
    raise(run, `${kind} of ${stepId} refused`);
  }
}
