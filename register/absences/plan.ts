import { sql } from 'kysely';
import type { PlainDate } from '../../domain/model/plain-date';
import type { Register } from '../database';
import { addToInbox } from '../work/inbox';
import { ABSENCE_COLUMNS, type Absence } from './absence';

/** A new absence; its id is that of the requesting message. */
export type NewAbsence = Pick<Absence, 'id' | 'subject' | 'substitute' | 'from' | 'to' | 'createdBy'>;

/**
 * An absence that conflicts with a new one: of the same person, of the substitute, or one in which the person is the
 * substitute.
 */
export type InTheWay = { readonly why: 'own' | 'substituteAway' | 'standsIn'; readonly absence: Absence };

/** Locks the entering of absences until the end of the transaction, so that no two at once make a chain. */
export async function enterAlone(trx: Register): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('absences'))`.execute(trx);
}

/** Returns the first absence that conflicts with the new one; undefined when none does. */
export async function absenceInTheWay(trx: Register, asked: NewAbsence): Promise<InTheWay | undefined> {
  const absence = await trx
    .selectFrom('absences')
    .select(ABSENCE_COLUMNS)
    .where('ended_at', 'is', null)
    .where('from_date', '<=', asked.to)
    .where('to_date', '>=', asked.from)
    .where((eb) =>
      eb.or([eb('subject', 'in', [asked.subject, asked.substitute]), eb('substitute', '=', asked.subject)]),
    )
    .orderBy('from_date')
    .executeTakeFirst();
  if (!absence) return undefined;
  if (absence.subject === asked.subject) return { why: 'own', absence };
  return { why: absence.subject === asked.substitute ? 'substituteAway' : 'standsIn', absence };
}

/** Stores an absence and notifies the absent colleague and the substitute, except the one who entered it. */
export async function enterAbsence(trx: Register, asked: NewAbsence): Promise<Absence> {
  const { id, subject, substitute, from, to, createdBy } = asked;
  await trx
    .insertInto('absences')
    .values({ id, subject, substitute, from_date: from, to_date: to, created_by: createdBy })
    .execute();
  const absence = { ...asked, endedAt: null, endedBy: null };
  await notifyParties(trx, absence, 'entered', createdBy);
  return absence;
}

/**
 * Ends an absence now, or cancels a coming one. The worker's next round returns the steps. Returns the changed
 * absence.
 */
export async function endAbsence(trx: Register, absence: Absence, by: string, at: Date): Promise<Absence> {
  await trx
    .updateTable('absences')
    .set({ ended_by: by, ended_at: at })
    .where('id', '=', absence.id)
    .execute();
  const ended = { ...absence, endedBy: by, endedAt: at };
  await notifyParties(trx, ended, 'ended', by);
  return ended;
}

/**
 * Notifies, once a day, the absent colleague and the one who entered the absence that the substitute cannot take all
 * of the work.
 */
export async function notifyNotTaken(trx: Register, absence: Absence, today: PlainDate): Promise<void> {
  const { id, subject, createdBy } = absence;
  await notifyOfAbsence(
    trx,
    [...new Set([subject, createdBy])],
    absence,
    'notTaken',
    `${id}/notTaken/${today}`,
  );
}

async function notifyParties(trx: Register, absence: Absence, what: string, by: string): Promise<void> {
  const parties = [absence.subject, absence.substitute].filter((party) => party !== by);
  await notifyOfAbsence(trx, parties, absence, what, `${absence.id}/${what}`);
}

async function notifyOfAbsence(
  trx: Register,
  recipients: readonly string[],
  { id, subject, substitute, from, to }: Absence,
  what: string,
  eventKey: string,
): Promise<void> {
  const content = { what, absenceId: id, subject, substitute, from, to };
  await addToInbox(
    trx,
    recipients.map((recipient) => ({ recipient, kind: 'absence' as const, eventKey, content })),
  );
}
