import { appealRouteOf } from '../../law/appeal-routes';
import { remedyOf } from '../../law/appeal-time';
import { addDays } from '../../law/calendar';
import { DEMAND_DECISION } from '../../law/delay';
import type { PlainDate } from '../../model/plain-date';
import type { Due } from '../../model/plan';
import { appealTimeOf, type Refusal } from '../filings/course';
import type { PreparedStep } from '../planner/prepared-step';
import { expectedRule } from './expected-rule';
import { movedDue } from './moved-dates';

/** A right that opens on its date; every other date is a last day. */
export function opens(due: Due): boolean {
  return due.kind === 'right' && due.rule === DEMAND_DECISION;
}

/** All dates of a step under way, the most important first; `lawDates` are those of `lawDues`. */
export function duesOf(step: PreparedStep, lawDates: readonly Due[]): readonly Due[] {
  return byImportance(
    [...lawDates, ...expectations(step)].map((due) => movedDue(due, step)),
    step.context.today,
  );
}

/** The dates that statute, an agency's order or a target sets for the present filing. */
export function lawDues(step: PreparedStep): readonly Due[] {
  const { course, definition, context } = step;
  switch (course.kind) {
    case 'awaiting':
      return definition.dues(context);
    case 'completionAsked':
      return [...completionDue(course.by), ...definition.dues(context)];
    case 'refused':
      return appealDue(step, course);
    case 'underReview':
    case 'appealed':
    case 'ended':
    case 'refusalStands':
      return [];
  }
}

/** The agency itself set the day (FL 20 §, FOL 31 §), so lag 1930:173 does not move it. */
function completionDue(by: PlainDate | undefined): readonly Due[] {
  if (by === undefined) return [];
  return [{ date: by, kind: 'duty', rule: 'answerCompletion', law: 'FL 20 §', whose: 'newcomer' }];
}

function appealDue({ definition }: PreparedStep, refusal: Refusal): readonly Due[] {
  const time = appealTimeOf(definition, refusal);
  const remedy = remedyOf(appealRouteOf(definition.id), refusal.reviewed === true);
  if (time.kind === 'notStarted' || remedy === undefined) return [];
  const { rule, law } = remedy;
  const { lastDay, movedBy } = time;
  return [
    {
      date: lastDay,
      kind: 'right',
      rule,
      law,
      whose: 'newcomer',
      ...(movedBy === undefined ? {} : { movedBy }),
    },
  ];
}

/** The usual time to an answer, from the day the filing opened or came back from court. None while nothing is awaited. */
function expectations({ course, definition, filingOpenedOn }: PreparedStep): readonly Due[] {
  if (course.kind !== 'awaiting') return [];
  const { medianDays, source } = definition.expectation;
  return [
    {
      date: addDays(course.returnedOn ?? filingOpenedOn, medianDays),
      kind: 'expectation',
      rule: expectedRule(definition.id),
      law: source,
      whose: definition.kind === 'filing' ? 'newcomer' : definition.agency,
    },
  ];
}

/** A passed duty or target first, then what comes, then a passed expectation or right; the earliest first in each. */
function byImportance(dues: readonly Due[], today: PlainDate): readonly Due[] {
  const rank = ({ date, kind }: Due): number => {
    if (date >= today) return 1;
    return kind === 'duty' || kind === 'target' ? 0 : 2;
  };
  return [...dues].sort(
    (a, b) => rank(a) - rank(b) || a.date.localeCompare(b.date) || a.rule.localeCompare(b.rule),
  );
}
