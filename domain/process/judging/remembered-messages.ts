/**
 * How many message ids a case remembers: over Continue-As-New the server forgets them and would run a repeat again.
 * For the workflow, and for a start from the register's records.
 */
export const REMEMBERED_MESSAGES = 200;
