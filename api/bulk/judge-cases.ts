import { latest } from '../../domain/law/calendar';
import type { CaseId } from '../../domain/model/ids';
import type { PlainDate } from '../../domain/model/plain-date';
import {
  type BulkAction,
  type BulkReason,
  MESSAGE_OF,
  OWN_REASONS,
  type OwnReason,
} from '../../domain/process/judging/bulk-action';
import { itemOf } from '../../domain/process/judging/bulk-item';
import { judgeInBulk } from '../../domain/process/judging/bulk-judgement';
import type { SecondApproval } from '../../domain/process/judging/second-approval';
import type { PreviewedCase } from '../../register/bulk/preview';
import { absenceUnderWay } from '../../register/absences/absence';
import type { Register } from '../../register/database';
import { type JudgedCase, readJudgedCases, type StepSelection } from '../../register/reading/judged-cases';
import {
  type Colleague,
  type StepPlace,
  findColleague,
  mayTake,
  worksIn,
} from '../../register/work/colleagues';
import type { Caller } from '../auth/caller';
import { refusalProblem } from '../messages/refusal';

/** Cases read at a time, so that memory holds them many times over. */
const AT_A_TIME = 500;

/** What is judged, for whom, on which day. */
export type ToJudge = {
  readonly action: BulkAction;
  readonly caller: Caller;
  readonly today: PlainDate;
  /** Of the present rules. */
  readonly rulesVersion: string;
  readonly secondApproval: SecondApproval;
};

/** Judges an action in each of these cases, in their order; one that the caller may not know of is as one that does not exist. */
export async function judgeCases(
  trx: Register,
  caseIds: readonly CaseId[],
  asked: ToJudge,
): Promise<PreviewedCase[]> {
  const { action } = asked;
  const receivers = await receiversOf(trx, action, asked.today);
  const judged: PreviewedCase[] = [];
  for (let first = 0; first < caseIds.length; first += AT_A_TIME) {
    const ids = caseIds.slice(first, first + AT_A_TIME);
    const cases = await readJudgedCases(trx, ids, stepsOf(action));
    judged.push(...ids.map((caseId) => judgeCase(caseId, cases.get(caseId), asked, receivers)));
  }
  return judged;
}

/** The steps that an action is about. */
function stepsOf(action: BulkAction): StepSelection {
  if (action.kind === 'replan') return { steps: [] };
  const { step, agency } = { agency: undefined, ...action };
  return { ...(step && { steps: [step] }), ...(agency && { agency }) };
}

/** Who is to have the steps, and who gets them instead during an absence. */
type Receivers = { readonly assignee?: Colleague; readonly substitute?: Colleague };

async function receiversOf(trx: Register, action: BulkAction, today: PlainDate): Promise<Receivers> {
  if (action.kind !== 'reassign' || action.assignee === null) return {};
  const assignee = await findColleague(trx, action.assignee);
  const absence = await absenceUnderWay(trx, action.assignee, today);
  return { assignee, ...(absence && { substitute: await findColleague(trx, absence.substitute) }) };
}

/** As in an assignment of one step: the substitute does not get what only the colleague may take. */
function receiverOf({ assignee, substitute }: Receivers, place: StepPlace): string | undefined {
  if (!assignee || !mayTake(assignee, place)) return undefined;
  return mayTake(substitute, place) ? substitute?.subject : assignee.subject;
}

function judgeCase(
  caseId: CaseId,
  kase: JudgedCase | undefined,
  { action, caller, today, rulesVersion, secondApproval }: ToJudge,
  receivers: Receivers,
): PreviewedCase {
  if (!kase || !worksIn(caller, kase.kommun)) {
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
    secondApproval,
    receiverOf: ({ agency }) => receiverOf(receivers, { agency, kommun }),
  });
  return { caseId, revision, registerVersion, judgement, ...ruleOf(kase, action, judgement) };
}

/** The rule and statute that the API names with such a refusal of a single message. */
function ruleOf(
  view: JudgedCase,
  action: BulkAction,
  judgement: PreviewedCase['judgement'],
): { readonly rule?: string; readonly law?: string } {
  if (judgement.kind === 'accepted' || action.kind === 'replan' || action.kind === 'reassign') return {};
  const { reason: code, stepId } = judgement;
  const step = view.steps.find((each) => each.stepId === stepId);
  if (!step || !isOfCase(code)) return {};
  const message = { kind: MESSAGE_OF[action.kind], items: [itemOf(step, action)] };
  const { rule, law } = refusalProblem({ detail: { code, stepId }, view, message }).extras;
  return { ...(rule ? { rule } : {}), ...(law ? { law } : {}) };
}

function isOfCase(reason: BulkReason): reason is Exclude<BulkReason, OwnReason> {
  return !OWN_REASONS.some((own) => own === reason);
}
