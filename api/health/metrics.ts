import type { RequestHandler } from 'express';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { countOpenCases, messagesByState } from '../../register/health/diagnosis';
import type { Register } from '../../register/database';

/** Counting all messages reads all of them, so no more often than this, in milliseconds. */
const COUNTED_FOR = 15_000;

/** The metrics of one API process; what the register tells is asked when they are read. */
export function createMetrics(register: Register): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  let countedAt = 0;
  new Gauge({
    name: 'etablering_messages',
    help: 'Messages by state; received are those that no case has taken yet',
    labelNames: ['state'],
    registers: [registry],
    async collect() {
      if (Date.now() - countedAt < COUNTED_FOR) return;
      const counts = await messagesByState(register).catch(() => undefined);
      if (!counts) return;
      countedAt = Date.now();
      for (const [state, count] of Object.entries(counts)) this.set({ state }, count);
    },
  });
  new Gauge({
    name: 'etablering_cases_open',
    help: 'Cases that are open',
    registers: [registry],
    async collect() {
      const count = await countOpenCases(register).catch(() => undefined);
      if (count !== undefined) this.set(count);
    },
  });
  return registry;
}

/** Times every request by its route's template, never by its address: addresses name cases. */
export function timeRequests(registry: Registry): RequestHandler {
  const durations = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time to answer, by route',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 8, 10],
    registers: [registry],
  });
  return (req, res, next) => {
    const end = durations.startTimer();
    res.on('finish', () => {
      const route = (req.route as { path?: string } | undefined)?.path ?? 'unknown';
      end({ method: req.method, route, status: res.statusCode });
    });
    next();
  };
}
