import { defineEndpoint } from '../../endpoint';

/** GET /metrics: for Prometheus. */
export const metricsEndpoint = defineEndpoint({
  method: 'get',
  path: '/metrics',
  tag: 'Operations',
  summary: 'Metrics in the format of Prometheus',
  access: 'public',
  auditEvent: 'none',
  status: 200,
  result: { contentType: 'text/plain; version=0.0.4; charset=utf-8', description: 'Prometheus text format' },
  async handle(_request, { metrics }) {
    return { body: await metrics.metrics() };
  },
});
