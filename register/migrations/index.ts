import type { Migration } from 'kysely';
import * as register from './0001-register';
import * as wholeCatalogue from './0002-whole-catalogue';
import * as work from './0003-work';
import * as stuck from './0004-stuck';
import * as imports from './0005-imports';
import * as statistics from './0006-statistics';
import * as bulk from './0008-bulk';
import * as subscriptions from './0009-subscriptions';
import * as absenceAndProposals from './0010-absence-and-proposals';
import * as indexes from './0011-indexes';
import * as digest from './0012-digest';

/** Every migration, forward only, in order of name. Imported, not read from a folder: the same compiled or not. */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '0001-register': register,
  '0002-whole-catalogue': wholeCatalogue,
  '0003-work': work,
  '0004-stuck': stuck,
  '0005-imports': imports,
  '0006-statistics': statistics,
  '0008-bulk': bulk,
  '0009-subscriptions': subscriptions,
  '0010-absence-and-proposals': absenceAndProposals,
  '0011-indexes': indexes,
  '0012-digest': digest,
};
