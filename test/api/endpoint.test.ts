import express from 'express';
import request from 'supertest';
import { z } from 'zod';
import { pino } from 'pino';
import { defineEndpoint, type Endpoint } from '../../api/endpoint';
import { refusalProblem } from '../../api/messages/refusal';
import { mount } from '../../api/mount';
import { answerProblems, notFound, PROBLEMS } from '../../api/problem';
import { ENDPOINTS } from '../../api/endpoints';
import type { Services } from '../../api/services';
import type { CaseView } from '../../register/reading/case';

const logger = pino({ level: 'silent' });

const greeting = defineEndpoint({
  method: 'get',
  path: '/greetings/{name}',
  tag: 'Test',
  summary: 'Greets',
  access: 'public',
  auditEvent: 'none',
  params: z.strictObject({ name: z.string().max(5) }),
  query: z.strictObject({ times: z.coerce.number().int().max(3).default(1) }),
  status: 200,
  result: z.object({ greeting: z.string() }),
  async handle({ params, query }) {
    return { body: { greeting: params.name.repeat(query.times), secret: 'x' } };
  },
});

function appOf(...endpoints: Endpoint[]) {
  const app = express();
  mount(app, endpoints, { logger } as unknown as Services);
  app.use(() => {
    throw notFound('resource');
  });
  return app.use(answerProblems(logger));
}

describe('an endpoint', () => {
  it.each(['access', 'auditEvent'] as const)('is not mounted when it does not declare its %s', (what) => {
    const careless = { ...greeting, [what]: undefined } as unknown as Endpoint;
    expect(() => appOf(careless)).toThrow(/GET \/greetings\/\{name\} does not declare/);
  });

  it('hands its handler what the schemas read, and answers no field that they do not name', async () => {
    const answer = await request(appOf(greeting)).get('/greetings/hej?times=2');
    expect([answer.status, answer.body]).toEqual([200, { greeting: 'hejhej' }]);
  });

  it('says of a case that has only begun that it is away for a moment, not that it is closed', () => {
    const problem = refusalProblem({
      detail: { code: 'notReady' },
      view: { steps: [] } as unknown as CaseView,
      message: null,
    });
    expect([problem.status, problem.headers]).toEqual([503, { 'Retry-After': '5' }]);
  });

  it('refuses what the schemas do not take, naming each parameter', async () => {
    const name = (answer: request.Response) =>
      answer.body.invalidParameters.map((parameter: { name: string }) => parameter.name);
    const app = appOf(greeting);
    const unknown = await request(app).get('/greetings/hej?size=2');
    expect([unknown.status, name(unknown)]).toEqual([400, ['size']]);
    const long = await request(app).get('/greetings/good-day');
    expect([long.status, name(long)]).toEqual([400, ['name']]);
    expect((await request(app).get('/greetings/hej?times=9')).status).toBe(400);
    expect((await request(app).get('/greetings/%E0%A4')).status).toBe(400);
  });

  it('answers 404 where there is nothing, and 405 with the methods that there are', async () => {
    const app = appOf(greeting);
    const nothing = await request(app).get('/nothing?name=Anna');
    expect([nothing.status, nothing.type]).toEqual([404, 'application/problem+json']);
    expect(nothing.body.instance).toBe('/nothing');
    const wrong = await request(app).delete('/greetings/hej');
    expect([wrong.status, wrong.headers.allow]).toEqual([405, 'GET']);
  });

  it('answers an unforeseen fault, and an answer that does not fit, without detail', async () => {
    const faulty = { ...greeting, handle: () => Promise.reject(new Error('person 199001012385')) };
    const misfit = { ...greeting, handle: async () => ({ body: { greeting: 7 } }) };
    for (const endpoint of [faulty, misfit]) {
      const answer = await request(appOf(endpoint)).get('/greetings/hej');
      expect([answer.status, answer.body.type]).toEqual([500, '/problems/internal-error']);
      expect(answer.text).not.toMatch(/1990|Error|at /);
    }
  });

  it('says 503 with Retry-After when the register is away', async () => {
    const refused = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
    const away = { ...greeting, handle: () => Promise.reject(refused) };
    const answer = await request(appOf(away)).get('/greetings/hej');
    expect([answer.status, answer.headers['retry-after']]).toEqual([503, '5']);
  });
});

describe('the endpoints of the API', () => {
  it('all lie under /api/v1, except calendars, health, metrics, sign-in and documentation: no token is asked for', () => {
    const open = ENDPOINTS.filter(({ access }) => access === 'public').map(({ path }) => path);
    const ofOperators = ['/health/live', '/health/ready', '/metrics'];
    const ofPrograms = ['/.well-known/oauth-protected-resource', '/openapi.json'];
    expect(open).toEqual(['/calendar/{secret}.ics', ...ofOperators, ...ofPrograms, '/docs', '/']);
    const others = ENDPOINTS.filter(({ access }) => access !== 'public');
    expect(others.every(({ path }) => path.startsWith('/api/v1/'))).toBe(true);
    expect(others.filter(({ access }) => access === 'signature').map(({ path }) => path)).toEqual([
      '/api/v1/webhooks/{agency}',
    ]);
  });

  it('that change something take an Idempotency-Key, but for signed webhooks', () => {
    const careless = ENDPOINTS.filter(
      ({ method, access, idempotencyKey }) => method === 'post' && access !== 'signature' && !idempotencyKey,
    );
    expect(careless).toEqual([]);
  });

  it('that change something leave a ledger row, but for what is a colleague’s own and says nothing of a case', () => {
    const unnoted = ENDPOINTS.filter(
      ({ method, auditEvent }) => method !== 'get' && ['none', 'read', 'list'].includes(auditEvent),
    );
    expect(unnoted.map(({ method, path }) => `${method} ${path.replace('/api/v1', '')}`)).toEqual([
      'post /cases/{caseId}/steps/{stepId}/follow-up',
      'post /worklist/views',
      'delete /worklist/views/{viewId}',
      'post /inbox/reading',
      'post /calendar',
      'delete /calendar',
      'post /subscriptions',
      'delete /subscriptions/{subscriptionId}',
    ]);
  });

  it('name every problem with a status that api.md knows', () => {
    const known = [400, 401, 403, 404, 405, 409, 410, 412, 413, 415, 422, 428, 429, 500, 503];
    expect(Object.values(PROBLEMS).every(({ status }) => known.includes(status))).toBe(true);
  });
});
