/** A value while it is being made: a plan is put together in place, since copying is what it would cost most. */
export type Writable<T> = { -readonly [key in keyof T]: T[key] };
