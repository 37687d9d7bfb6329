import { z } from 'zod';
import { AgencyId } from '../../domain/model/agency';
import { StepId } from '../../domain/model/ids';
import { PlainDate } from '../../domain/model/plain-date';
import type { BulkAction } from '../../domain/process/judging/bulk-action';
import { stepDefinition } from '../../domain/process/steps/catalogue';
import type { OutcomeDefinition } from '../../domain/process/steps/step-definition';
import { isNumberType } from '../../register/identifiers';
import { Subject } from '../auth/colleague';
import { answerItem, completionOf } from '../messages/completion-schema';
import { invalidParameter, KnownStep } from '../parameters';
import { invalidRequest } from '../problem';

const target = {
  step: KnownStep.optional().describe('This step'),
  agency: AgencyId.optional().describe('All steps of this agency'),
};

const NO_TARGET = 'must name a step, or an agency for all its steps';

function hasTarget({ step, agency }: { readonly step?: string; readonly agency?: string }): boolean {
  return step !== undefined || agency !== undefined;
}

const assignee = Subject.nullable();

const Reassign = z
  .strictObject({
    kind: z.literal('reassign'),
    ...target,
    assignee: assignee.describe('Subject of the colleague; null lets go of the steps'),
    from: assignee.optional().describe('Only what is this colleague’s now; null: only what is nobody’s'),
  })
  .refine((action) => hasTarget(action) || typeof action.from === 'string', {
    error: 'must name a step, an agency for all its steps, or whose steps they are now',
  })
  .meta({ id: 'BulkReassign' });

const Remind = z
  .strictObject({ kind: z.literal('remind'), ...target })
  .refine(hasTarget, { error: NO_TARGET })
  .meta({
    id: 'BulkRemind',
    description:
      'Tells whoever is to act, once a day: the agency whose system has the filing, or in the inbox the caseworker whose step it is',
  });

const Pause = z
  .strictObject({ kind: z.literal('pause'), ...target, until: PlainDate.optional() })
  .refine(hasTarget, { error: NO_TARGET })
  .meta({ id: 'BulkPause' });

const Resume = z
  .strictObject({ kind: z.literal('resume'), ...target })
  .refine(hasTarget, { error: NO_TARGET })
  .meta({ id: 'BulkResume' });

const Extend = z
  .strictObject({
    kind: z.literal('extend'),
    ...target,
    rule: z
      .string()
      .regex(/^[A-Za-z]{1,60}$/, 'must be the rule of one of the dates of the step')
      .optional()
      .describe('`rule` of the date in `dues`; left out for the step’s own expectation'),
    until: PlainDate.describe('The new date, later than the present one'),
  })
  .refine(hasTarget, { error: NO_TARGET })
  .meta({ id: 'BulkExtend', description: 'A target or an expectation; never a duty or a right' });

const Complete = z
  .strictObject({
    kind: z.literal('complete'),
    step: StepId,
    completion: z
      .looseObject({ outcome: z.string() })
      .describe('What `…/steps/{stepId}/completion` takes, the same for every case'),
  })
  .meta({ id: 'BulkComplete' });

const Resubmit = z
  .strictObject({ kind: z.literal('resubmit'), ...target })
  .refine(hasTarget, { error: NO_TARGET })
  .meta({ id: 'BulkResubmit' });

const Replan = z.strictObject({ kind: z.literal('replan') }).meta({ id: 'BulkReplan' });

/** What is to be done to each of many cases, as it is written. */
export const WrittenAction = z
  .discriminatedUnion('kind', [Reassign, Remind, Pause, Resume, Extend, Complete, Resubmit, Replan])
  .meta({ id: 'BulkActionAsked' });
export type WrittenAction = z.output<typeof WrittenAction>;

/** The action, with the completion read as the step's own schema reads it. Throws 400 naming what it does not take. */
export function readAction(written: WrittenAction): BulkAction {
  if (written.kind !== 'complete') return written;
  const step = stepDefinition(written.step);
  if (!step) throw invalidParameter('action.step', 'is not a step');
  const Written = z.object({ action: z.object({ completion: completionOf(step) }) });
  const read = Written.safeParse({ action: written });
  if (!read.success) throw invalidRequest(read.error);
  const { completion } = read.data.action;
  requireNoNumber(step.outcomes[completion.outcome]);
  const { stepId, ...answer } = answerItem(written.step, step, completion);
  return { kind: 'complete', step: stepId, ...answer };
}

/** A number is one person's. */
function requireNoNumber(outcome: OutcomeDefinition | undefined): void {
  const [name] = Object.entries(outcome?.fields ?? {}).find(([, { type }]) => isNumberType(type)) ?? [];
  if (name === undefined) return;
  const reason = 'is of one person; such an outcome is told case by case';
  throw invalidParameter(`action.completion.${name}`, reason);
}
