import type { Migration } from 'kysely';
import * as register from './0001-register';

/** Every migration, forward only, in order of name. Imported, not read from a folder: the same compiled or not. */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '0001-register': register,
};
