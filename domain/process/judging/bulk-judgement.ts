import type { OpenStep } from '../../model/assessment';
import type { PlainDate } from '../../model/plain-date';
import {
  type BulkAction,
  type BulkJudgement,
  type BulkReason,
  type CaseToJudge,
  type LeftOut,
  MESSAGE_OF,
  type StepChange,
  type StepToJudge,
} from './bulk-action';
import { changeOf, itemOf, type StepAction } from './bulk-item';
import { refusalOfMessage } from './message-refusal';
import { isRemindedOn, whoIsReminded } from './reminder-refusal';
import { needsSecondPerson, type SecondApproval } from './second-approval';
import { isUnderWay } from '../planner/prepared-step';

/** What an action is judged by besides the case. */
export type BulkSituation = {
  /** The case's own day. */
  readonly today: PlainDate;
  /** Of the present rules. */
  readonly rulesVersion: string;
  /** What one person may not decide alone. */
  readonly secondApproval: SecondApproval;
  /** Who gets a step that is assigned to the new assignee: a substitute during an absence; nobody where not permitted. */
  readonly receiverOf: (step: StepToJudge) => string | undefined;
};

/** Judges an action in one case, by the same rules as the case itself. */
export function judgeInBulk(kase: CaseToJudge, action: BulkAction, situation: BulkSituation): BulkJudgement {
  if (kase.digest?.finished) return { kind: 'refused', reason: 'closed' };
  if (action.kind === 'replan') return judgeReplan(kase, situation);
  const judged = kase.steps
    .filter((step) => isTarget(step, action))
    .map((step) => ({ step, result: judgeStep(kase, step, action, situation) }));
  const changes = judged.flatMap(({ result }) => (typeof result === 'string' ? [] : [result]));
  const others = judged.flatMap(({ step, result }): (LeftOut & { readonly step: StepToJudge })[] =>
    typeof result === 'string' ? [{ stepId: step.stepId, reason: result, step }] : [],
  );
  const underWay = others.filter(({ step }) => isUnderWay(step.status));
  const leftOut = underWay.map(({ stepId, reason }) => ({ stepId, reason }));
  if (changes.length > 0) return { kind: 'accepted', changes, leftOut };
  const [first] = [...underWay, ...others];
  return first
    ? { kind: 'refused', reason: first.reason, stepId: first.stepId }
    : { kind: 'refused', reason: 'noSuchStep' };
}

function isTarget({ status, stepId, agency, assignee }: StepToJudge, action: StepAction): boolean {
  if (status.kind === 'notApplicable') return false;
  if (action.kind === 'complete') return stepId === action.step;
  const isSteps = action.step === undefined || action.step === stepId;
  const isAgencys = action.agency === undefined || action.agency === agency;
  const isOwners = action.kind !== 'reassign' || action.from === undefined || action.from === assignee;
  return isSteps && isAgencys && isOwners;
}

function judgeReplan(kase: CaseToJudge, { rulesVersion }: BulkSituation): BulkJudgement {
  if (kase.rulesVersion === rulesVersion) return { kind: 'refused', reason: 'alreadySo' };
  return { kind: 'accepted', changes: [], leftOut: [] };
}

function judgeStep(
  { digest, revision }: CaseToJudge,
  step: StepToJudge,
  action: StepAction,
  situation: BulkSituation,
): StepChange | BulkReason {
  const { stepId, filing, record } = step;
  const about = { stepId, filing };
  if (action.kind === 'reassign') {
    const to = action.assignee === null ? null : situation.receiverOf(step);
    return whyNotReassigned(step, to) ?? { ...about, from: step.assignee, to };
  }
  const open = digest?.open.find((each) => each.stepId === stepId);
  const reason = ownReason(step, action, open, situation);
  if (reason) return reason;
  const refusal = refusalOfMessage(
    { kind: MESSAGE_OF[action.kind], items: [itemOf(step, action)] },
    { digest, revision, today: situation.today, recordOf: () => record, isBeingAnswered: () => false },
  );
  return refusal?.code ?? { ...about, ...changeOf(step, action, open) };
}

function whyNotReassigned(
  { status, assignee }: StepToJudge,
  to: string | null | undefined,
): BulkReason | undefined {
  if (!isUnderWay(status)) return status.kind === 'blocked' ? 'blocked' : 'notOpen';
  if (to === undefined) return 'unknownColleague';
  return assignee === to ? 'alreadySo' : undefined;
}

/** Why the action leaves out a step although the case would take the message, or says more than the case would. */
function ownReason(
  step: StepToJudge,
  action: StepAction,
  open: OpenStep | undefined,
  situation: BulkSituation,
): BulkReason | undefined {
  if (action.kind === 'remind') return open && whyNotReminded(step, open, situation);
  if (action.kind !== 'complete') return undefined;
  const isDecidedByTwo = needsSecondPerson(situation.secondApproval, step.stepId, action.outcome);
  return isDecidedByTwo ? 'needsSecondPerson' : undefined;
}

function whyNotReminded(
  { record, assignee }: StepToJudge,
  open: OpenStep,
  { today }: BulkSituation,
): BulkReason | undefined {
  const who = whoIsReminded(open, record);
  if (!who) return 'nobodyToRemind';
  if (isRemindedOn(today, open, record)) return 'remindedToday';
  return who === 'assignee' && assignee === null ? 'unowned' : undefined;
}
