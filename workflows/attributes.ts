import { defineSearchAttributeKey, type SearchAttributeUpdatePair } from '@temporalio/common';
import type { PlanDigest } from '../domain/model/assessment';
import type { PlainDate } from '../domain/model/plain-date';

/** What Temporal's own views can be searched by. No personal data: values are plain text everywhere. */
const OpenSteps = defineSearchAttributeKey('OpenSteps', 'KEYWORD_LIST');
const OpenAgencies = defineSearchAttributeKey('OpenAgencies', 'KEYWORD_LIST');
const Kommun = defineSearchAttributeKey('Kommun', 'KEYWORD');
const WaitingSince = defineSearchAttributeKey('WaitingSince', 'DATETIME');
const DueAt = defineSearchAttributeKey('DueAt', 'DATETIME');

/** The search attributes of a plan; an attribute without a value is unset. Dates stand for their midnight in UTC. */
export function searchAttributesOf({
  open,
  agencies,
  kommun,
  dueOn,
  since,
}: PlanDigest): SearchAttributeUpdatePair[] {
  return [
    { key: OpenSteps, value: open.map((step) => step.stepId) },
    { key: OpenAgencies, value: [...agencies] },
    { key: Kommun, value: kommun ?? null },
    { key: WaitingSince, value: midnight(since) },
    { key: DueAt, value: midnight(dueOn) },
  ];
}

function midnight(day: PlainDate | undefined): Date | null {
  return day ? new Date(`${day}T00:00:00Z`) : null;
}
