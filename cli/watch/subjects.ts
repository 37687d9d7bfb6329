import { caseTable } from '../commands/case';
import { type StuckCount, type StuckSummary, SUMMARY_HEAD, summaryRow } from '../commands/stuck';
import { WORKLIST_HEAD, type WorklistItem, worklistRow } from '../commands/worklist';
import type { Query } from '../http/client';
import type { Case } from '../generated/api-types';
import { statusWords } from '../output/case-lines';
import { pageOf, type Page } from '../output/page';
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
export function watchedWorklist(query: Query): Subject<Page<WorklistItem>> {
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
    whole: (body) => pageOf(body, SUMMARY_HEAD, summaryRow),
    lines: ({ items }) => new Map(items.map((item) => [nameOf(item), rowText(summaryRow(item).slice(4))])),
  };
}

function nameOf(item: StuckCount): string {
  return rowText(summaryRow(item).slice(0, 4));
}

function rowText(cells: readonly Cell[]): string {
  return cells.map((cell) => String(cell ?? '–')).join(' ');
}
