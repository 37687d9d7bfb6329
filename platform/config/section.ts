import { namesOf, readEnv } from './env';
import type { Env, NamesOf, Reader, SettingName, Variables } from './env';

/** Part of a configuration: the settings that it is made of, and how. */
export type Section<N extends SettingName, T> = {
  readonly names: readonly N[];
  readonly value: (env: Pick<Env, N>) => T;
};

type Sections = Readonly<
  Record<string, { readonly names: readonly SettingName[]; readonly value: (env: never) => unknown }>
>;

/** Of some sections, those of which a reader reads every setting: to read another one does not compile. */
export type ReadBy<R extends Reader, S extends Sections> = {
  readonly [K in keyof S as S[K]['names'][number] extends NamesOf<R> ? K : never]: ReturnType<S[K]['value']>;
};

/** A part of a configuration made of the settings called `names`. */
export function section<N extends SettingName, T>(
  names: readonly N[],
  value: Section<N, T>['value'],
): Section<N, T> {
  return { names, value };
}

/** The sections that a reader reads. Throws `BadConfiguration` naming every faulty variable among its settings. */
export function readSections<R extends Reader, S extends Sections>(
  sections: S,
  variables: Variables,
  reader: R,
): ReadBy<R, S> {
  const names: readonly string[] = namesOf(reader);
  const env = readEnv(variables, reader);
  const read = Object.entries(sections).filter(([, { names: needed }]) =>
    needed.every((name) => names.includes(name)),
  );
  return Object.fromEntries(read.map(([key, { value }]) => [key, value(env as never)])) as ReadBy<R, S>;
}
