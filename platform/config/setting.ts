import type { z } from 'zod';

/** The parts of the system that run as processes of their own, in the order in which `npm start` starts them. */
export const PART_NAMES = ['oidc', 'mail', 'agencies', 'worker', 'api'] as const;
export type PartName = (typeof PART_NAMES)[number];

/** One environment variable. Everything that the project knows of it is declared here and derived everywhere else. */
export type Setting = {
  /** How its text is read, with its default where it has one. */
  readonly value: z.ZodType;
  /** What it is for, in a sentence or two. */
  readonly text: string;
  readonly unit?: string;
  /** The parts that it is passed to. `npm start` and the commands read every setting. */
  readonly readBy: readonly PartName[];
  /** Whether it must never be logged. */
  readonly isSecret?: true;
  /** A value as an installation might set it. */
  readonly example?: string;
};

export type Settings = Readonly<Record<string, Setting>>;

/** The default of a setting as one would write it; nothing where it has none. */
export function defaultText({ value }: Setting): string | undefined {
  const { data } = value.safeParse(undefined);
  if (data === undefined) return undefined;
  return typeof data === 'string' ? data : JSON.stringify(data);
}
