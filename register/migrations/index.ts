import type { Migration } from 'kysely';
import * as register from './0001-register';
import * as wholeCatalogue from './0002-whole-catalogue';
import * as statistics from './0006-statistics';

/** Every migration, forward only, in order of name. Imported, not read from a folder: the same compiled or not. */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '0001-register': register,
  '0002-whole-catalogue': wholeCatalogue,
  '0006-statistics': statistics,
};
