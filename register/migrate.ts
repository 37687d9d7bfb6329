import { Migrator } from 'kysely';
import { createDatabase } from './database';
import { MIGRATIONS } from './migrations';

/**
 * Brings the register's tables to the newest version and returns the names of the migrations that it ran. Two at the
 * same time wait for one another. Throws the database's own error; what had run before it stands.
 */
export async function migrate(databaseUrl: string): Promise<readonly string[]> {
  const database = createDatabase(databaseUrl);
  try {
    const migrator = new Migrator({
      db: database,
      provider: { getMigrations: () => Promise.resolve({ ...MIGRATIONS }) },
    });
    const { error, results = [] } = await migrator.migrateToLatest();
    if (error) throw error;
    return results.map((result) => result.migrationName);
  } finally {
    await database.destroy();
  }
}
