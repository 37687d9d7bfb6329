/** A cell: text, a number, or nothing. */
export type Value = string | number | null;

/** An answer as a table for people, with Swedish headings; the same in every format. */
export type Table = {
  /** Names the file and the sheet: letters, digits and hyphens. */
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Value[])[];
  /** What a reader must know who has the file alone; a sheet of its own where the format has sheets. */
  readonly about: readonly (readonly [string, string])[];
};

/** How a withheld number is written: as in the tables of Statistics Sweden. */
export const WITHHELD = '..';
