import { type Selectable, type Transaction } from 'kysely';
import type { CaseId } from '../../domain/model/ids';
import type { Plan } from '../../domain/model/plan';
import type { StepRecords } from '../../domain/model/step-record';
import { countedIn, type StepSpan } from '../../domain/statistics/span';
import { type SpanChange, spanChanges } from '../../domain/statistics/span-changes';
import { caseCounts, type CaseSpan, stepCounts } from '../../domain/statistics/span-counts';
import type { RegisterSchema } from '../schema';
import { addCounts } from './work-counts';

type Trx = Transaction<RegisterSchema>;

/**
 * Writes the waits of a case, and the counts of all cases, by a plan, in the transaction that writes the plan, so
 * that statistics and lists agree. The caller holds the case's row lock. `records` are those after the plan, with the
 * days of opening.
 */
export async function writeSpans(trx: Trx, caseId: CaseId, plan: Plan, records: StepRecords): Promise<void> {
  const steps = spanChanges(await knownSteps(trx, caseId), plan, records);
  await writeSteps(trx, caseId, steps);
  const { openedOn, before } = await knownCase(trx, caseId);
  const after = caseSpan(openedOn, plan);
  await writeCase(trx, caseId, after);
  await addCounts(trx, plan.asOf, [...stepCounts(steps), ...caseCounts(before, after)]);
}

function caseSpan(openedOn: CaseSpan['openedOn'], plan: Plan): CaseSpan {
  const closedOn = plan.finished ? (plan.finishOn ?? plan.asOf) : undefined;
  return { openedOn, closedOn, kommun: countedIn(plan) };
}

async function knownSteps(trx: Trx, caseId: CaseId): Promise<StepSpan[]> {
  const rows = await trx.selectFrom('step_spans').selectAll().where('case_id', '=', caseId).execute();
  return rows.map((row) => ({
    stepId: row.step_id,
    agency: row.agency,
    openedOn: row.opened_on,
    end: endOf(row),
    kommun: row.kommun ?? undefined,
    overdueFrom: row.overdue_from ?? undefined,
  }));
}

function endOf({ ended_on: on, outcome }: Selectable<RegisterSchema['step_spans']>): StepSpan['end'] {
  return on === null ? undefined : { on, outcome: outcome ?? undefined };
}

async function writeSteps(trx: Trx, caseId: CaseId, changes: readonly SpanChange[]): Promise<void> {
  const written = changes.flatMap(({ after }) => after ?? []);
  for (const { before, after } of changes) {
    if (before && !after) {
      await trx
        .deleteFrom('step_spans')
        .where('case_id', '=', caseId)
        .where('step_id', '=', before.stepId)
        .where('opened_on', '=', before.openedOn)
        .execute();
    }
  }
  if (written.length === 0) return;
  await trx
    .insertInto('step_spans')
    .values(written.map((span) => stepRow(caseId, span)))
    .onConflict((conflict) =>
      conflict.columns(['case_id', 'step_id', 'opened_on']).doUpdateSet((from) => ({
        agency: from.ref('excluded.agency'),
        ended_on: from.ref('excluded.ended_on'),
        outcome: from.ref('excluded.outcome'),
        kommun: from.ref('excluded.kommun'),
        overdue_from: from.ref('excluded.overdue_from'),
      })),
    )
    .execute();
}

function stepRow(caseId: CaseId, { stepId, agency, openedOn, end, kommun, overdueFrom }: StepSpan) {
  return {
    case_id: caseId,
    step_id: stepId,
    agency,
    opened_on: openedOn,
    ended_on: end?.on ?? null,
    outcome: end?.outcome ?? null,
    kommun: kommun ?? null,
    overdue_from: overdueFrom ?? null,
  };
}

/** The day on which the case was opened, and how it was counted before. */
async function knownCase(trx: Trx, caseId: CaseId) {
  const row = await trx
    .selectFrom('cases')
    .leftJoin('case_spans', 'case_spans.case_id', 'cases.id')
    .select([
      'cases.opened_on as openedOn',
      'case_spans.case_id as counted',
      'case_spans.closed_on as closedOn',
      'case_spans.kommun',
    ])
    .where('cases.id', '=', caseId)
    .executeTakeFirstOrThrow();
  const { openedOn, counted, closedOn, kommun } = row;
  const before: CaseSpan = { openedOn, closedOn: closedOn ?? undefined, kommun: kommun ?? undefined };
  return { openedOn, before: counted === null ? undefined : before };
}

async function writeCase(trx: Trx, caseId: CaseId, { openedOn, closedOn, kommun }: CaseSpan): Promise<void> {
  const counted = { closed_on: closedOn ?? null, kommun: kommun ?? null };
  await trx
    .insertInto('case_spans')
    .values({ case_id: caseId, opened_on: openedOn, ...counted })
    .onConflict((conflict) =>
      conflict
        .column('case_id')
        .doUpdateSet(counted)
        .where((row) =>
          row.or([
            row('case_spans.closed_on', 'is distinct from', counted.closed_on),
            row('case_spans.kommun', 'is distinct from', counted.kommun),
          ]),
        ),
    )
    .execute();
}
