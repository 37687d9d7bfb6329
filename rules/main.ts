import { loadConfig } from '../platform/config/config';
import { loadSecrets } from '../platform/config/secrets';
import { repositoryRoot } from '../platform/root';
import { installedSettings } from '../register/assessment/planner';
import { runRules } from './command';

/** `npm run rules`: exit code 0 when run through, 1 for what cannot be done, 2 when a planner threw on some case. */
async function main(): Promise<number> {
  const config = loadConfig();
  const { databaseUrl } = loadSecrets('start');
  return runRules(process.argv.slice(2), {
    dataDir: config.dataDir,
    databaseUrl,
    root: repositoryRoot(),
    settings: installedSettings(config),
    out: (text) => process.stdout.write(text),
    warn: (line) => process.stderr.write(`${line}\n`),
  });
}

// The reader may close the pipe early (`| head`).
process.stdout.on('error', () => process.exit(1));
main()
  .then((code) => {
    process.exitCode = code;
  })
  .catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  });
