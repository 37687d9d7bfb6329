import { existsSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { repositoryRoot } from '../root';
import { defaultText, type PartName, type Setting } from './setting';
import { AGENCY_SETTINGS } from './settings/agencies';
import { CASE_SETTINGS } from './settings/cases';
import { OUTGOING_SETTINGS } from './settings/outgoing';
import { SERVER_SETTINGS } from './settings/servers';

/** Every setting of the project, under the headings that the documentation shows them. */
export const SETTING_GROUPS = {
  Servers: SERVER_SETTINGS,
  Agencies: AGENCY_SETTINGS,
  Cases: CASE_SETTINGS,
  'Mail and webhooks': OUTGOING_SETTINGS,
} as const;

const SETTINGS = { ...SERVER_SETTINGS, ...AGENCY_SETTINGS, ...CASE_SETTINGS, ...OUTGOING_SETTINGS };
type Declared = typeof SETTINGS;

export type SettingName = keyof Declared;

/** The values of all settings, by name. */
export type Env = { readonly [N in SettingName]: z.output<Declared[N]['value']> };

/** Who reads settings: one part of the system, or `npm start` and the commands, which read all of them. */
export type Reader = PartName | 'start';

/** The settings of one reader. */
export type NamesOf<R extends Reader> = {
  [N in SettingName]: R extends 'start' | Declared[N]['readBy'][number] ? N : never;
}[SettingName];

/** The names of all settings. */
export const VARIABLE_NAMES = Object.keys(SETTINGS) as readonly SettingName[];

export type Variables = Readonly<Record<string, string | undefined>>;

/** One or more variables break their rule; the message has one line for each of them. */
export class BadConfiguration extends Error {
  override readonly name = 'BadConfiguration';
}

/** The names of the settings that a reader reads. */
export function namesOf(reader: Reader): readonly SettingName[] {
  return VARIABLE_NAMES.filter((name) => {
    const { readBy }: Setting = SETTINGS[name];
    return reader === 'start' || readBy.includes(reader);
  });
}

/**
 * Reads the settings of one reader out of `variables`; an empty variable counts as not set. Throws `BadConfiguration`
 * naming every faulty one.
 */
export function readEnv<R extends Reader = 'start'>(variables: Variables, reader?: R): Pick<Env, NamesOf<R>> {
  const schema = z.object(
    Object.fromEntries(namesOf(reader ?? 'start').map((name) => [name, SETTINGS[name].value])),
  );
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
  const read = schema.safeParse(given);
  if (read.success) return read.data as Pick<Env, NamesOf<R>>;
  const faults = new Map(read.error.issues.map((issue) => [String(issue.path[0]), issue.message]));
  // The value is not repeated: it may be a secret.
  throw new BadConfiguration([...faults].map(([name, rule]) => `${name} ${rule}`).join('\n'));
}

/**
 * The variables that a part is started with: the settings that it reads and no other. Each of them is set, if only to
 * nothing, so that the part does not read `.env` for it.
 */
export function variablesOf(part: PartName, variables: Variables): Readonly<Record<string, string>> {
  return Object.fromEntries(
    namesOf(part).map((name) => [name, variables[name] ?? defaultText(SETTINGS[name]) ?? '']),
  );
}

/** What `read` returns. `BadConfiguration` ends the process with exit code 1 after its message. */
export function orExit<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof BadConfiguration)) throw error;
    process.stderr.write(`${error.message}\n`);
    return process.exit(1);
  }
}

/** The process's own variables, after `.env` at the root where there is one (a variable that is set wins over it). */
export function processVariables(): Variables {
  const file = path.join(repositoryRoot(), '.env');
  if (existsSync(file)) process.loadEnvFile(file);
  return process.env;
}

/** Variables of the operating system, of Node and of Temporal, which are passed on to the processes that we start. */
const PASSED_ON =
  /^(PATH|HOME|USER|LANG|LC_\w+|TZ|TMPDIR|XDG_\w+|SSL_\w+|NODE_\w+|TEMPORAL_(?!PORT|UI_PORT)\w+)$/;

/** What a process that we start inherits besides its settings. */
export function inheritedVariables(): Readonly<Record<string, string>> {
  const all = Object.entries(processVariables());
  return Object.fromEntries(
    all.flatMap(([name, value]) => (value && PASSED_ON.test(name) ? [[name, value]] : [])),
  );
}
