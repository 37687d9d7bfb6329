// What `npm test` runs: the tests, and beside them, where these wait for a server, format, types and lint. Says how each
// check ended, which ten test files took longest, and everything that failed. Node built-ins only.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const require = createRequire(path.join(ROOT, 'package.json'));
const SHOWN = 10;
/** What jest says that is neither a failure nor a total. */
const CHATTER = /^(PASS |Running |- \w+$|Snapshots:|Ran all |Test results written|$)/;

/** The file of a package's own command, so that neither PATH nor `npx` matters. */
function command(name, bin = name) {
  const file = require.resolve(`${name}/package.json`);
  const { bin: bins } = JSON.parse(readFileSync(file, 'utf8'));
  return path.join(path.dirname(file), typeof bins === 'string' ? bins : bins[bin]);
}

const folder = mkdtempSync(path.join(os.tmpdir(), 'etablering-verify-'));
const results = path.join(folder, 'jest.json');
const TESTS = {
  name: 'tests',
  args: [command('jest'), '--json', `--outputFile=${results}`, ...process.argv.slice(2)],
};
const BESIDE = [
  { name: 'format', args: [command('prettier'), '--check', '--log-level=warn', '.'] },
  { name: 'types', args: [command('typescript', 'tsc'), '--noEmit'] },
  { name: 'lint', args: [command('oxlint'), '--type-aware', '--max-warnings', '0'] },
];

const running = new Set();
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => running.forEach((child) => child.kill(signal)));
}

const say = (line) => process.stdout.write(`${line}\n`);

/** Starts one check and hands over each line that it prints. Resolves with its exit code. */
async function run({ name, args }, { onLine, stdout = 'pipe' }) {
  const start = Date.now();
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', stdout, 'pipe'] });
  running.add(child);
  // The tests have deadlines; the checks beside them have none.
  if (name !== TESTS.name) os.setPriority(child.pid, 10);
  for (const stream of [child.stdout, child.stderr]) {
    if (stream) createInterface({ input: stream }).on('line', onLine);
  }
  const code = await new Promise((resolve) => child.once('close', (status) => resolve(status ?? 1)));
  running.delete(child);
  say(`${code === 0 ? 'ok    ' : 'FAILED'} ${name} ${((Date.now() - start) / 1000).toFixed(1)} s`);
  return code;
}

/** One after another, what each printed shown only when it failed. */
async function runBeside() {
  const codes = [];
  for (const check of BESIDE) {
    const lines = [];
    const code = await run(check, { onLine: (line) => lines.push(line) });
    if (code !== 0) say(lines.join('\n'));
    codes.push(code);
  }
  return codes;
}

/** Jest prints its JSON on standard output; failures, as they happen, on the other. */
function runTests() {
  const onLine = (line) => CHATTER.test(line) || process.stderr.write(`${line}\n`);
  return run(TESTS, { onLine, stdout: 'ignore' });
}

/** The files that took longest. */
function slowest({ testResults }) {
  return testResults
    .map(({ name, startTime, endTime }) => ({
      name: path.relative(ROOT, name),
      seconds: (endTime - startTime) / 1000,
    }))
    .sort((a, b) => b.seconds - a.seconds)
    .slice(0, SHOWN)
    .map(({ name, seconds }) => `${seconds.toFixed(1).padStart(6)} s  ${name}`);
}

const [tested, beside] = await Promise.all([runTests(), runBeside()]);
const tests = existsSync(results) ? JSON.parse(readFileSync(results, 'utf8')) : undefined;
rmSync(folder, { recursive: true, force: true });
if (tests) say(slowest(tests).join('\n'));
const failedChecks = beside.filter((code) => code !== 0).length;
const passed = (tests?.numPassedTests ?? 0) + beside.length - failedChecks;
const crashed = tested !== 0 && !tests?.numFailedTests ? 1 : 0;
const failed = (tests?.numFailedTests ?? 0) + failedChecks + crashed;
say(`${passed} passed, ${failed} failed`);
process.exitCode = [tested, ...beside].find((code) => code !== 0) ?? 0;
