import { sql } from 'kysely';
import type { MessageId } from '../../domain/model/ids';
import type { PlainDate } from '../../domain/model/plain-date';
import type { Register } from '../database';
import type { AreaOf } from '../work/tables';

/** Days, the last one included, on which a colleague is absent and a substitute has their work. */
export type Absence = {
  readonly id: MessageId;
  readonly subject: string;
  readonly substitute: string;
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly createdBy: string;
  /** Set when somebody ended or cancelled it before its last day. */
  readonly endedAt: Date | null;
  readonly endedBy: string | null;
};

/** State of an absence on a day; one that was ended is `over` from that moment. */
export type AbsenceState = 'coming' | 'underWay' | 'over';

/** Returns the state of an absence on a day. */
export function absenceStateOn({ from, to, endedAt }: Absence, day: PlainDate): AbsenceState {
  if (endedAt !== null || to < day) return 'over';
  return from <= day ? 'underWay' : 'coming';
}

export const ABSENCE_COLUMNS = [
  'absences.id',
  'absences.subject',
  'absences.substitute',
  'absences.from_date as from',
  'absences.to_date as to',
  'absences.created_by as createdBy',
  'absences.ended_at as endedAt',
  'absences.ended_by as endedBy',
] as const;

/** Returns an absence and locks its row until the end of the transaction; undefined when there is none. */
export async function lockAbsence(trx: Register, id: MessageId): Promise<Absence | undefined> {
  return trx
    .selectFrom('absences')
    .select(ABSENCE_COLUMNS)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

/**
 * Returns the absence under way of a colleague on a day and locks it until the end of the transaction, so that it
 * does not end before what it causes is written.
 */
export async function absenceUnderWay(
  trx: Register,
  subject: string,
  day: PlainDate,
): Promise<Absence | undefined> {
  return trx
    .selectFrom('absences')
    .select(ABSENCE_COLUMNS)
    .where('subject', '=', subject)
    .where('from_date', '<=', day)
    .where('to_date', '>=', day)
    .where('ended_at', 'is', null)
    .forShare()
    .executeTakeFirst();
}

/** Which absences a reader sees: their own, as the absent one or the substitute, and those of an area. */
export type AbsenceReader = { readonly subject: string; readonly area?: AreaOf };

/** The position of an absence in the list. */
export type AbsencePlace = { readonly from: PlainDate; readonly id: MessageId };

/** Returns a page of absences in order of their first day; past ones only on request. */
export async function listAbsences(
  register: Register,
  reader: AbsenceReader,
  asked: { readonly asOf: PlainDate; readonly isOverToo: boolean; readonly limit: number },
  after?: AbsencePlace,
): Promise<Absence[]> {
  const { subject, area } = reader;
  let query = register
    .selectFrom('absences')
    .innerJoin('colleagues', 'colleagues.subject', 'absences.subject')
    .select(ABSENCE_COLUMNS)
    .orderBy('absences.from_date')
    .orderBy('absences.id')
    .limit(asked.limit);
  if (area === undefined) {
    query = query.where((eb) =>
      eb.or([eb('absences.subject', '=', subject), eb('absences.substitute', '=', subject)]),
    );
  } else if (area !== 'national') {
    query = query.where(sql<boolean>`jsonb_typeof(colleagues.area) = 'array'
      and colleagues.area <@ ${JSON.stringify(area)}::jsonb`);
  }
  if (!asked.isOverToo) query = query.where('ended_at', 'is', null).where('to_date', '>=', asked.asOf);
  if (after) {
    query = query.where((eb) =>
      eb(eb.refTuple('absences.from_date', 'absences.id'), '>', eb.tuple(after.from, after.id)),
    );
  }
  return query.execute();
}
