import { randomUUID } from 'node:crypto';
import type { Register } from '../database';

/** A named set of filters of the worklist, of its owner and, when shared, of a team. */
export type SavedView = {
  readonly id: string;
  readonly owner: string;
  readonly team: string | null;
  readonly name: string;
  /** Query parameters of the worklist as they were given. */
  readonly query: Readonly<Record<string, string>>;
};

/** Returns a reader's own views and those shared with the team, by name. */
export async function listViews(register: Register, owner: string, team: string): Promise<SavedView[]> {
  return views(register)
    .where((eb) => eb.or([eb('owner', '=', owner), eb('team', '=', team)]))
    .orderBy('name')
    .orderBy('id')
    .execute();
}

/** Returns a view that the reader may use; undefined for another's. */
export async function findView(
  register: Register,
  id: string,
  owner: string,
  team: string,
): Promise<SavedView | undefined> {
  return views(register)
    .where('id', '=', id)
    .where((eb) => eb.or([eb('owner', '=', owner), eb('team', '=', team)]))
    .executeTakeFirst();
}

/** Saves a view and returns it; one of the same owner and name is replaced and keeps its id. */
export async function saveView(trx: Register, view: Omit<SavedView, 'id'>): Promise<SavedView> {
  const { owner, team, name } = view;
  const query = JSON.stringify(view.query);
  const { id } = await trx
    .insertInto('saved_views')
    .values({ id: randomUUID(), owner, team, name, query })
    .onConflict((conflict) => conflict.columns(['owner', 'name']).doUpdateSet({ team, query }))
    .returning('id')
    .executeTakeFirstOrThrow();
  return { ...view, id };
}

/** Deletes a view of its owner; returns false when there is none. */
export async function removeView(trx: Register, id: string, owner: string): Promise<boolean> {
  const removed = await trx
    .deleteFrom('saved_views')
    .where('id', '=', id)
    .where('owner', '=', owner)
    .executeTakeFirst();
  return removed.numDeletedRows > 0n;
}

function views(register: Register) {
  return register.selectFrom('saved_views').select(['id', 'owner', 'team', 'name', 'query']);
}
