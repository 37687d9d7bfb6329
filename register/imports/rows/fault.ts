/**
 * What is wrong with a row, or why it was not opened: the column (of CSV) or field (of JSON lines) and the rule that it
 * breaks, sometimes the other line that it is about. Never a value of the row.
 */
export type Fault = { readonly column: string; readonly rule: string; readonly line?: number };
