// Compiles the sources to dist/ and bundles the workflows, each only when its sources changed. Node built-ins only.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const DIST = path.join(ROOT, 'dist');
const require = createRequire(path.join(ROOT, 'package.json'));

/** What a workflow's code is made of (`architecture.test.ts` checks that it is no more). */
const BUNDLED_ROOMS = ['workflows', 'domain'];

/** True when the workflows were bundled from the sources as they are. */
export const bundleIsFresh = () => isFresh('workflow-bundle.stamp', BUNDLED_ROOMS);

/** Compiles all rooms to `dist/` if a source changed. False after type errors, which are printed. */
export function compile(say) {
  const rooms = JSON.parse(readFileSync(path.join(ROOT, 'tsconfig.json'), 'utf8')).include;
  if (isFresh('compiled.stamp', rooms)) return true;
  say('compiling to dist/');
  rmSync(stampFile('compiled.stamp'), { force: true });
  const tsc = path.join(path.dirname(require.resolve('typescript/package.json')), 'bin', 'tsc');
  const hash = hashOf(rooms);
  const run = spawnSync(process.execPath, [tsc, '--noCheck'], {
    cwd: ROOT,
    stdio: ['ignore', process.stderr, process.stderr],
  });
  if (run.status !== 0) return false;
  removeOrphans(DIST);
  writeFileSync(stampFile('compiled.stamp'), hash);
  return true;
}

/** Bundles the workflows to `dist/workflow-bundle.js` if one of their sources changed. Throws the bundler's error. */
export async function bundleWorkflows(say) {
  if (bundleIsFresh()) return;
  say('bundling the workflows');
  const hash = hashOf(BUNDLED_ROOMS);
  const { bundleWorkflowCode } = require('@temporalio/worker');
  const { code } = await bundleWorkflowCode({
    workflowsPath: path.join(ROOT, 'workflows', 'index.ts'),
    logger: quiet(),
    // Lines only and no sources: the SDK maps a stack for every promise that workflow code makes.
    webpackConfigHook: (config) => ({ ...config, devtool: 'inline-nosources-cheap-source-map' }),
  });
  mkdirSync(DIST, { recursive: true });
  // Renamed into place: a test run beside this one never reads half a bundle.
  const fresh = path.join(DIST, `workflow-bundle.${process.pid}.js`);
  writeFileSync(fresh, code);
  renameSync(fresh, path.join(DIST, 'workflow-bundle.js'));
  writeFileSync(stampFile('workflow-bundle.stamp'), hash);
}

function isFresh(stamp, rooms) {
  return existsSync(stampFile(stamp)) && readFileSync(stampFile(stamp), 'utf8') === hashOf(rooms);
}

function stampFile(name) {
  return path.join(DIST, name);
}

function hashOf(rooms) {
  const hash = createHash('sha256');
  const files = rooms.flatMap((room) => sourcesIn(path.join(ROOT, room)));
  for (const file of [
    ...files.sort(),
    path.join(ROOT, 'tsconfig.json'),
    path.join(ROOT, 'package-lock.json'),
  ]) {
    hash.update(path.relative(ROOT, file)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

function sourcesIn(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx|json)$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name));
}

/** Removes compiled files whose source is gone, so that nothing runs stale code. */
function removeOrphans(folder) {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath ?? entry.path, entry.name);
    const [, name] = /^(.*)\.js(\.map)?$/.exec(path.relative(DIST, file)) ?? [];
    if (!name || name.startsWith('workflow-bundle')) continue;
    if (!existsSync(path.join(ROOT, `${name}.ts`))) rmSync(file);
  }
}

function quiet() {
  const nothing = () => {};
  const error = (message) => process.stderr.write(`${message}\n`);
  return { log: nothing, trace: nothing, debug: nothing, info: nothing, warn: nothing, error };
}
