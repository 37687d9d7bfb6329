import type { Transaction } from 'kysely';
import { stockholmDayAt } from '../../domain/law/stockholm-day';
import type { DatedFact } from '../../domain/model/facts';
import type { CaseId, HouseholdId, PersonId } from '../../domain/model/ids';
import type { PlainDate } from '../../domain/model/plain-date';
import type { StepRecords } from '../../domain/model/step-record';
import { withFields } from '../assessment/answers';
import type { Register } from '../database';
import type { RegisterSchema } from '../schema';

/** The planner's whole input about one case, as `assess` composes it; `asOf` is the case's own last day. */
export type PlannerInput = {
  readonly caseId: CaseId;
  readonly state: 'open' | 'closed';
  readonly asOf: PlainDate;
  readonly facts: readonly DatedFact[];
  readonly records: StepRecords;
};

type Trx = Transaction<RegisterSchema>;

/** The columns of a case's row that the planner's input needs. */
export type PlannedCase = {
  readonly caseId: CaseId;
  readonly personId: PersonId;
  readonly householdId: HouseholdId;
  readonly state: 'open' | 'closed';
  readonly assessedAt: Date;
};

const PAGE = 200;

/**
 * Yields all cases in pages, in order of id, as they were at one moment: one read-only transaction, which ends with
 * the iteration, also when that is abandoned.
 */
export async function* allPlannerInput(register: Register): AsyncGenerator<readonly PlannerInput[]> {
  const trx = await register
    .startTransaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute();
  try {
    let page = await casesAfter(trx, undefined);
    while (page.length > 0) {
      yield await inputOf(trx, page);
      page = await casesAfter(trx, page.at(-1)?.caseId);
    }
  } finally {
    await trx.rollback().execute();
  }
}

async function casesAfter(trx: Trx, last: CaseId | undefined): Promise<PlannedCase[]> {
  const rows = trx
    .selectFrom('cases')
    .select([
      'id as caseId',
      'person_id as personId',
      'household_id as householdId',
      'state',
      'assessed_at as assessedAt',
    ])
    .orderBy('id')
    .limit(PAGE);
  return (last === undefined ? rows : rows.where('id', '>', last)).execute();
}

/** Returns the planner's input about these cases, within the caller's transaction. */
export async function inputOf(trx: Trx, page: readonly PlannedCase[]): Promise<PlannerInput[]> {
  const facts = await factsOf(trx, page);
  const records = await recordsOf(trx, page);
  return page.map(({ caseId, personId, householdId, state, assessedAt }) => ({
    caseId,
    state,
    asOf: stockholmDayAt(assessedAt.getTime()),
    facts: facts.filter(({ of }) =>
      'personId' in of ? of.personId === personId : of.householdId === householdId,
    ),
    records: records.get(caseId) ?? {},
  }));
}

/** Returns every valid fact of these persons and their households, in the order of entry. */
async function factsOf(trx: Trx, page: readonly PlannedCase[]): Promise<DatedFact[]> {
  const persons = page.map(({ personId }) => personId);
  const households = page.map(({ householdId }) => householdId);
  const rows = await trx
    .selectFrom('facts')
    .select(['person_id', 'household_id', 'value', 'valid_from', 'source', 'message_id'])
    .where((where) => where.or([where('person_id', 'in', persons), where('household_id', 'in', households)]))
    .where('withdrawn_by', 'is', null)
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    fact: row.value,
    // The table's own check: one of the two is set.
    of: row.person_id ? { personId: row.person_id } : { householdId: row.household_id as HouseholdId },
    validFrom: row.valid_from,
    source: row.source,
    messageId: row.message_id,
  }));
}

async function recordsOf(trx: Trx, page: readonly PlannedCase[]): Promise<Map<CaseId, StepRecords>> {
  const ids = page.map(({ caseId }) => caseId);
  const steps = await trx
    .selectFrom('case_steps')
    .select(['case_id', 'step_id', 'record'])
    .where('case_id', 'in', ids)
    .orderBy('position')
    .execute();
  const answers = await trx
    .selectFrom('answers')
    .select(['case_id', 'message_id', 'step_id', 'fields'])
    .where('case_id', 'in', ids)
    .execute();
  const stepsOf = byCase(steps);
  const answersOf = byCase(answers);
  const filled = ids.map((id): [CaseId, StepRecords] => {
    const records = (stepsOf.get(id) ?? []).map(({ step_id: stepId, record }) => [stepId, record]);
    return [id, withFields(Object.fromEntries(records) as StepRecords, answersOf.get(id) ?? [])];
  });
  return new Map(filled);
}

function byCase<T extends { readonly case_id: CaseId }>(rows: readonly T[]): Map<CaseId, T[]> {
  const groups = new Map<CaseId, T[]>();
  for (const row of rows) groups.set(row.case_id, [...(groups.get(row.case_id) ?? []), row]);
  return groups;
}
