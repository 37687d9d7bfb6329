import type { Due, PlannedStep } from '../../../domain/model/plan';
import type { ExpectedDue, ExpectedOpen } from './expected-day';
import { dueInWords } from './in-words';

const KINDS = ['duty', 'right', 'target', 'expectation'] as const;

/** Where the dates of a step are otherwise than a file says; dates that it does not name are not looked at. */
export function dueDisagreements({ stepId, dues }: PlannedStep, expected: ExpectedOpen): readonly string[] {
  return KINDS.flatMap((kind) =>
    Object.entries(expected[kind] ?? {}).flatMap(([rule, said]) => {
      const due = dues.find((candidate) => candidate.kind === kind && candidate.rule === rule);
      return agrees(due, said) ? [] : [`${stepId}: ${shouldBe(kind, rule, said)} but is ${found(due, dues)}`];
    }),
  );
}

function agrees(due: Due | undefined, { date, movedFrom, law }: ExpectedDue): boolean {
  if (date === undefined || due === undefined) return (date === undefined) === (due === undefined);
  if (due.date !== date || !(due.movedBy ?? '').startsWith(movedFrom ?? '')) return false;
  return due.law.includes(law ?? '') && (movedFrom !== undefined || due.movedBy === undefined);
}

function shouldBe(kind: string, rule: string, { date, movedFrom, law }: ExpectedDue): string {
  if (date === undefined) return `there should be no ${kind} ${rule}`;
  const moved = movedFrom ? ` moved from ${movedFrom}` : '';
  return `${kind} ${rule} should be ${date}${moved}${law ? ` (${law})` : ''}`;
}

function found(due: Due | undefined, dues: readonly Due[]): string {
  if (due) return dueInWords(due);
  return `not there; its dates are: ${dues.map(dueInWords).join('; ') || 'none'}`;
}
