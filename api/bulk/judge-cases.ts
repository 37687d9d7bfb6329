import { latest } from '../../domain/law/calendar';
import type { CaseId } from '../../domain/model/ids';
import type { PlainDate } from '../../domain/model/plain-date';
import {
  type BulkAction,
  type BulkReason,
  MESSAGE_OF,
  OWN_REASONS,
  type OwnReason,
  type StepToJudge,
} from '../../domain/process/bulk-action';
import { itemOf } from '../../domain/process/bulk-item';
import { judgeInBulk } from '../../domain/process/bulk-judgement';
import { type JudgedCase, readCasesToJudge } from '../../register/bulk/judged-cases';
import type { PreviewedCase } from '../../register/bulk/preview';
import type { Register } from '../../register/database';
import { canBeGiven, type Colleague, findColleague } from '../../register/work/colleagues';
import { isInArea } from '../auth/access';
import type { Caller } from '../auth/caller';
import { refusalProblem } from '../messages/refusal';

/** Cases read at a time: as many as fit in memory many times over. */
const AT_A_TIME = 500;

/** What is judged, for whom, on which day. */
export type ToJudge = {
  readonly action: BulkAction;
  readonly caller: Caller;
  readonly today: PlainDate;
  /** Of the present rules. */
  readonly rulesVersion: string;
};

/** Judges an action in each of these cases, in their order; one that the caller may not know of reads as if it were not there. */
export async function judgeCases(
  trx: Register,
  caseIds: readonly CaseId[],
  asked: ToJudge,
): Promise<PreviewedCase[]> {
  const { action } = asked;
  const isGiven = action.kind === 'reassign' && action.assignee !== null;
  const assignee = isGiven ? await findColleague(trx, action.assignee) : undefined;
  const judged: PreviewedCase[] = [];
  for (let first = 0; first < caseIds.length; first += AT_A_TIME) {
    const ids = caseIds.slice(first, first + AT_A_TIME);
    const cases = await readCasesToJudge(trx, ids, action);
    judged.push(...ids.map((caseId) => judgeCase(caseId, cases.get(caseId), asked, assignee)));
  }
  return judged;
}

function judgeCase(
  caseId: CaseId,
  kase: JudgedCase | undefined,
  { action, caller, today, rulesVersion }: ToJudge,
  assignee: Colleague | undefined,
): PreviewedCase {
  if (!kase || !isInArea(caller, kase.kommun)) {
    return {
      caseId,
      revision: 0,
      registerVersion: 0,
      judgement: { kind: 'refused', reason: 'unknownCase' },
    };
  }
  const { revision, registerVersion, kommun } = kase;
  const judgement = judgeInBulk(kase, action, {
    today: latest(today, kase.assessedOn),
    rulesVersion,
    mayBeGiven: ({ agency }) => canBeGiven(assignee, { agency, kommun }),
  });
  return { caseId, revision, registerVersion, judgement, ...ruleOf(kase, action, judgement) };
}

/** The rule and statute that the case itself would name with such a refusal. */
function ruleOf(
  { steps }: JudgedCase,
  action: BulkAction,
  judgement: PreviewedCase['judgement'],
): { readonly rule?: string; readonly law?: string } {
  if (judgement.kind === 'accepted' || action.kind === 'replan' || action.kind === 'reassign') return {};
  const { reason: code, stepId } = judgement;
  const step = steps.find((each) => each.stepId === stepId);
  if (!step || !isOfCase(code)) return {};
  const view = { steps: [viewOf(step)] };
  const message = { kind: MESSAGE_OF[action.kind], items: [itemOf(step, action)] };
  const { rule, law } = refusalProblem({ detail: { code, stepId }, view, message }).extras;
  return { ...(rule ? { rule } : {}), ...(law ? { law } : {}) };
}

function isOfCase(reason: BulkReason): reason is Exclude<BulkReason, OwnReason> {
  return !OWN_REASONS.some((own) => own === reason);
}

function viewOf({ unit, ...step }: StepToJudge) {
  return { ...step, unit: unit ?? null };
}
