import { createHash, randomBytes } from 'node:crypto';
import type { Register } from '../database';
import type { Colleague } from '../work/colleagues';

/** A calendar feed, with its owner's present details. */
export type Calendar = {
  readonly owner: Colleague;
  readonly createdAt: Date;
  readonly secretHash: Buffer;
  /** ETag of what it returned last. */
  readonly shownTag: string | null;
};

/**
 * Creates a calendar with a new secret of 256 bits and returns the secret; only its hash is stored. An earlier
 * calendar of the owner is replaced.
 */
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

/** Deletes somebody's calendar; returns false when there is none. */
export async function closeCalendar(register: Register, owner: string): Promise<boolean> {
  const closed = await register.deleteFrom('calendars').where('owner', '=', owner).executeTakeFirst();
  return closed.numDeletedRows > 0n;
}

/** Returns the calendar with a secret; undefined when there is none, or its owner is unknown. */
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

/** Stores the ETag of what a calendar returned. */
export async function noteShown(register: Register, owner: string, tag: string): Promise<void> {
  await register.updateTable('calendars').set({ shown_tag: tag }).where('owner', '=', owner).execute();
}

function hashOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
