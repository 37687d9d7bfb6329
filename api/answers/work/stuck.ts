import { z } from 'zod';
import { daysBetween } from '../../../domain/law/calendar';
import { stockholmDayAt } from '../../../domain/law/stockholm-day';
import { AgencyId } from '../../../domain/model/agency';
import { CaseId, HouseholdId, KommunCode, StepId } from '../../../domain/model/ids';
import { Instant, PlainDate } from '../../../domain/model/plain-date';
import { WAY_OUT_ACTIONS, wayOutOf } from '../../../domain/process/stuck/way-out';
import type { StuckRow } from '../../../register/stuck/list';

export const REASON_KINDS = ['overdue', 'silent', 'unowned', 'gap', 'expiring', 'technical'] as const;

const Reason = z
  .object({
    kind: z.enum(REASON_KINDS),
    step: StepId.optional(),
    since: PlainDate.describe('The first day on which it was so'),
    date: PlainDate.optional().describe('The date that has passed'),
    rule: z.string().optional(),
    law: z.string().optional(),
    whose: z.string().optional().describe('Whose duty or target it is'),
    gap: z.object({ from: PlainDate, to: PlainDate.optional() }).optional(),
    validTo: PlainDate.optional().describe('The last day of the permit'),
  })
  .meta({ id: 'StuckReason' });

const TroubleKind = z.enum([
  'planFailed',
  'misfit',
  'unconfirmed',
  'handOverFailing',
  'workflowTaskFailing',
  'workflowMissing',
]);

const TroubleAnswer = z
  .object({
    kind: TroubleKind,
    stepId: StepId.nullable(),
    since: Instant,
    attempts: z.number().int().nullable(),
    code: z.string().nullable().describe('Type of the last failure'),
  })
  .meta({ id: 'Trouble' });

/** Why a case is stuck, at which step, who can act and what would help. */
export const StuckOfCase = z
  .object({
    since: PlainDate,
    days: z.number().int(),
    root: z.object({ stepId: StepId, agency: AgencyId }).nullable(),
    reasons: z.array(Reason).describe('The nearest loss to the person first'),
    stepsBehind: z.array(StepId).describe('Steps that wait for the root'),
    whoCanAct: z.enum([...AgencyId.options, 'socialnamnden', 'coordinator', 'operator']),
    action: z.enum(WAY_OUT_ACTIONS).describe('What would help'),
    trouble: z.array(TroubleAnswer).describe('Technical trouble now'),
  })
  .meta({ id: 'StuckOfCase', description: 'Why a case does not get on today; left out where it does' });

/** A stuck case in a list. */
export const StuckCase = z
  .object({
    caseId: CaseId,
    householdId: HouseholdId,
    kommun: KommunCode.nullable(),
    ...StuckOfCase.shape,
  })
  .meta({ id: 'StuckCase' });

/** Stuck cases at one place. */
export const StuckCount = z
  .object({
    step: StepId.nullable().optional().describe('The step at the root; null where no step can help'),
    agency: AgencyId.nullable().optional(),
    kommun: KommunCode.nullable().optional(),
    reason: z.enum(REASON_KINDS).optional(),
    cases: z.number().int(),
    oldestSince: PlainDate,
    oldestDays: z.number().int(),
    stepsBehind: z.number().int().describe('Steps of these cases that wait for the root'),
  })
  .meta({ id: 'StuckCount' });

/** Cases with one kind of technical trouble. */
export const TroubleCount = z
  .object({ kind: TroubleKind, cases: z.number().int(), oldest: Instant })
  .meta({ id: 'TroubleCount' });

/** A stuck case as it is answered of a day. */
export function stuckAnswer(row: StuckRow, asOf: PlainDate): z.input<typeof StuckCase> {
  const { caseId, householdId, kommun, since, root, reasons, behind, trouble } = row;
  const [first] = trouble;
  const technical = first && {
    kind: 'technical' as const,
    since: stockholmDayAt(Date.parse(first.since)),
    ...(first.stepId && { step: first.stepId }),
  };
  // What the system fails at is its operator's to mend, at whatever step; an answer that fits nowhere is a caseworker's.
  const isSystems = reasons.length === 0 && trouble.every(({ kind }) => kind !== 'misfit');
  const { who, action } = wayOutOf(isSystems ? undefined : (root ?? undefined), reasons, asOf);
  return {
    caseId,
    householdId,
    kommun,
    since,
    days: Math.max(0, daysBetween(since, asOf)),
    root: root && { stepId: root.stepId, agency: root.agency },
    reasons: [...reasons, ...(technical ? [technical] : [])],
    stepsBehind: [...behind],
    whoCanAct: who,
    action,
    trouble: [...trouble],
  };
}
