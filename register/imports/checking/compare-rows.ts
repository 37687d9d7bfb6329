import { type RawBuilder, sql } from 'kysely';
import { type BirthDates, type Described, likeness } from '../../../domain/likeness/alike';
import type { CaseId } from '../../../domain/model/ids';
import type { PlainDate } from '../../../domain/model/plain-date';
import type { Register } from '../../database';

const BATCH = 100;

/** A row and somebody whom it may be, as the register finds them by sound and birth date. */
type Pair = {
  readonly line: number;
  readonly caseId: CaseId | null;
  readonly otherLine: number | null;
  readonly one: Described;
  readonly other: Described;
};

/**
 * Compares the next rows that nobody has compared with the persons of open cases and with the rows before them, and
 * returns how many there were: 0 when all are compared. A row that may be somebody there waits for a person to say so;
 * rows of one household are told apart by whoever wrote them. The caller holds the import.
 */
export async function compareRows(trx: Register, importId: string): Promise<number> {
  const { rows } = await sql<{ line: number }>`
    update import_rows r set is_compared = true
    from (select line from import_rows where import_id = ${importId} and state = 'waiting' and not is_compared
      order by line limit ${BATCH} for update) next
    where r.import_id = ${importId} and r.line = next.line returning r.line`.execute(trx);
  const lines = rows.map(({ line }) => line);
  if (lines.length > 0) {
    const found = await pairs(trx, [knownPersons(importId, lines), earlierRows(importId, lines)]);
    await keepCandidates(trx, importId, found);
  }
  return lines.length;
}

/**
 * Compares rows that are about to be opened with those who came into the register since the file was compared. Gives the
 * lines that may be somebody there.
 */
export async function compareWithNewcomers(
  trx: Register,
  importId: string,
  lines: readonly number[],
): Promise<ReadonlySet<number>> {
  // By the case and not the person, who may have been here before; the whole day, for a case has no moment.
  const since = sql`c.opened_on >= (select (compared_at - interval '1 minute') at time zone 'Europe/Stockholm'
      from imports where id = ${importId})::date
    and not exists (select 1 from import_rows own where own.import_id = ${importId} and own.case_id = c.id)
    and not exists (select 1 from import_candidates known
      where known.import_id = ${importId} and known.line = r.line and known.case_id = c.id)`;
  return keepCandidates(trx, importId, await pairs(trx, [knownPersons(importId, lines, since)]));
}

async function pairs(trx: Register, found: readonly RawBuilder<unknown>[]): Promise<Pair[]> {
  const { rows } = await sql<{
    line: number;
    case_id: CaseId | null;
    other_line: number | null;
    parts: readonly string[];
    born_on: PlainDate;
    other_parts: readonly string[];
    other_born_on: PlainDate;
  }>`${sql.join(found, sql` union all `)}`.execute(trx);
  return rows.map((row) => ({
    line: row.line,
    caseId: row.case_id,
    otherLine: row.other_line,
    one: { parts: row.parts, bornOn: row.born_on },
    other: { parts: row.other_parts, bornOn: row.other_born_on },
  }));
}

/** Born the same day and a word of the name sounds the same, or the names are the same once folded. */
function knownPersons(importId: string, lines: readonly number[], also: RawBuilder<unknown> = sql`true`) {
  const told = sql`r.line, c.id as case_id, null::int as other_line, r.parts, r.born_on,
    n.parts as other_parts, f.value ->> 'bornOn' as other_born_on`;
  const birth = sql`f.kind = 'birth' and f.withdrawn_by is null`;
  const openCase = sql`join cases c on c.person_id = n.person_id and c.state = 'open'
    where r.import_id = ${importId} and r.line = any (${[...lines]}) and ${also}`;
  return sql`
    select ${told} from import_rows r
    join facts f on ${birth} and f.value ->> 'bornOn' = r.born_on
    join person_names n on n.person_id = f.person_id and n.keys && r.keys ${openCase}
    union all
    select ${told} from import_rows r
    join person_names n on n.whole = r.whole
    join facts f on f.person_id = n.person_id and ${birth} and f.value ->> 'bornOn' <> r.born_on ${openCase}`;
}

function earlierRows(importId: string, lines: readonly number[]) {
  const told = sql`r.line, null::uuid as case_id, o.line as other_line, r.parts, r.born_on,
    o.parts as other_parts, o.born_on as other_born_on`;
  const others = sql`o.import_id = r.import_id and o.line < r.line and o.state in ('waiting', 'candidate')
    and o.household <> r.household`;
  const these = sql`where r.import_id = ${importId} and r.line = any (${[...lines]})`;
  return sql`
    select ${told} from import_rows r
    join import_rows o on ${others} and o.born_on = r.born_on and o.keys && r.keys ${these}
    union all
    select ${told} from import_rows r
    join import_rows o on ${others} and o.whole = r.whole and o.born_on <> r.born_on ${these}`;
}

async function keepCandidates(
  trx: Register,
  importId: string,
  found: readonly Pair[],
): Promise<ReadonlySet<number>> {
  const candidates = found.flatMap(({ line, caseId, otherLine, one, other }) => {
    const birthDates: BirthDates | undefined = likeness(one, other);
    return birthDates ? [{ line, case_id: caseId, other_line: otherLine, birth_dates: birthDates }] : [];
  });
  const lines = new Set(candidates.map(({ line }) => line));
  if (lines.size === 0) return lines;
  // As one parameter: a common name has more likenesses than PostgreSQL takes parameters.
  await sql`
    insert into import_candidates (import_id, line, case_id, other_line, birth_dates)
    select ${importId}::uuid, line, case_id, other_line, birth_dates
    from jsonb_to_recordset(${JSON.stringify(candidates)}::jsonb)
      as n (line int, case_id uuid, other_line int, birth_dates text)
    on conflict do nothing`.execute(trx);
  await trx
    .updateTable('import_rows')
    .set({ state: 'candidate' })
    .where('import_id', '=', importId)
    .where('line', 'in', [...lines])
    .execute();
  return lines;
}
