import type { z } from 'zod';
import type { Endpoint } from './endpoint';
import { PROBLEMS, type ProblemType } from './problem';

/** The problems that an endpoint's other declarations bring, each with what brings it. */
const BROUGHT: readonly (readonly [readonly ProblemType[], (endpoint: Endpoint) => boolean])[] = [
  // An unknown parameter is refused everywhere.
  [['invalid-request', 'internal-error'], () => true],
  [['not-signed-in', 'not-allowed'], ({ access }) => typeof access === 'object'],
  [['bad-signature'], ({ access }) => access === 'signature'],
  // What is public and has no parameters reads nothing from the register.
  [['unavailable'], ({ access, params }) => access !== 'public' || params !== undefined],
  [['not-found'], ({ params }) => params !== undefined],
  [['stale-revision'], ({ headers }) => 'if-match' in ((headers as z.ZodObject | undefined)?.shape ?? {})],
  [['too-large', 'unsupported-media-type'], ({ body }) => body !== undefined],
  [['idempotency-key-reused'], ({ idempotencyKey }) => idempotencyKey !== undefined],
  [['idempotency-key-required'], ({ idempotencyKey }) => idempotencyKey === 'required'],
];

/** Every problem that an endpoint may answer with, in the order of `PROBLEMS`. */
export function problemsOf(endpoint: Endpoint): readonly ProblemType[] {
  const brought = BROUGHT.flatMap(([types, applies]) => (applies(endpoint) ? types : []));
  const declared = new Set<ProblemType>([...brought, ...(endpoint.problems ?? [])]);
  return (Object.keys(PROBLEMS) as ProblemType[]).filter((type) => declared.has(type));
}
