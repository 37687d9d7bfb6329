import { EXIT } from './failure';
import { runCommand } from './program';

// Whoever reads may have read enough (`etablering cases | head`).
process.stdout.on('error', (fault: NodeJS.ErrnoException) => {
  process.exit(fault.code === 'EPIPE' ? EXIT.ok : EXIT.refused);
});

runCommand(process.argv.slice(2), { out: process.stdout, err: process.stderr })
  .then((code) => {
    process.exitCode = code;
  })
  .catch((defect: unknown) => {
    process.stderr.write(`${defect instanceof Error ? (defect.stack ?? defect.message) : String(defect)}\n`);
    process.exitCode = EXIT.refused;
  });
