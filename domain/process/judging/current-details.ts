import type { OpenStep, PlanDigest } from '../../model/assessment';
import type { StepRecords } from '../../model/step-record';

/**
 * What Temporal's own page shows of a case, in Markdown: each open step with its agency, whom it waits for, since when
 * and until when, then how many steps are blocked. Ids, codes and days only. `records` as opened after the plan.
 */
export function currentDetails(digest: PlanDigest, records: StepRecords): string {
  const { open, blocked, paused, finished } = digest;
  if (finished) return 'The case has ended.';
  return [
    ...open.map((step) => lineAbout(step, records)),
    ...paused.map((stepId) => `- **${stepId}** is paused`),
    '', // ends the list
    `${blocked.length} blocked`,
  ].join('\n');
}

function lineAbout({ stepId, agency, waitingFor, due }: OpenStep, records: StepRecords): string {
  const record = records[stepId];
  const since = record?.reopenings.at(-1)?.on ?? record?.openedOn;
  return [
    `- **${stepId}** (${agency}) waits for ${waitingFor}`,
    since ? ` since ${since}` : '',
    due ? `, due ${due}` : '',
  ].join('');
}
