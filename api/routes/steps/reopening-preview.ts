import { previewReopening } from '../../../register/reopening/preview';
import { caseTag } from '../../answers/case';
import { ReopeningAnswer, reopeningAnswer } from '../../answers/reopening';
import { defineEndpoint } from '../../endpoint';
import { ReadHeaders, UNCHANGED, unlessKnown } from '../../entity-tag';
import { stepInPath, StepParams } from '../../parameters';
import { notFound, Problem } from '../../problem';

/** GET …/reopening: what would follow if the step were reopened now. */
export const previewReopeningEndpoint = defineEndpoint({
  method: 'get',
  path: '/api/v1/cases/{caseId}/steps/{stepId}/reopening',
  tag: 'Steps',
  summary: 'See what would follow from reopening a step, before it is done',
  description:
    'Nothing is written. By the same rules and in the same words as the timeline tells it afterwards. Send the ETag as If-Match with the reopening, and it is refused where the case has changed since.',
  access: { roles: ['caseworker', 'system'], within: 'case' },
  auditEvent: 'read',
  params: StepParams,
  headers: ReadHeaders,
  touches: ({ params: { stepId } }) => [{ stepId }],
  status: 200,
  result: ReopeningAnswer,
  otherResults: UNCHANGED,
  problems: ['not-reopenable', 'case-closed'],
  example: { identity: 'caseworker-migrationsverket', params: { stepId: 'delgivning' } },
  async handle({ params: { caseId, stepId }, headers }, { register, planner }) {
    const asked = { caseId, stepId: stepInPath(stepId) };
    const preview = await previewReopening(register, planner, asked, new Date());
    if (!preview) throw notFound('case');
    if (preview.state === 'closed')
      throw new Problem('case-closed', 'The case is closed; nothing is reopened.');
    const { step, consequences } = preview;
    if (!step) throw notFound('step');
    if (!consequences) {
      const about = { stepId, currentStatus: step.status };
      throw new Problem('not-reopenable', 'Only a step that is done is reopened.', about);
    }
    return unlessKnown(headers, { ETag: caseTag(preview) }, () => ({
      body: reopeningAnswer(consequences),
      read: [caseId],
    }));
  },
});
