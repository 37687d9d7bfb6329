import { type RawBuilder, sql } from 'kysely';
import { addDays } from '../../domain/law/calendar';
import { AgencyId } from '../../domain/model/agency';
import type { PlainDate } from '../../domain/model/plain-date';
import type { Register } from '../database';
import { covering, spanConditions } from '../stuck/list';
import type { CountScope } from './scope';
import type { Condition } from './subscription';

/**
 * Returns the number of cases that meet a condition on a day, within the scope. Reads the indexes of open steps,
 * stuck spans or technical trouble, never all cases.
 */
export async function countCases(
  db: Register,
  condition: Condition,
  scope: CountScope,
  asOf: PlainDate,
): Promise<number> {
  const result = await sql<{ cases: number }>`
    select count(distinct f.case_id)::int as cases from (${found(condition, scope, asOf)}) f
    ${scope.isWithProtected ? sql`` : WITHOUT_PROTECTED}`.execute(db);
  return result.rows[0]?.cases ?? 0;
}

/** Excludes protected persons: there may be so few in a kommun that a count identifies them. */
const WITHOUT_PROTECTED = sql`where not exists (select 1 from cases p
  where p.id = f.case_id and coalesce(p.protection ->> 'queue', 'protected') = 'protected')`;

function found(condition: Condition, scope: CountScope, asOf: PlainDate): RawBuilder<unknown> {
  switch (condition.kind) {
    case 'waiting':
      return waiting(condition, scope, asOf);
    case 'stuck': {
      const { kommuner, agency } = scope;
      const { step, reason } = condition;
      const filters = {
        ...(kommuner && { kommuner }),
        ...(agency && { agency }),
        ...(step && { step }),
        ...(reason && { reason }),
      };
      return sql`select case_id from stuck_spans where ${covering(asOf)} ${spanConditions(filters)}`;
    }
    case 'technical':
      return sql`select t.case_id from case_trouble t ${
        scope.kommuner
          ? sql`join cases c on c.id = t.case_id where c.kommun = any(${[...scope.kommuner]}::text[])`
          : sql``
      }`;
  }
}

/** Each agency has its own part of the index, so that all are named when none is given. */
function waiting(
  { step, longerThanDays }: Extract<Condition, { kind: 'waiting' }>,
  { kommuner, agency }: CountScope,
  asOf: PlainDate,
): RawBuilder<unknown> {
  const conditions = [
    sql`s.status_kind = 'open'`,
    sql`s.agency = any(${agency ? [agency] : AgencyId.options}::text[])`,
    ...(kommuner ? [sql`s.kommun = any(${[...kommuner]}::text[])`] : []),
    ...(step ? [sql`(s.step_id = ${step} or s.step_id like ${`${step}:%`})`] : []),
    ...(longerThanDays === undefined ? [] : [sql`s.since < ${addDays(asOf, -longerThanDays)}::date`]),
  ];
  return sql`select s.case_id from case_steps s where ${sql.join(conditions, sql` and `)}`;
}
