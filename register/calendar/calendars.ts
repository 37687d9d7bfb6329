import { createHash, randomBytes } from 'node:crypto';
import type { Register } from '../database';
import type { Colleague } from '../work/colleagues';

/** A calendar that somebody reads elsewhere, with its owner as they are known now. */
export type Calendar = {
  readonly owner: Colleague;
  readonly createdAt: Date;
  readonly secretHash: Buffer;
  /** Names what it showed when it was read last. */
  readonly shownTag: string | null;
};

/** Gives somebody a calendar under a new secret of 256 bits; an earlier one is no longer found. Only a hash is kept. */
export async function openCalendar(register: Register, owner: string, now: Date): Promise<string> {
  const secret = randomBytes(32).toString('base64url');
  const row = { secret_hash: hashOf(secret), created_at: now, shown_tag: null };
  await register
    .insertInto('calendars')
    .values({ owner, ...row })
    .onConflict((conflict) => conflict.column('owner').doUpdateSet(row))
    .execute();
  return secret;
}

/** Ends somebody's calendar; `false` when there is none. */
export async function closeCalendar(register: Register, owner: string): Promise<boolean> {
  const closed = await register.deleteFrom('calendars').where('owner', '=', owner).executeTakeFirst();
  return closed.numDeletedRows > 0n;
}

/** The calendar under a secret; `undefined` where there is none, or its owner is not known. */
export async function findCalendar(register: Register, secret: string): Promise<Calendar | undefined> {
  const row = await register
    .selectFrom('calendars as k')
    .innerJoin('colleagues as c', 'c.subject', 'k.owner')
    .select(['c.subject', 'c.name', 'c.email', 'c.role', 'c.agency', 'c.area'])
    .select(['k.created_at as createdAt', 'k.secret_hash as secretHash', 'k.shown_tag as shownTag'])
    .where('k.secret_hash', '=', hashOf(secret))
    .executeTakeFirst();
  if (!row) return undefined;
  const { createdAt, secretHash, shownTag, ...owner } = row;
  return { owner, createdAt, secretHash, shownTag };
}

/** Keeps what a calendar has shown. */
export async function noteShown(register: Register, owner: string, tag: string): Promise<void> {
  await register.updateTable('calendars').set({ shown_tag: tag }).where('owner', '=', owner).execute();
}

function hashOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
