/**
 * Rule of a step's usual time to an answer; all occurrences of a step have the same. Apart from `dues.ts` because
 * workflows use it, and the calendar stays out of their bundle.
 */
export function expectedRule(stepId: string): string {
  return `${stepId.split(':')[0]}Expected`;
}
