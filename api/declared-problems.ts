import type { z } from 'zod';
import { ProblemAnswer } from './answers/problem';
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

/** The response of each problem that is the only one of its status at some endpoint: documented once, by its type. */
const SINGLE_RESPONSES = Object.fromEntries(
  Object.entries(PROBLEMS).map(([type, { title }]) => [
    type,
    { id: pascalCase(type), ...problemResponse(title) },
  ]),
);

/** The same as they are documented: a response for each status. */
export function problemResponses(endpoint: Endpoint): [string, object | undefined][] {
  const types = problemsOf(endpoint);
  const statuses = new Set(types.map((type) => PROBLEMS[type].status));
  return [...statuses].map((status) => {
    const [first = '', ...others] = types.filter((type) => PROBLEMS[type].status === status);
    if (others.length === 0) return [String(status), SINGLE_RESPONSES[first]];
    return [String(status), problemResponse([first, ...others].map((type) => `\`${type}\``).join(', '))];
  });
}

function problemResponse(description: string) {
  return { description, content: { 'application/problem+json': { schema: ProblemAnswer } } };
}

function pascalCase(type: string): string {
  return type.replaceAll(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
