/**
 * Why a row is invalid or was not opened: the column (CSV) or field (JSON lines) and the rule that it breaks,
 * sometimes with the other line that is concerned. Never a value of the row.
 */
export type Fault = { readonly column: string; readonly rule: string; readonly line?: number };
