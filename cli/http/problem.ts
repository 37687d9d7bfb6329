import type { Problem } from '../generated/api-types';
import { printable } from '../output/printable';

/** What an API of a later version may tell besides. */
type ToldProblem = Partial<Problem> & {
  readonly assignee?: unknown;
  readonly currentStatus?: { kind: string };
};

/** A problem as one line: what it says in detail, what was wrong with the input, the rule and its statute. */
export function problemLine(status: number, text: string): string {
  const problem = readProblem(text);
  if (problem === undefined) return `the API answered ${status}`;
  const wrong = (problem.invalidParameters ?? []).map(({ name, reason }) => `${name} ${reason}`);
  const rule = [problem.rule, problem.law].filter(Boolean).join(', ');
  const parts = [
    problem.detail ?? problem.title ?? `the API answered ${status}`,
    ...wrong,
    ...(typeof problem.assignee === 'string' ? [`held by ${problem.assignee}`] : []),
    ...(problem.currentStatus ? [`now ${problem.currentStatus.kind}`] : []),
  ];
  return printable(`${parts.join(' · ')}${rule ? ` (${rule})` : ''}`);
}

function readProblem(text: string): ToldProblem | undefined {
  try {
    const read: unknown = JSON.parse(text);
    return typeof read === 'object' && read !== null ? read : undefined;
  } catch {
    return undefined;
  }
}
