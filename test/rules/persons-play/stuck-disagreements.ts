import type { CaseFacts } from '../../../domain/model/facts';
import type { Plan } from '../../../domain/model/plan';
import { offersOf, stuckOf } from '../../../domain/process/stuck/stuck';
import type { StuckReason } from '../../../domain/process/stuck/reason';
import { differs } from './case-disagreements';
import type { ExpectedDay } from './expected-day';

/** Where a case is stuck otherwise than a file says, and what should be on offer and is not. */
export function stuckDisagreements(
  plan: Plan,
  facts: CaseFacts,
  { stuck: expected, 'on offer': offered = [] }: ExpectedDay,
): readonly string[] {
  const onOffer = offersOf(plan).map(({ step, rule }) => `${rule} of ${step}`);
  const missing = offered.filter((offer) => !onOffer.includes(offer));
  return [
    ...(expected === undefined ? [] : standing(plan, facts, expected)),
    ...missing.map(
      (offer) => `${offer} should be on offer but is not; on offer: ${onOffer.join(', ') || 'nothing'}`,
    ),
  ];
}

function standing(
  plan: Plan,
  facts: CaseFacts,
  expected: NonNullable<ExpectedDay['stuck']>,
): readonly string[] {
  const stuck = stuckOf(plan, facts);
  const found = (stuck?.reasons ?? []).map(reasonInWords);
  if (expected === 'no') return stuck ? [`the case should not be stuck but is: ${found.join(', ')}`] : [];
  if (!stuck && (expected.root ?? expected.reasons)) return ['the case should be stuck but is not'];
  return [
    ...differs(`the root (stuck by ${found.join(', ')})`, expected.root, stuck?.root ?? 'none'),
    ...reasonDisagreements(found, expected),
  ];
}

function reasonDisagreements(
  found: readonly string[],
  { reasons: wanted = [], 'and not': unwanted = [] }: { reasons?: string[]; 'and not'?: string[] },
): readonly string[] {
  const missing = wanted.filter((reason) => !found.includes(reason));
  const extra = unwanted.filter((reason) => found.includes(reason));
  return [
    ...missing.map((reason) => `it should be stuck by ${reason} but is by ${found.join(', ')}`),
    ...extra.map((reason) => `it should not be stuck by ${reason} but is`),
  ];
}

/** `gap`, `expiring`, `overdue sfi`, `silent personnummer`. */
function reasonInWords({ kind, step }: StuckReason): string {
  return kind === 'gap' || kind === 'expiring' || step === undefined ? kind : `${kind} ${step}`;
}
