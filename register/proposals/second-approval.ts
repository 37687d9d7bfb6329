import { type SecondApproval, unknownNames } from '../../domain/process/judging/second-approval';
import { BadConfiguration } from '../../platform/config/env';

/** Throws `BadConfiguration` naming each step and outcome of the installation's rule that the catalogue does not have. */
export function requireKnownOutcomes(rule: SecondApproval): void {
  const unknown = unknownNames(rule);
  if (unknown.length === 0) return;
  throw new BadConfiguration(
    `SECOND_APPROVAL names ${unknown.join(', ')}, which is no step of the catalogue or no outcome that a person tells of it`,
  );
}
