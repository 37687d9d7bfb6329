import type { CaseFacts } from '../../model/facts';
import type { PlainDate } from '../../model/plain-date';
import type { CaseResult } from '../../model/plan';

/** What ends a path outside its steps: withdrawn, moved from Sweden, dead, the permit recalled for good. */
export type Exit = {
  readonly why: Extract<CaseResult, 'withdrawn' | 'moved' | 'dead' | 'recalled'>;
  readonly on: PlainDate;
};

/** The earliest exit that the facts know, also one to come. */
export function exitOf({ withdrawal, departure, death, permitRecall }: CaseFacts): Exit | undefined {
  const exits: readonly (Exit | undefined)[] = [
    withdrawal && { why: 'withdrawn', on: withdrawal.since },
    departure && { why: 'moved', on: departure.leftOn },
    death && { why: 'dead', on: death.diedOn },
    permitRecall && { why: 'recalled', on: permitRecall.finalOn },
  ];
  return exits.reduce((first, exit) => (exit && (!first || exit.on < first.on) ? exit : first), undefined);
}
