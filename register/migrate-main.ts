import { loadSecrets } from '../platform/config/secrets';
import { migrate } from './migrate';

/** Migrates the database of `DATABASE_URL` and prints what it ran; exit code 1 with one line when it cannot. */
async function main(): Promise<void> {
  const { databaseUrl } = loadSecrets('start');
  if (!databaseUrl) throw new Error('DATABASE_URL must be set');
  const ran = await migrate(databaseUrl);
  process.stdout.write(`${JSON.stringify(ran)}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
