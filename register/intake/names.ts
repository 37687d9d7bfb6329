import { sql } from 'kysely';
import { wholeName } from '../../domain/likeness/alike';
import { FOLDING_VERSION, nameParts } from '../../domain/likeness/name-parts';
import type { PersonId } from '../../domain/model/ids';
import type { Register } from '../database';

/** A person with the name that the register knows them by. */
export type NamedPerson = {
  readonly personId: PersonId;
  readonly givenName: string;
  readonly familyName: string;
};

const BATCH = 500;
/** Before every id. */
const FIRST = '00000000-0000-0000-0000-000000000000' as PersonId;

/** Keeps how the names of persons sound, so that an import finds who may be the same; over what was kept before. */
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

/** The words of a name and the Daitch-Mokotoff codes of their sounds; letters that are not Latin have no code. */
export function soundKeys(parts: ReturnType<typeof sql>) {
  return sql`array(select part from unnest(${parts}) as part
    union select code from unnest(${parts}) as part, unnest(daitch_mokotoff(part)) as code)`;
}

/**
 * Keeps the names of all persons who came before names were kept, or whose names were folded by older rules. Walks over
 * them in order of id, a batch at a time, so that it is cheap where nobody is missing.
 */
export async function keepMissingNames(db: Register): Promise<void> {
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
    after = persons.at(-1)?.personId;
  }
}
