import type { Errand } from '../../model/plan';
import type { StepRecord } from '../../model/step-record';
import { remindersOf } from '../dates/reminders';
import type { PlacedStep } from '../planner/prepared-step';
import { outcomeOf } from './course';

/** What an agency's system is to be told now about a filing it holds and has not decided, and has not been told yet. */
export function errandsOf(step: PlacedStep): readonly Errand[] {
  const { stepId, filing, record, planned } = step;
  if (planned.status.kind !== 'open' || planned.handOver === undefined) return [];
  if (record.handOver?.filing !== filing || record.handOver.state !== 'filed') return [];
  const { handOver: agency } = planned;
  return [...passedOn(step), ...reminders(step)]
    .map(({ kind, n }) => ({ stepId, agency, filing, kind, n }))
    .filter(({ kind, n }) => !record.errands.includes(`${filing}/${kind}/${n}`));
}

type Word = Pick<Errand, 'kind' | 'n'>;

/** What the newcomer has said through a person and the agency must hear, numbered in the order it was said. */
function passedOn({ definition, answers }: PlacedStep): readonly Word[] {
  const said = answers
    .filter(({ by }) => by === 'person')
    .map(({ outcome }) => outcomeOf(definition, outcome)?.errand)
    .filter((kind) => kind !== undefined);
  return said.map((kind, index) => ({
    kind,
    n: said.slice(0, index + 1).filter((other) => other === kind).length,
  }));
}

/** Only where the agency's own system answers: elsewhere a caseworker reads the timeline. */
function reminders(step: PlacedStep): readonly Word[] {
  if (step.answeredBy !== 'agencySystem') return [];
  const weeks = remindersOf(step)
    .filter(({ date }) => date <= step.context.today)
    .map(({ week }) => week);
  return [...weeks, ...askedFor(step.record, step.filing)].map((n) => ({ kind: 'reminder', n }));
}

/** Reminders that a person asked for are counted from here, above every week that one comes by itself in. */
const FIRST_ASKED_FOR = 101;

/** The numbers of the reminders of a filing that persons have asked for. */
function askedFor({ reminders = [] }: StepRecord, filing: number): readonly number[] {
  const asked = reminders.filter((reminder) => reminder.filing === filing);
  return asked.map((_reminder, index) => FIRST_ASKED_FOR + index);
}
