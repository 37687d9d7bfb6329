import request from 'supertest';
import { createDatabase } from '../../register/database';
import { MIGRATIONS } from '../../register/migrations';
import { type Desk, openDesk } from './support/desk';
import { household } from './support/household';
import { openRoom, type Room } from './support/room';

describe('what operators ask', () => {
  let room: Room;
  let engineless: Desk;

  beforeAll(async () => {
    room = await openRoom();
    engineless = await openDesk({ register: room.stage.register });
    await room.post('coordinator', '/api/v1/households', household());
  });

  afterAll(async () => {
    await engineless.close();
    await room.close();
  });

  it('diagnosis: the engine with its workers, the register with its schema and clock, rules and messages', async () => {
    const { status, body } = await room.get('operator', '/api/v1/diagnosis');
    expect(status).toBe(200);
    expect(body.register).toMatchObject({
      status: 'up',
      schema: { applied: Object.keys(MIGRATIONS), pending: [] },
    });
    expect(Math.abs(body.register.clockSkew)).toBeLessThan(1000);
    expect(body.engine).toMatchObject({ status: 'up', missingSearchAttributes: [] });
    const queues = body.engine.taskQueues.map((queue: { taskQueue: string }) => queue.taskQueue);
    expect(queues).toEqual([
      'etablering',
      'agency-migrationsverket',
      'agency-arbetsformedlingen',
      'agency-skatteverket',
      'agency-kommun',
      'agency-forsakringskassan',
      'agency-pensionsmyndigheten',
      'agency-uhr',
      'agency-region',
      'agency-bank',
      'bulk',
      'nightly',
    ]);
    expect(body.engine.taskQueues.every((queue: { pollers: number }) => queue.pollers > 0)).toBe(true);
    expect(body.agencies).toHaveLength(9);
    expect(body.rules.inUse).toEqual([{ rulesVersion: body.rules.present, openCases: 1 }]);
    expect(body.messages).toMatchObject({ unconfirmed: expect.any(Number) });
  });

  it('diagnosis without an engine still tells of the rest', async () => {
    const { status, body } = await engineless.get('operator', '/api/v1/diagnosis');
    expect(status).toBe(200);
    expect([body.engine, body.register.status]).toEqual([{ status: 'away' }, 'up']);
  });

  it('health, without a token: alive, and ready as long as the register answers', async () => {
    expect((await request(room.app).get('/health/live')).body).toEqual({ status: 'alive' });
    const ready = await request(room.app).get('/health/ready');
    expect([ready.status, ready.body]).toEqual([200, { status: 'ready', register: 'up', engine: 'up' }]);
    const away = await request(engineless.app).get('/health/ready');
    expect([away.status, away.body.engine]).toEqual([200, 'away']);
  });

  it('without a register: not ready, 503 everywhere, and still alive and measured', async () => {
    const register = createDatabase('postgres://nobody:x@127.0.0.1:1/none');
    const desk = await openDesk({ register });
    const ready = await request(desk.app).get('/health/ready');
    expect([ready.status, ready.body.register]).toEqual([503, 'away']);
    const list = await desk.get('coordinator', '/api/v1/cases');
    expect([list.status, list.body.type, list.headers['retry-after']]).toEqual([
      503,
      '/problems/unavailable',
      '5',
    ]);
    expect((await desk.post('coordinator', '/api/v1/households', household())).status).toBe(503);
    expect((await request(desk.app).get('/health/live')).status).toBe(200);
    expect((await request(desk.app).get('/metrics')).status).toBe(200);
    await desk.close();
    await register.destroy();
  });

  it('metrics: times by route and never by case, messages by state, open cases', async () => {
    const { body } = await room.get('coordinator', '/api/v1/cases');
    const caseId = body.items[0].caseId as string;
    await room.get('coordinator', `/api/v1/cases/${caseId}`);
    const { text, type } = await request(room.app).get('/metrics');
    expect(type).toBe('text/plain');
    expect(text).toMatch(/http_request_duration_seconds_count\{.*route="\/api\/v1\/cases\/:caseId".*\} 1/);
    expect(text).not.toContain(caseId);
    expect(text).toMatch(/etablering_messages\{state="confirmed"\} \d/);
    expect(text).toMatch(/etablering_cases_open 1/);
  });

  it('the front door leads to the documentation', async () => {
    const page = await request(room.app).get('/docs');
    expect([page.status, page.type]).toEqual([200, 'text/html']);
    const policy = String(page.headers['content-security-policy']);
    expect(policy).toContain("default-src 'self'");
    expect(policy).not.toMatch(/unsafe|https?:/);
    expect((await request(room.app).get('/')).text).toContain('/docs');
    expect((await request(room.app).get('/openapi.json')).body.openapi).toBe('3.1.0');
  });

  it('serves each file that the documentation loads, and examples for the address that it is read at', async () => {
    const { text } = await request(room.app).get('/docs');
    for (const [, file = ''] of text.matchAll(/(?:src|href)="([^"]+)"/g))
      expect([file, (await request(room.app).get(file)).status]).toEqual([file, 200]);
    const start = await request(room.app).get('/docs/start.js');
    expect(start.type).toBe('text/javascript');
    expect(start.text).toContain("replaceAll('http://127.0.0.1:8080', location.origin)");
    expect((await request(room.app).get('/docs/index.html')).status).toBe(404);
  });
});
