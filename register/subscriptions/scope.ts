import type { AgencyId } from '../../domain/model/agency';
import type { KommunCode, StepId } from '../../domain/model/ids';
import { stepDefinition } from '../../domain/process/steps/catalogue';
import type { AreaOf } from '../work/tables';
import type { Condition } from './subscription';
import { kommunerOf, worksIn } from '../work/colleagues';

/** The parts of a colleague that decide what they may count. */
export type Counter = {
  readonly role: string;
  readonly agency?: AgencyId | null;
  readonly area: AreaOf;
};

/** The scope of a colleague's counts: never more than they may see. */
export type CountScope = {
  /** Unset means everywhere. */
  readonly kommuner?: readonly KommunCode[];
  readonly agency?: AgencyId;
  /** Persons with protected identity are counted in the whole country only. */
  readonly isWithProtected: boolean;
};

const COUNTING_ROLES = ['manager', 'coordinator', 'caseworker'];

/**
 * Returns the scope of a condition for a colleague at present, or the code of why they may not count it: a role
 * without counts, a kommun outside their area, or a step of another agency than a caseworker's own.
 */
export function countScope(
  condition: Condition,
  counter: Counter,
): CountScope | { readonly refused: Refused } {
  const refused = refusal(condition, counter);
  if (refused) return { refused };
  const { kommuner } = kommunerOf(counter, condition.kommun);
  const agency = counter.agency ?? agencyOf(condition);
  return {
    ...(kommuner && { kommuner }),
    ...(agency && { agency }),
    isWithProtected: kommuner === undefined,
  };
}

function refusal(condition: Condition, { role, agency: own, area }: Counter): Refused | undefined {
  if (!COUNTING_ROLES.includes(role) || (role === 'caseworker' && !own)) return 'role';
  const { kommun } = condition;
  if (kommun && !worksIn({ area }, kommun)) return 'kommun';
  return own && !isOfAgency(condition, own) ? 'agency' : undefined;
}

export type Refused = 'role' | 'kommun' | 'agency';

/** Technical trouble is of whole cases, and of no one agency. */
function isOfAgency(condition: Condition, own: AgencyId): boolean {
  if (condition.kind === 'technical') return false;
  return (
    (agencyOf(condition) ?? own) === own &&
    (condition.step === undefined || stepAgency(condition.step) === own)
  );
}

/** The given agency, else the step's own: so that a queue's index is used. */
function agencyOf(condition: Condition): AgencyId | undefined {
  if (condition.kind === 'technical') return undefined;
  return condition.agency ?? (condition.step && stepAgency(condition.step));
}

function stepAgency(step: StepId): AgencyId | undefined {
  return stepDefinition(step)?.agency;
}
