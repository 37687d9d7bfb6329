import type { OpenStep, PlanDigest } from '../../model/assessment';
import type { PlainDate } from '../../model/plain-date';
import type { StepRecords } from '../../model/step-record';

/**
 * What Temporal's own page shows of a case, in Markdown: each open step with whose it is, whom it waits for, since and
 * until when, then how many wait behind them. Ids, codes and days only. `records` as opened after the plan.
 */
export function currentDetails(plan: PlanDigest, records: StepRecords): string {
  const { open, blocked, paused = [], finished } = plan;
  const behind = blocked.filter((stepId) => !paused.includes(stepId)).length;
  if (finished) return 'The case is over.';
  return [
    ...open.map((step) => line(step, plan, records)),
    ...paused.map((stepId) => `- **${stepId}** is paused`),
    '', // ends the list
    `${behind} blocked`,
  ].join('\n');
}

function line(step: OpenStep, { agencies }: PlanDigest, records: StepRecords): string {
  const { stepId, handOver, of = -1, waitsFor, due, expected } = step;
  const agency = handOver ?? agencies[of] ?? '';
  const whom = waitsFor ?? (handOver ? 'agency' : 'caseworker');
  const since = openedOn(step, records);
  const by = due ?? expected;
  return [
    `- **${stepId}** (${agency}) waits for ${whom}`,
    since ? ` since ${since}` : '',
    by ? `, due ${by}` : '',
  ].join('');
}

function openedOn({ stepId }: OpenStep, records: StepRecords): PlainDate | undefined {
  const record = records[stepId];
  return record?.reopenings.at(-1)?.on ?? record?.openedOn;
}
