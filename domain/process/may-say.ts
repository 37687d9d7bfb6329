import type { DoneStep, OpenStep, PlanDigest } from '../model/assessment';

/** Whether a word (an outcome, `reopening`, `resubmission`) may be said about a step now. */
export function maySay({ words }: PlanDigest, { says }: OpenStep | DoneStep, word: string): boolean {
  return word !== '' && ` ${words[says] ?? ''} `.includes(` ${word} `);
}
