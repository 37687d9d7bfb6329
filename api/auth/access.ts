import type { Kysely } from 'kysely';
import type { AgencyId } from '../../domain/model/agency';
import type { CaseId, HouseholdId, KommunCode } from '../../domain/model/ids';
import { stepDefinition } from '../../domain/process/steps/catalogue';
import type { StepDefinition } from '../../domain/process/steps/step-definition';
import { caseScope, householdScopes } from '../../register/reading/scope';
import type { RegisterSchema } from '../../register/schema';
import { worksIn } from '../../register/work/colleagues';
import { notFound, Problem } from '../problem';
import type { Caller, Role } from './caller';

/**
 * A step that a request touches, with the outcome that it records there, if any. `isManagersToo`: what is done to it is
 * also a manager's to do. `rests`: it is only paused, resumed or given more time.
 */
export type TouchedStep = {
  readonly stepId: string;
  readonly outcome?: string;
  readonly isManagersToo?: true;
  readonly rests?: true;
};

/**
 * Who may call an endpoint. `public`: anyone. `signature`: whoever signed the body, checked by the handler. Otherwise
 * callers of these roles; `within` also asks whether they may know the case or household that the path names.
 */
export type Access =
  'public' | 'signature' | { readonly roles: readonly Role[]; readonly within?: 'case' | 'household' };

/** Who and what a case concerns, as far as access asks. */
export type CaseScope = {
  readonly kommun: KommunCode | null;
  /** Agencies with a step that applies. */
  readonly agencies: readonly AgencyId[];
};

/** As much of a caller, or of a colleague, as says whose cases they may know. */
export type Seer = { readonly agency?: AgencyId; readonly area: 'national' | readonly KommunCode[] };

/** Throws 403 unless the caller's role is one that the endpoint names. */
export function requireRole(caller: Caller, access: Access): void {
  if (typeof access === 'string') return;
  if (access.roles.some((role) => role === caller.role)) return;
  throw new Problem('not-allowed', `This may be done by: ${access.roles.join(', ')}.`);
}

/** Whether the caller may know that a case exists: it is in the area, and their agency has a step that applies. */
export function maySee(caller: Seer, scope: CaseScope): boolean {
  if (!worksIn(caller, scope.kommun)) return false;
  return caller.agency === undefined || scope.agencies.includes(caller.agency);
}

/** Throws 404 when the case is not there or the caller may not know it. */
export async function requireCase(db: Kysely<RegisterSchema>, caller: Caller, caseId: CaseId): Promise<void> {
  const scope = await caseScope(db, caseId);
  if (!scope || !maySee(caller, scope)) throw notFound('case');
}

/** Throws 404 when no member of the household has a case that the caller may know. */
export async function requireHousehold(
  db: Kysely<RegisterSchema>,
  caller: Caller,
  householdId: HouseholdId,
): Promise<void> {
  const scopes = await householdScopes(db, householdId);
  if (!scopes.some((scope) => maySee(caller, scope))) throw notFound('household');
}

/**
 * Throws 403 unless the step is the caller's agency's own, or a coordinator records what the newcomer did or lets the
 * newcomer's own step rest: one that is theirs to file.
 */
export function requireSteps(caller: Caller, steps: readonly TouchedStep[]): void {
  for (const touched of steps) {
    const { stepId } = touched;
    const step = stepDefinition(stepId);
    if (!step) throw notFound('step');
    const isManagers = caller.role === 'manager' && touched.isManagersToo === true;
    const isOwn = isManagers || caller.agency === step.agency;
    const may = caller.role === 'coordinator' ? isNewcomers(step, touched) : isOwn;
    if (!may)
      throw new Problem('not-allowed', `The step ${stepId} is answered by ${step.agency}.`, { stepId });
  }
}

function isNewcomers(step: StepDefinition, { outcome, rests }: TouchedStep): boolean {
  if (rests) return step.kind === 'filing';
  return outcome !== undefined && step.outcomes[outcome]?.by === 'newcomer';
}
