import path from 'node:path';
import { loadConfig } from '../../platform/config/config';
import { startCatcher } from './catcher';

/** The mail catcher as a process; ends with the process that started it. */
async function main(): Promise<void> {
  const { dataDir, mailCatcher } = loadConfig('mail');
  await startCatcher({ folder: path.join(dataDir, 'mail'), ...mailCatcher });
  process.on('disconnect', () => process.exit(0));
  process.send?.({ ready: true });
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
