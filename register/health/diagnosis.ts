import { sql } from 'kysely';
import type { MessageState } from '../schema';
import type { Register } from '../database';
import { MIGRATIONS } from '../migrations';

/** Diagnosis of the database. */
export type RegisterDiagnosis = {
  readonly serverVersion: string;
  /** The database's clock minus this process's, in ms. */
  readonly clockSkew: number;
  readonly schema: { readonly applied: string[]; readonly pending: string[] };
};

/** Number of open cases last planned by a version of the rules. */
export type RulesInUse = { readonly rulesVersion: string; readonly openCases: number };

/** Messages that no case has accepted yet. */
export type Unconfirmed = { readonly count: number; readonly oldest: Date | null };

/** Sends a query to the database. Throws when it does not answer. */
export async function pingRegister(register: Register): Promise<void> {
  await sql`select 1`.execute(register);
}

/** Returns version, clock skew and schema of the database. */
export async function diagnoseRegister(register: Register): Promise<RegisterDiagnosis> {
  const asked = Date.now();
  const { rows } = await sql<{ version: string; at: Date }>`
    select current_setting('server_version') as version, clock_timestamp() as at`.execute(register);
  const middle = (asked + Date.now()) / 2;
  const applied = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(
    register,
  );
  const names = applied.rows.map(({ name }) => name);
  return {
    serverVersion: rows[0]?.version ?? 'unknown',
    clockSkew: Math.round((rows[0]?.at.getTime() ?? middle) - middle),
    schema: { applied: names, pending: Object.keys(MIGRATIONS).filter((name) => !names.includes(name)) },
  };
}

/** Returns the number of open cases by the version of the rules that planned them last. */
export async function rulesInUse(register: Register): Promise<RulesInUse[]> {
  const rows = await register
    .selectFrom('cases')
    .select((eb) => ['rules_version as rulesVersion', eb.fn.countAll<string>().as('count')])
    .where('state', '=', 'open')
    .groupBy('rules_version')
    .orderBy('rules_version')
    .execute();
  return rows.map(({ rulesVersion, count }) => ({ rulesVersion, openCases: Number(count) }));
}

/** Returns number and age of the messages that are still `received`: the relay's work. */
export async function unconfirmedMessages(register: Register): Promise<Unconfirmed> {
  const row = await register
    .selectFrom('messages')
    .select((eb) => [eb.fn.countAll<string>().as('count'), eb.fn.min('received_at').as('oldest')])
    .where('state', '=', 'received')
    .executeTakeFirstOrThrow();
  return { count: Number(row.count), oldest: row.oldest };
}

/** Returns the number of messages in each state. */
export async function messagesByState(register: Register): Promise<Record<MessageState, number>> {
  const rows = await register
    .selectFrom('messages')
    .select((eb) => ['state', eb.fn.countAll<string>().as('count')])
    .groupBy('state')
    .execute();
  const counts = Object.fromEntries(rows.map(({ state, count }) => [state, Number(count)]));
  return { received: 0, confirmed: 0, refused: 0, ...counts };
}

/** Returns the number of open cases. */
export async function countOpenCases(register: Register): Promise<number> {
  const row = await register
    .selectFrom('cases')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .where('state', '=', 'open')
    .executeTakeFirstOrThrow();
  return Number(row.count);
}
