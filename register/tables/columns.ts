import type { ColumnType, Generated } from 'kysely';

/** A moment by the wall clock, which the database sets where none is written. */
export type Moment = Generated<Date>;

/** A column of JSON: read as what it holds, written as text. */
export type Json<T> = ColumnType<T, string, string>;

/** A column of JSON that may be null, and is where nothing is written. */
export type JsonOrNull<T> = ColumnType<T | null, string | null, string | null>;
