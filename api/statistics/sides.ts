import { AgencyId } from '../../domain/model/agency';
import type { KommunCode, StepId } from '../../domain/model/ids';
import { CATALOGUE, stepDefinition } from '../../domain/process/steps/catalogue';
import { SUM } from '../../domain/statistics/table';

/** What figures are told apart by. Months and weeks are named by their first day. */
export type Side = 'step' | 'agency' | 'kommun' | 'month' | 'week';

/** What was counted at a place, as far as it is told apart. */
type Counted = {
  readonly step?: StepId | null;
  readonly agency?: AgencyId;
  readonly kommun?: KommunCode | null;
  readonly month?: string | null;
  readonly week?: string;
};

/** Stands for those that are counted in no kommun. */
const NONE = '-';

/** Where something is counted on one side of a table; an agency follows from its step. */
export function nameOn(side: Side, counted: Counted): string {
  if (side === 'agency') return counted.agency ?? agencyOf(counted.step) ?? NONE;
  return counted[side] ?? NONE;
}

/** What is at a row or column, as an answer names it; nothing for that of sums. A step tells its agency too. */
export function namesOf(side: Side | undefined, name: string): Readonly<Record<string, string | null>> {
  if (side === undefined || name === SUM) return {};
  const value = name === NONE ? null : name;
  const agency = side === 'step' ? agencyOf(value) : undefined;
  return { [side]: value, ...(agency && { agency }) };
}

/** Puts the names of a side in order: steps as the process goes, agencies as they are listed, the rest by name; sums last. */
export function inOrder(side: Side | undefined, one: string, other: string): number {
  const places: readonly string[] = side === 'step' ? STEPS : side === 'agency' ? AgencyId.options : [];
  const sumsLast = Number(one === SUM) - Number(other === SUM);
  return sumsLast || places.indexOf(one) - places.indexOf(other) || one.localeCompare(other);
}

const STEPS: readonly string[] = CATALOGUE.map(({ id }) => id);

function agencyOf(step: string | null | undefined): AgencyId | undefined {
  return step ? stepDefinition(step)?.agency : undefined;
}
