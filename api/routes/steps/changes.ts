import { z } from 'zod';
import type { TimingKind } from '../../../domain/model/message';
import { PlainDate } from '../../../domain/model/plain-date';
import { text } from '../../../domain/model/text';
import type { RestBody } from '../../../register/message-body';
import { CaseAnswer } from '../../answers/case';
import type { Role } from '../../auth/caller';
import { defineEndpoint } from '../../endpoint';
import { ChangeHeaders } from '../../entity-tag';
import { MESSAGE_PROBLEMS, MESSAGE_RESULTS, sendMessage } from '../../messages/send-message';
import { stepInPath, StepParams } from '../../parameters';
import type { ProblemType } from '../../problem';

/** Why something is done. */
export const Reason = z
  .strictObject({ reason: text(2000).describe('Why; kept in the ledger') })
  .meta({ id: 'Reason' });

const Pause = Reason.extend({
  until: PlainDate.optional().describe(
    'The day on which the step continues; left out when it is not known: then it is resumed',
  ),
}).meta({ id: 'Pause' });

const Extension = Reason.extend({
  rule: z
    .string()
    .regex(/^[A-Za-z]{1,60}$/, 'must be the rule of one of the dates of the step')
    .describe('`rule` of the date in `dues`'),
  until: PlainDate.describe('The new date, later than the present one'),
}).meta({ id: 'Extension' });

type Change = {
  readonly kind: TimingKind | 'reopening' | 'resubmission';
  readonly summary: string;
  readonly description: string;
  readonly roles: readonly Role[];
  readonly body: z.ZodType<{ readonly reason: string; readonly rule?: string; readonly until?: PlainDate }>;
  readonly problems: readonly ProblemType[];
  readonly example: { readonly identity: string; readonly stepId: string; readonly body: object };
};

/** POST …/{kind}: a person's message about one step, with the reason, which stays in the register. */
function changeEndpoint({ kind, summary, description, roles, body, problems, example }: Change) {
  const isOfRest = kind !== 'reopening' && kind !== 'resubmission';
  return defineEndpoint({
    method: 'post',
    path: `/api/v1/cases/{caseId}/steps/{stepId}/${kind}`,
    tag: 'Steps',
    summary,
    description,
    access: { roles, within: 'case' },
    auditEvent: kind,
    params: StepParams,
    headers: ChangeHeaders,
    idempotencyKey: 'required',
    body,
    touches: ({ params: { stepId } }) => [{ stepId, ...(isOfRest && { rests: true }) }],
    status: 200,
    result: CaseAnswer,
    otherResults: MESSAGE_RESULTS,
    problems: [...MESSAGE_PROBLEMS, ...problems],
    example: { identity: example.identity, params: { stepId: example.stepId }, body: example.body },
    async handle({ caller, path, message, params: { caseId, stepId }, headers, body: written }, services) {
      const { reason, rule, until } = written;
      const items = [{ stepId: stepInPath(stepId), ...(rule && { rule }), ...(until && { until }) }];
      const body: RestBody = { items, reason };
      const sent = { caller, path, message, caseId, ifMatch: headers['if-match'], kind, items, body };
      return sendMessage(sent, services);
    },
  });
}

/** A completion was wrong. */
export const reopenStepEndpoint = changeEndpoint({
  kind: 'reopening',
  summary: 'Reopen a step that was completed by mistake',
  description:
    'The step is open again under a new filing; what was only answered wrongly is taken back, nothing granted since is.',
  roles: ['caseworker', 'system'],
  body: Reason,
  problems: ['not-reopenable'],
  example: {
    identity: 'caseworker-migrationsverket',
    stepId: 'delgivning',
    body: { reason: 'fel person i kallelsen' },
  },
});

/** The agency's system refused the filing. */
export const resubmitStepEndpoint = changeEndpoint({
  kind: 'resubmission',
  summary: 'Hand a step over to its agency again',
  description: "After the agency's system refused it for good, or when its answer never fitted.",
  roles: ['caseworker', 'system'],
  body: Reason,
  problems: ['blocked', 'being-answered', 'not-allowed-now'],
  example: {
    identity: 'caseworker-migrationsverket',
    stepId: 'delgivning',
    body: { reason: 'fel person i kallelsen' },
  },
});

/** An open step is paused. */
export const pauseStepEndpoint = changeEndpoint({
  kind: 'pause',
  summary: 'Pause an open step, until a day or until it is resumed',
  description:
    "No reminders are sent meanwhile, and the step's targets and expectations wait; duties and rights do not. A clock, and a time to appeal, are not paused. By the step's own agency; a step that is the newcomer's to file also by a coordinator.",
  roles: ['caseworker', 'system', 'coordinator'],
  body: Pause,
  problems: ['blocked', 'being-answered', 'not-allowed-now', 'day-passed'],
  example: {
    identity: 'caseworker-kommun',
    stepId: 'sfi',
    body: { reason: 'på resa', until: '2027-02-01' },
  },
});

/** A paused step continues. */
export const resumeStepEndpoint = changeEndpoint({
  kind: 'resumption',
  summary: 'Resume a paused step',
  description: 'Its targets and expectations have moved by the days that it was paused.',
  roles: ['caseworker', 'system', 'coordinator'],
  body: Reason,
  problems: ['blocked', 'being-answered', 'not-paused'],
  example: { identity: 'caseworker-kommun', stepId: 'sfi', body: { reason: 'hemma igen' } },
});

/** A target or an expectation moves to a later day. */
export const extendStepEndpoint = changeEndpoint({
  kind: 'extension',
  summary: 'Move a target or an expectation of an open step to a later day',
  description:
    "Never a duty or a right: 422 names the statute. By the step's own agency; a step that is the newcomer's to file also by a coordinator.",
  roles: ['caseworker', 'system', 'coordinator'],
  body: Extension,
  problems: ['blocked', 'being-answered', 'date-not-movable', 'not-later', 'day-passed'],
  example: {
    identity: 'caseworker-kommun',
    stepId: 'sfi',
    body: { reason: 'kursen är full', rule: 'sfiExpected', until: '2027-02-01' },
  },
});
