import type { Instant, PlainDate } from '../../domain/model/plain-date';
import { stockholmDayAt } from '../../domain/law/stockholm-day';
import type { CaseInput, CasePages } from '../cases/cases-of-register';
import { type Change, changesBetween } from './compare';
import type { PlannerProcess } from './planner-process';
import type { Answer, Question } from './host';

/** What the two versions say about one case. `failed` names for each version that threw the kind of its defect. */
export type CaseDifference = { readonly caseId: string; readonly state?: CaseInput['state'] } & (
  | { readonly kind: 'same' }
  | { readonly kind: 'affected'; readonly day: PlainDate; readonly changes: readonly Change[] }
  | { readonly kind: 'failed'; readonly day: PlainDate; readonly before?: string; readonly after?: string }
);

/** The two planners, that of the other commit first. */
export type Both = { readonly before: PlannerProcess; readonly after: PlannerProcess };

/**
 * How the plan of each case would differ, in the order of the cases. Each is planned by both on the same day: the one
 * asked for, else today or the last day that the case itself has seen, whichever is later.
 */
export async function* differences(
  cases: CasePages,
  { before, after }: Both,
  on: PlainDate | undefined,
): AsyncGenerator<CaseDifference> {
  const today = stockholmDayAt(Date.now());
  for await (const page of cases) {
    yield* await Promise.all(
      page.map(async (one) => {
        const day = on ?? (one.asOf && one.asOf > today ? one.asOf : today);
        const question = JSON.stringify(questionOf(one, day));
        const [old, present] = await Promise.all([before.ask(question), after.ask(question)]);
        return differenceOf(one, day, old, present);
      }),
    );
  }
}

function questionOf({ facts, records }: CaseInput, day: PlainDate): Question {
  return { facts, records, day, now: `${day}T11:00:00.000Z` as Instant };
}

function differenceOf(
  { caseId, state }: CaseInput,
  day: PlainDate,
  old: string,
  present: string,
): CaseDifference {
  const of = { caseId, ...(state ? { state } : {}) };
  if (old === present && !old.startsWith('{"failed"')) return { ...of, kind: 'same' };
  const before = JSON.parse(old) as Answer;
  const after = JSON.parse(present) as Answer;
  if ('failed' in before || 'failed' in after)
    return { ...of, kind: 'failed', day, ...failures(before, after) };
  const changes = changesBetween(before.plan, after.plan);
  return changes.length > 0 ? { ...of, kind: 'affected', day, changes } : { ...of, kind: 'same' };
}

function failures(before: Answer, after: Answer): { before?: string; after?: string } {
  return {
    ...('failed' in before ? { before: before.failed } : {}),
    ...('failed' in after ? { after: after.failed } : {}),
  };
}
