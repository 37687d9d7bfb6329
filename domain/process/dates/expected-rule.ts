/** Rule of a step's usual time to an answer; all occurrences of a step have the same. */
export function expectedRule(stepId: string): string {
  return `${stepId.split(':')[0]}Expected`;
}
