import type { Errand } from '../../model/plan';
import type { StepRecord } from '../../model/step-record';
import { remindersOf } from '../dates/reminders';
import type { PlacedStep } from '../planner/prepared-step';
import { outcomeOf } from './course';

/** What is to be sent now to an agency's system about a filing that it holds and has not decided, and was not sent yet. */
export function errandsOf(step: PlacedStep): readonly Errand[] {
  const { stepId, filing, record, planned } = step;
  if (planned.status.kind !== 'open' || planned.handOver === undefined) return [];
  if (record.handOver?.filing !== filing || record.handOver.state !== 'filed') return [];
  const { handOver: agency } = planned;
  return [...fromNewcomer(step), ...reminders(step)]
    .map(({ kind, n }) => ({ stepId, agency, filing, kind, n }))
    .filter(({ kind, n }) => !record.errands.includes(`${filing}/${kind}/${n}`));
}

type Numbered = Pick<Errand, 'kind' | 'n'>;

/** The newcomer's acts that a person recorded and the agency must be sent, numbered in the order they were recorded. */
function fromNewcomer({ definition, answers }: PlacedStep): readonly Numbered[] {
  const kinds = answers
    .filter(({ by }) => by === 'person')
    .map(({ outcome }) => outcomeOf(definition, outcome)?.errand)
    .filter((kind) => kind !== undefined);
  return kinds.map((kind, index) => ({
    kind,
    n: kinds.slice(0, index + 1).filter((other) => other === kind).length,
  }));
}

/** Only where the agency's own system answers: elsewhere a caseworker reads the timeline. */
function reminders(step: PlacedStep): readonly Numbered[] {
  if (step.answeredBy !== 'agencySystem') return [];
  const weeks = remindersOf(step)
    .filter(({ date }) => date <= step.context.today)
    .map(({ week }) => week);
  return [...weeks, ...askedFor(step.record, step.filing)].map((n) => ({ kind: 'reminder', n }));
}

/** Reminders that a person asked for are numbered from here, above every week of an automatic reminder. */
const FIRST_ASKED_FOR = 101;

/** The numbers of the reminders that persons have asked for about a filing. */
function askedFor({ reminders = [] }: StepRecord, filing: number): readonly number[] {
  const asked = reminders.filter((reminder) => reminder.filing === filing);
  return asked.map((_reminder, index) => FIRST_ASKED_FOR + index);
}
