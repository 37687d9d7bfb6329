import type { PlainDate } from '../../../domain/model/plain-date';
import type { Plan } from '../../../domain/model/plan';
import type { CaseId } from '../../../domain/model/ids';
import type { BulkAction, BulkJudgement, StepToJudge } from '../../../domain/process/judging/bulk-action';
import { type BulkSituation, judgeInBulk } from '../../../domain/process/judging/bulk-judgement';
import { RULES_VERSION } from '../../../domain/process/steps/catalogue';
import { digestOf, openedRecords } from '../../../domain/process/judging/digest';
import { UNTOUCHED_RECORD } from '../../../domain/process/planner/step-records';
import { adult, type Event, handOver, planOn, recordsAfter, waitingForPersonnummer } from '../support';

export const ON = '2027-01-20';
export const waiting = waitingForPersonnummer();
export const sfiFiled = handOver('sfi', 'filed');
export const byHand = { sfi: { answeredBy: 'caseworker', handedOver: false } } as const;

export type Seen = { readonly owners?: Readonly<Record<string, string>>; readonly plan?: Plan };
/** Colleague b is away and d stands in; neither is of another agency than the kommun. */
export function situation(today: PlainDate): BulkSituation {
  const receiverOf = ({ agency }: StepToJudge) => (agency === 'kommun' ? 'd' : undefined);
  return { today, rulesVersion: RULES_VERSION, secondApproval: { sfi: ['ended'] }, receiverOf };
}

/** The case of an adult to whom these events have happened. */
export function judgedCase(events: readonly Event[], seen: Seen = {}) {
  const plan = seen.plan ?? planOn(ON, adult(), ...events);
  const records = openedRecords(plan, recordsAfter(...events));
  const steps = plan.steps.map((step): StepToJudge => {
    const record = records[step.stepId] ?? UNTOUCHED_RECORD;
    return { ...step, record, assignee: seen.owners?.[step.stepId] ?? null };
  });
  const digest = digestOf(plan, adult(), 'case' as CaseId);
  return { digest, revision: 1, rulesVersion: RULES_VERSION, steps, asOf: plan.asOf };
}

/** The judgement of an action in that case. */
export function judged(action: object, events: readonly Event[] = [waiting, sfiFiled], seen: Seen = {}) {
  const { asOf, ...kase } = judgedCase(events, seen);
  return judgeInBulk(kase, action as BulkAction, situation(asOf));
}

export function changes(judgement: BulkJudgement) {
  return judgement.kind === 'accepted' ? judgement.changes : judgement;
}

export function refused(reason: string, stepId?: string) {
  return { kind: 'refused', reason, ...(stepId ? { stepId } : {}) };
}
