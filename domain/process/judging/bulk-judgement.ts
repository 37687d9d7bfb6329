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
import { standingOf } from './digest';
import { wrongDate } from './message-dates';
import { needsSecondPerson, type SecondApproval } from './second-approval';
import { isUnderWay } from '../planner/prepared-step';
import { unfit } from './unfit';
import { whoIsReminded } from './unfit-reminder';

/** What else an action is judged by. */
export type BulkSituation = {
  /** The case's own day. */
  readonly today: PlainDate;
  /** Of the present rules. */
  readonly rulesVersion: string;
  /** What one person may not decide alone. */
  readonly secondApproval: SecondApproval;
  /** Who gets a step that is given to the new assignee: a substitute while they are away; nobody where they may not. */
  readonly receiverOf: (step: StepToJudge) => string | undefined;
};

/** What an action comes to in one case, by the same rules as the case has itself. */
export function judgeInBulk(kase: CaseToJudge, action: BulkAction, situation: BulkSituation): BulkJudgement {
  if (kase.state === 'closed') return { kind: 'refused', reason: 'closed' };
  if (action.kind === 'replan') return judgeReplan(kase, situation);
  const looks = kase.steps
    .filter((step) => isMeant(step, action))
    .map((step) => ({ step, found: look(step, action, situation) }));
  const changes = looks.flatMap(({ found }) => (typeof found === 'string' ? [] : [found]));
  const others = looks.flatMap(({ step, found }): (LeftOut & { readonly step: StepToJudge })[] =>
    typeof found === 'string' ? [{ stepId: step.stepId, reason: found, step }] : [],
  );
  const underWay = others.filter(({ step }) => isUnderWay(step.status));
  const leftOut = underWay.map(({ stepId, reason }) => ({ stepId, reason }));
  if (changes.length > 0) return { kind: 'accepted', changes, leftOut };
  const [first] = [...underWay, ...others];
  return first
    ? { kind: 'refused', reason: first.reason, stepId: first.stepId }
    : { kind: 'refused', reason: 'noSuchStep' };
}

function isMeant({ status, stepId, agency, assignee }: StepToJudge, action: StepAction): boolean {
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

function look(step: StepToJudge, action: StepAction, situation: BulkSituation): StepChange | BulkReason {
  const about = { stepId: step.stepId, filing: step.filing };
  if (action.kind === 'reassign') {
    const to = action.assignee === null ? null : situation.receiverOf(step);
    return lookAtOwner(step, to) ?? { ...about, from: step.assignee, to };
  }
  const item = itemOf(step, action);
  const standing = standingOf([step]);
  const [open] = standing.open;
  const judging = { today: situation.today, record: step.record, isBeingAnswered: false };
  const code =
    lookFurther(step, action, open, situation) ??
    wrongDate(item, situation.today) ??
    unfit(standing, MESSAGE_OF[action.kind], item, judging);
  return code ?? { ...about, ...changeOf(step, action, open) };
}

function lookAtOwner(
  { status, assignee }: StepToJudge,
  to: string | null | undefined,
): BulkReason | undefined {
  if (!isUnderWay(status)) return status.kind === 'blocked' ? 'blocked' : 'notOpen';
  if (to === undefined) return 'unknownColleague';
  return assignee === to ? 'alreadySo' : undefined;
}

/** Why it may not be although the case itself would take it, or more of why the case would not. */
function lookFurther(
  step: StepToJudge,
  action: StepAction,
  open: OpenStep | undefined,
  situation: BulkSituation,
): BulkReason | undefined {
  if (action.kind === 'remind') return open && lookAtReminder(step, open, situation);
  if (action.kind !== 'complete') return undefined;
  const isDecidedByTwo = needsSecondPerson(situation.secondApproval, step.stepId, action.outcome);
  return isDecidedByTwo ? 'needsSecondPerson' : undefined;
}

/** Says more of why nobody is reminded than the case itself does. */
function lookAtReminder(
  { record, filing, assignee }: StepToJudge,
  open: OpenStep,
  { today }: BulkSituation,
): BulkReason | undefined {
  const who = whoIsReminded(open, record);
  if (!who) return 'nobodyToRemind';
  if (record.reminders?.some((reminder) => reminder.filing === filing && reminder.on === today))
    return 'remindedToday';
  return who === 'assignee' && assignee === null ? 'unowned' : undefined;
}
