import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { CaseFacts } from '../../../domain/model/facts';
import { type Event, recordsAfter } from '../support';

/** One case as a file of cases has it: facts valid from the day they are known. */
export function caseOf(caseId: string, facts: CaseFacts, ...events: readonly Event[]): object {
  const dated = Object.values(facts).map(({ since, ...fact }) => ({
    fact,
    of: { personId: caseId },
    validFrom: since,
    source: 'test',
    messageId: caseId,
  }));
  return { caseId, facts: dated, records: recordsAfter(...events) };
}

/** Writes a file into a folder, and gives its path. */
export function written(folder: string, name: string, text: string): string {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  return file;
}

/** The text of a file of cases, one a line. */
export function jsonLines(...cases: readonly object[]): string {
  return cases.map((one) => `${JSON.stringify(one)}\n`).join('');
}
