import type { Change } from './compare';
import type { CaseDifference } from './differences';
import type { Total, Totals } from './totals';

/** What a comparison was of: names of the two versions, and the day that was asked for. */
export type Compared = { readonly before: string; readonly after: string; readonly on?: string };

/** How a comparison is printed, piece by piece as cases are compared; an unchanged case prints nothing. */
export type Report = {
  readonly difference: (difference: CaseDifference) => string;
  readonly closing: (totals: Totals) => string;
};

/** For people. */
export function textReport(compared: Compared): Report {
  return {
    difference: (difference) => lines(linesOf(difference)),
    closing: (totals) => lines([...tableOf(totals.changes), ...summaryOf(compared, totals)]),
  };
}

/** For programs: one JSON document `{ compared, cases: [...], totals }`, written as it grows. */
export function jsonReport(compared: Compared): Report {
  const opening = `{"compared":${JSON.stringify(compared)},"cases":[`;
  let before = `${opening}\n`;
  return {
    difference: (difference) => {
      if (difference.kind === 'same') return '';
      const text = `${before}${JSON.stringify(difference)}`;
      before = ',\n';
      return text;
    },
    closing: (totals) => `${before === ',\n' ? '\n' : opening}],"totals":${JSON.stringify(totals)}}\n`,
  };
}

function lines(of: readonly string[]): string {
  return of.map((line) => `${line}\n`).join('');
}

function linesOf(difference: CaseDifference): readonly string[] {
  switch (difference.kind) {
    case 'same':
      return [];
    case 'failed': {
      const { before, after } = difference;
      const whose = [before && `before: ${before}`, after && `after: ${after}`].filter(Boolean).join('; ');
      return [`${headOf(difference)} failed (${whose})`];
    }
    case 'affected':
      return [headOf(difference), ...difference.changes.map((change) => `  ${wordsOf(change)}`)];
  }
}

function headOf({ caseId, state, day }: Exclude<CaseDifference, { kind: 'same' }>): string {
  return `case ${caseId} on ${day}${state === 'closed' ? ' (closed)' : ''}`;
}

function wordsOf({ before = 'none', after = 'none', ...about }: Change): string {
  return `${nameOf(about)}: ${before} → ${after}`;
}

function nameOf({ step, kind, what }: Pick<Total, 'step' | 'kind' | 'what'>): string {
  return [step, kind, what].filter(Boolean).join(' ');
}

function tableOf(changes: readonly Total[]): readonly string[] {
  if (changes.length === 0) return [];
  const width = String(changes[0]?.cases).length;
  return [
    '',
    'cases by change:',
    ...changes.map((t) => `  ${String(t.cases).padStart(width)}  ${nameOf(t)}`),
    '',
  ];
}

function summaryOf({ before, after, on }: Compared, totals: Totals): readonly string[] {
  const { cases, affected, closed, failed } = totals;
  const day = on ?? 'each case on its own day';
  return [
    `${before} compared with ${after}, ${day}`,
    `${affected} of ${cases} cases affected${closed > 0 ? `, ${closed} of them closed` : ''}; ${failed} failed`,
  ];
}
