import { type Kysely, sql } from 'kysely';
import { latest } from '../../domain/law/calendar';
import { stockholmDayAt } from '../../domain/law/stockholm-day';
import type { CaseId, StepId } from '../../domain/model/ids';
import type { PlainDate } from '../../domain/model/plain-date';
import type { StepRecord } from '../../domain/model/step-record';
import type { Situation } from '../../domain/process/stuck/reason';
import type { RegisterSchema } from '../schema';

type WorkRow = {
  readonly stepId: StepId;
  readonly isForCaseworker: boolean;
  readonly since: PlainDate | null;
  readonly assignee: string | null;
  readonly releasedOn: PlainDate | null;
  readonly record: StepRecord;
  readonly notedAt: Date | null;
};

/**
 * Returns what the plan does not know of the steps under way: since when they have no assignee, and when something
 * last happened (an answer to the present filing, a note).
 */
export async function situationOf(trx: Kysely<RegisterSchema>, caseId: CaseId): Promise<Situation> {
  const rows = await trx
    .selectFrom('case_steps')
    .select([
      'step_id as stepId',
      'since',
      'assignee',
      'released_on as releasedOn',
      'record',
      sql<boolean>`waiting_for is not distinct from 'caseworker'`.as('isForCaseworker'),
      sql<Date | null>`(select max(at) from notes
        where notes.case_id = case_steps.case_id and notes.step_id = case_steps.step_id)`.as('notedAt'),
    ])
    .where('case_id', '=', caseId)
    .where('status_kind', 'in', ['open', 'paused'])
    .execute();
  return { unownedSince: byStep(rows, unownedSince), lastEventOn: byStep(rows, lastEventOn) };
}

function byStep(
  rows: readonly WorkRow[],
  dayOf: (row: WorkRow) => PlainDate | undefined,
): Readonly<Record<StepId, PlainDate>> {
  const days = rows.flatMap((row) => {
    const day = dayOf(row);
    return day === undefined ? [] : [[row.stepId, day] as const];
  });
  return Object.fromEntries(days);
}

function unownedSince({ isForCaseworker, assignee, since, releasedOn }: WorkRow): PlainDate | undefined {
  if (!isForCaseworker || assignee !== null || since === null) return undefined;
  return latest(since, releasedOn ?? since);
}

function lastEventOn({ record, notedAt }: WorkRow): PlainDate | undefined {
  const answered = record.answers.filter(({ filing }) => filing === record.filing);
  const moments = [...answered.map(({ at }) => Date.parse(at)), ...(notedAt ? [notedAt.getTime()] : [])];
  return moments.length === 0 ? undefined : stockholmDayAt(Math.max(...moments));
}
