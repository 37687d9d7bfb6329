import { sql } from 'kysely';
import { wholeName } from '../../domain/likeness/alike';
import { FOLDING_VERSION, nameParts } from '../../domain/likeness/name-parts';
import type { PersonId } from '../../domain/model/ids';
import type { Register } from '../database';

/** A person with their registered name. */
export type NamedPerson = {
  readonly personId: PersonId;
  readonly givenName: string;
  readonly familyName: string;
};

const BATCH = 500;
/** Sorts before every id. */
const FIRST = '00000000-0000-0000-0000-000000000000' as PersonId;

/** Stores the sounds of persons' names, by which an import finds possible duplicates; replaces earlier ones. */
export async function keepNames(db: Register, persons: readonly NamedPerson[]): Promise<void> {
  if (persons.length === 0) return;
  const names = persons.map(({ personId, givenName, familyName }) => {
    const parts = nameParts(givenName, familyName);
    return { person_id: personId, whole: wholeName(parts), parts };
  });
  await sql`
    insert into person_names (person_id, folding, whole, parts, keys)
    select person_id, ${FOLDING_VERSION}, whole, parts, ${soundKeys(sql`parts`)}
    from jsonb_to_recordset(${JSON.stringify(names)}::jsonb) as n (person_id uuid, whole text, parts text[])
    on conflict (person_id) do update set folding = excluded.folding, whole = excluded.whole,
      parts = excluded.parts, keys = excluded.keys`.execute(db);
}

/**
 * Returns SQL for the words of a name and the Daitch-Mokotoff codes of their sounds; non-Latin letters have no code.
 */
export function soundKeys(parts: ReturnType<typeof sql>) {
  return sql`array(select part from unnest(${parts}) as part
    union select code from unnest(${parts}) as part, unnest(daitch_mokotoff(part)) as code)`;
}

/**
 * Stores the names of all persons without stored names, or with names folded by older rules. Reads in batches in
 * order of id; cheap when none is missing.
 */
export async function keepMissingNames(db: Register): Promise<void> {
  let kept = 0;
  for (let after: PersonId | undefined = FIRST; after !== undefined;) {
    const persons: NamedPerson[] = await db
      .selectFrom('persons')
      .select(['persons.id as personId', 'given_name as givenName', 'family_name as familyName'])
      .where('persons.id', '>', after)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('person_names')
              .select('person_id')
              .whereRef('person_id', '=', 'persons.id')
              .where('folding', '=', FOLDING_VERSION),
          ),
        ),
      )
      .orderBy('persons.id')
      .limit(BATCH)
      .execute();
    await keepNames(db, persons);
    kept += persons.length;
    after = persons.at(-1)?.personId;
  }
  if (kept > 0) await sql`analyze person_names`.execute(db);
}
