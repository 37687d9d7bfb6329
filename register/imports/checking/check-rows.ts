import { sql } from 'kysely';
import { wholeName } from '../../../domain/likeness/alike';
import { nameParts } from '../../../domain/likeness/name-parts';
import type { Register } from '../../database';
import { soundKeys } from '../../intake/names';
import { bodyHash } from '../../message-id';
import { type ImportRow, readRow } from '../rows/import-row';
import type { ImportFormat } from '../tables';
import { settleRow } from './settle';

/** Small enough that the cases of the same process wait some ten milliseconds at most. */
const BATCH = 100;

/**
 * Reads the next rows of an import that nobody has read, and returns how many there were: 0 when all are read. The result
 * is kept beside the row. The caller holds the import.
 */
export async function checkRows(trx: Register, importId: string, format: ImportFormat): Promise<number> {
  const rows = await trx
    .selectFrom('import_rows')
    .select(['line', 'content'])
    .where('import_id', '=', importId)
    .where('state', '=', 'received')
    .orderBy('line')
    .limit(BATCH)
    .forUpdate()
    .execute();
  const read = rows.map(({ line, content }) => ({ line, ...readRow(format, content ?? '') }));
  for (const { line, faults, ...rest } of read) {
    if (!faults) continue;
    const household = 'household' in rest ? rest.household : undefined;
    await settleRow(trx, importId, { line, state: 'invalid', faults, household });
  }
  await keepRead(
    trx,
    importId,
    read.flatMap(({ line, row }) => (row ? [{ line, row }] : [])),
  );
  return rows.length;
}

type Read = { readonly line: number; readonly row: ImportRow };

async function keepRead(trx: Register, importId: string, read: readonly Read[]): Promise<void> {
  if (read.length === 0) return;
  await sql`
    update import_rows r set state = 'waiting', household = n.household, person = n.person,
      dossiernummer = n.dossiernummer, personnummer = n.personnummer, born_on = n.born_on, whole = n.whole,
      parts = n.parts, keys = ${soundKeys(sql`n.parts`)}, kommuner = n.kommuner, household_facts = n.household_facts
    from jsonb_to_recordset(${JSON.stringify(read.map(columnsOf))}::jsonb) as n (line int, household text, person jsonb,
      dossiernummer text, personnummer text, born_on text, whole text, parts text[], kommuner text[], household_facts jsonb)
    where r.import_id = ${importId} and r.line = n.line`.execute(trx);
}

/** What of a row is compared with others; the rest is read once more when its household is opened. */
function columnsOf({ line, row }: Read) {
  const { household, givenName, familyName, dossiernummer, personnummer, facts, householdFacts = [] } = row;
  const parts = nameParts(givenName, familyName);
  const births = facts.flatMap(({ fact }) => (fact.kind === 'birth' ? [fact.bornOn] : []));
  const stays = [...facts, ...householdFacts].flatMap(({ fact }) =>
    fact.kind === 'stay' ? [fact.kommun] : [],
  );
  return {
    line,
    household,
    person: { givenName, familyName },
    dossiernummer,
    personnummer,
    born_on: births[0],
    whole: wholeName(parts),
    parts,
    kommuner: stays,
    household_facts: Object.fromEntries(householdFacts.map((told) => [told.fact.kind, bodyHash(told)])),
  };
}
