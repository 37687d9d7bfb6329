import { caseTable } from '../commands/case';
import { countsOf, partsOf, summaryText } from '../commands/stuck';
import { WORKLIST_HEAD, worklistRow } from '../commands/worklist';
import type { Query } from '../http/client';
import type { Case, StuckSummary, Worklist } from '../generated/api-types';
import { statusWords } from '../output/case-lines';
import { pageOf } from '../output/page';
import type { Cell } from '../output/table';

/** Something that can be watched: where it is read, how it looks as a whole, and line by line under stable names. */
export type Subject<T> = {
  readonly path: string;
  readonly query?: Query;
  readonly what?: string;
  readonly whole: (body: T) => string;
  readonly lines: (body: T) => ReadonlyMap<string, string>;
};

/** One case, a line for each step. */
export function watchedCase(caseId: string): Subject<Case> {
  return {
    path: `/cases/${caseId}`,
    whole: (body) => caseTable(body, false, null),
    lines: ({ steps, state, milestone }) =>
      new Map([
        ['case', `${state}, milestone ${milestone ?? 'none yet'}`],
        ...steps.map(({ stepId, status }) => [stepId, statusWords(status)] as const),
      ]),
  };
}

/** The user's queue, a line for each open step. */
export function watchedWorklist(query: Query): Subject<Worklist> {
  return {
    path: '/worklist',
    query,
    what: 'worklist',
    whole: (body) => pageOf(body, WORKLIST_HEAD, worklistRow),
    lines: ({ items }) =>
      new Map(items.map((item) => [`${item.caseId} ${item.stepId}`, rowText(worklistRow(item).slice(3))])),
  };
}

/** The counts of stuck cases, a line for each. */
export function watchedStuck(): Subject<StuckSummary> {
  return {
    path: '/stuck/summary',
    what: 'summary of stuck cases',
    whole: summaryText,
    lines: ({ items }) => new Map(items.map((item) => [rowText(partsOf(item)), rowText(countsOf(item))])),
  };
}

function rowText(cells: readonly Cell[]): string {
  return cells.map((cell) => String(cell ?? '–')).join(' ');
}
