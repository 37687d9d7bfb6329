import { Migrator } from 'kysely';
import { createDatabase } from './database';
import { MIGRATIONS } from './migrations';

/**
 * Migrates the register's tables to the newest version and returns the names of the migrations that it ran.
 * Concurrent calls wait for one another. Throws the database's error; completed migrations stay.
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
