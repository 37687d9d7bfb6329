import { z } from 'zod';
import { defineEndpoint, otherAnswer } from '../../endpoint';
import { lookAtParts } from '../../health/parts';

const PartStatus = z.enum(['up', 'away']);
const Readiness = z
  .object({ status: z.enum(['ready', 'notReady']), register: PartStatus, engine: PartStatus })
  .meta({ id: 'Readiness' });

/** GET /health/live: the process answers. */
export const liveEndpoint = defineEndpoint({
  method: 'get',
  path: '/health/live',
  tag: 'Operations',
  summary: 'Whether the process is alive',
  access: 'public',
  auditEvent: 'none',
  status: 200,
  result: z.object({ status: z.literal('alive') }).meta({ id: 'Liveness' }),
  async handle() {
    return { body: { status: 'alive' as const } };
  },
});

/** GET /health/ready: the register answers. Without the engine the API still takes everything and answers 202. */
export const readyEndpoint = defineEndpoint({
  method: 'get',
  path: '/health/ready',
  tag: 'Operations',
  summary: 'Whether requests can be taken',
  description:
    '503 while the register is away. With the engine away cases are still opened and messages stored.',
  access: 'public',
  auditEvent: 'none',
  status: 200,
  result: Readiness,
  otherResults: { 503: { description: 'The register is away', schema: Readiness } },
  async handle(_request, services) {
    const parts = await lookAtParts(services);
    if (parts.register === 'up') return { body: { status: 'ready' as const, ...parts } };
    return otherAnswer(503, { status: 'notReady', ...parts }, { 'Retry-After': '5' });
  },
});
