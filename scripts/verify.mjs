// What `npm test` runs: every check, each with its name and time; exit code of the first one that failed.
// The types were checked by the compilation just before (`pretest`). Node built-ins only.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const require = createRequire(path.join(ROOT, 'package.json'));

/** The file of a package's own command, so that neither PATH nor `npx` matters. */
function command(name, bin = name) {
  const file = require.resolve(`${name}/package.json`);
  const { bin: bins } = JSON.parse(readFileSync(file, 'utf8'));
  return path.join(path.dirname(file), typeof bins === 'string' ? bins : bins[bin]);
}

const folder = mkdtempSync(path.join(os.tmpdir(), 'etablering-verify-'));
const results = path.join(folder, 'jest.json');
const jest = [command('jest'), '--json', `--outputFile=${results}`, ...process.argv.slice(2)];
const CHECKS = [
  { name: 'format', args: [command('prettier'), '--check', '--log-level=warn', '.'] },
  { name: 'lint', args: [command('oxlint'), '--type-aware', '--max-warnings', '0'] },
  { name: 'tests', args: jest, quiet: true },
];

/** Runs one check with its output shown; `quiet` leaves out standard output, where jest would print its JSON. */
async function run({ name, args, quiet }) {
  const start = Date.now();
  const stdio = ['ignore', quiet ? 'ignore' : 'inherit', 'inherit'];
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio });
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => child.kill(signal));
  const code = await new Promise((resolve) => child.once('exit', (status) => resolve(status ?? 1)));
  process.stdout.write(
    `${code === 0 ? 'ok    ' : 'FAILED'} ${name} ${((Date.now() - start) / 1000).toFixed(1)} s\n`,
  );
  return code;
}

process.stdout.write('ok     types (by the compilation)\n');
const codes = [];
for (const check of CHECKS) codes.push(await run(check));

const tests = existsSync(results) ? JSON.parse(readFileSync(results, 'utf8')) : undefined;
rmSync(folder, { recursive: true, force: true });
const failedChecks = codes.slice(0, -1).filter((code) => code !== 0).length;
const passed = (tests?.numPassedTests ?? 0) + codes.length - 1 - failedChecks;
const crashed = codes.at(-1) !== 0 && !tests?.numFailedTests ? 1 : 0;
const failed = (tests?.numFailedTests ?? 0) + failedChecks + crashed;
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = codes.find((code) => code !== 0) ?? 0;
