import type { Problem } from '../generated/api-types';
import { printable } from '../output/printable';

/** A problem as one line: what it says in detail, what was wrong with the input, the rule and its statute. */
export function problemLine(status: number, text: string): string {
  const problem = readProblem(text);
  const wrong = (problem.invalidParameters ?? []).map(({ name, reason }) => `${name} ${reason}`);
  const rule = [problem.rule, problem.law].filter(Boolean).join(', ');
  const parts = [
    problem.detail ?? problem.title ?? `the API answered ${status}`,
    ...wrong,
    ...(problem.assignee ? [`held by ${problem.assignee}`] : []),
    ...(problem.currentStatus ? [`now ${problem.currentStatus.kind}`] : []),
  ];
  return printable(`${parts.join(' · ')}${rule ? ` (${rule})` : ''}`);
}

/** The problem that a text is; an empty one where something else than the API spoke, a proxy for instance. */
function readProblem(text: string): Partial<Problem> {
  try {
    return Object(JSON.parse(text)) as Partial<Problem>;
  } catch {
    return {};
  }
}
