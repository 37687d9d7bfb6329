import { sql } from 'kysely';
import type { Register } from '../database';

/** Lets one intake at a time look at each dossiernummer, until the transaction ends. Sorted, so that none waits for ever. */
export async function lockIdentifiers(trx: Register, numbers: readonly string[]): Promise<void> {
  for (const value of [...numbers].sort()) {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`dossiernummer/${value}`}, 0))`.execute(trx);
  }
}

/** Those of the dossiernummer that an open case holds. */
export async function identifiersInUse(trx: Register, numbers: readonly string[]): Promise<Set<string>> {
  const rows = await trx
    .selectFrom('identifiers')
    .innerJoin('cases', 'cases.person_id', 'identifiers.person_id')
    .select('identifiers.value')
    .where('identifiers.type', '=', 'dossiernummer')
    .where('identifiers.value', 'in', [...numbers])
    .where('cases.state', '=', 'open')
    .execute();
  return new Set(rows.map((row) => row.value));
}
