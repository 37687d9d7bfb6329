import type { PlainDate } from '../model/plain-date';

/** One value of the law from a day on, until the next row. `verified` is false until the statute itself has been read. */
export type DatedValue<T> = {
  readonly validFrom: string;
  readonly value: T;
  readonly statute: string;
  readonly source: string;
  readonly verified: boolean;
};

/** The row that is law on `day`; undefined before the first row. Rows stand in order of `validFrom`. */
export function rowOn<T>(table: readonly DatedValue<T>[], day: PlainDate): DatedValue<T> | undefined {
  return table.findLast((row) => row.validFrom <= day);
}

/** The first day after `day` on which a table changes, if any. */
export function nextChangeAfter(
  table: readonly DatedValue<unknown>[],
  day: PlainDate,
): PlainDate | undefined {
  return table.find((row) => row.validFrom > day)?.validFrom as PlainDate | undefined;
}
