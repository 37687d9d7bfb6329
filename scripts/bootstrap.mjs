// Makes a fresh clone ready: packages, compiled sources, workflow bundle, Temporal CLI. Runs before `npm start` and
// `npm test`, prints one line for each thing it does, and nothing when there is nothing to do. Node built-ins only.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const OLDEST_NODE = [20, 19];
const say = (line) => process.stderr.write(`${line}\n`);

function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
  throw new Error(`Node ${OLDEST_NODE.join('.')} or later is needed, this is ${process.versions.node}`);
}

/** True when npm's own note of what is installed has every package of the lock file that fits this machine. */
function packagesAreInstalled() {
  const note = path.join(ROOT, 'node_modules', '.package-lock.json');
  if (!existsSync(note)) return false;
  const read = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;
  const installed = read(note);
  const wanted = Object.entries(read(path.join(ROOT, 'package-lock.json'))).filter(([name]) => name !== '');
  // Optional packages are those of other machines, or of this one: what is there must have the right version.
  return wanted.every(([name, { version, optional, peer }]) =>
    installed[name] ? installed[name].version === version : optional || peer,
  );
}

function installPackages() {
  if (packagesAreInstalled()) return;
  say('installing packages (npm ci)');
  // npm passes its own file to the scripts it runs; without it (`node scripts/bootstrap.mjs`) the one on PATH is taken.
  const npm = process.env.npm_execpath;
  const [command, args] = npm ? [process.execPath, [npm]] : ['npm', []];
  const run = spawnSync(command, [...args, 'ci', '--no-progress'], {
    cwd: ROOT,
    stdio: ['ignore', process.stderr, process.stderr],
  });
  if (run.status !== 0) throw new Error(`npm ci failed: ${run.error?.message ?? 'its own message is above'}`);
}

/** Where a Temporal server may be configured, `npm start` installs the CLI itself if it needs one. */
function temporalMayBeElsewhere() {
  const { TEMPORAL_ADDRESS, TEMPORAL_CONFIG_FILE, XDG_CONFIG_HOME } = process.env;
  const folders = [
    XDG_CONFIG_HOME ?? path.join(homedir(), '.config'),
    path.join(homedir(), 'Library', 'Application Support'),
  ];
  const files = folders.map((folder) => path.join(folder, 'temporalio', 'temporal.toml'));
  return Boolean(TEMPORAL_ADDRESS || TEMPORAL_CONFIG_FILE) || files.some((file) => existsSync(file));
}

try {
  requireNode();
  installPackages();
  const { bundleWorkflows, compile } = await import('./build.mjs');
  if (!compile(say)) throw new Error('the sources do not compile: see the lines above');
  await bundleWorkflows(say);
  const environment = path.join(ROOT, '.env');
  if (existsSync(environment)) process.loadEnvFile(environment);
  const { findTemporalCli } = await import('./temporal-cli.mjs');
  if (process.env.npm_lifecycle_event !== 'prestart' || !temporalMayBeElsewhere()) await findTemporalCli(say);
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
