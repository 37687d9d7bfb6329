import { type ChildProcess, fork } from 'node:child_process';
import { createServer, type Server } from 'node:net';
import { freePorts } from '../../local/servers/ports';
import { compiled } from '../../platform/root';
import { createTestDatabase, type TestDatabase } from '../support/databases';
import { WEBHOOK_SECRETS } from './support/desk';

/** The API as the process that `npm start` starts. The engine is away all the time. */
describe('the API’s process', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await createTestDatabase();
  });

  afterAll(async () => {
    await database.drop();
  });

  async function start(variables: Record<string, string> = {}) {
    const [api = 0, temporal = 0, oidc = 0] = await freePorts(3);
    const env = {
      API_PORT: String(api),
      TEMPORAL_PORT: String(temporal),
      OIDC_PORT: String(oidc),
      DATABASE_URL: database.url,
      AGENCY_API_KEY: 'a-key-for-the-agencies',
      WEBHOOK_SECRETS: JSON.stringify(WEBHOOK_SECRETS),
      LOG_LEVEL: 'silent',
      ...variables,
    };
    const child = fork(compiled('api/main.js'), { env, stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
    return { child, url: `http://127.0.0.1:${env.API_PORT}`, said: listenTo(child), ended: endOf(child) };
  }

  function listenTo(child: ChildProcess): () => string {
    const lines: string[] = [];
    child.stderr?.setEncoding('utf8').on('data', (text: string) => lines.push(text));
    return () => lines.join('');
  }

  function endOf(child: ChildProcess): Promise<number | null> {
    return new Promise((resolve) => child.once('exit', resolve));
  }

  async function ready(child: ChildProcess): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      child.once('message', () => resolve());
      child.once('exit', (code) => reject(new Error(`ended with ${code}`)));
    });
  }

  it('starts without an engine, says so when asked, and ends within two seconds of SIGTERM', async () => {
    const { child, url, ended } = await start();
    await ready(child);
    const health = await fetch(`${url}/health/ready`);
    expect(await health.json()).toEqual({ status: 'ready', register: 'up', engine: 'away' });
    const asked = Date.now();
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect(Date.now() - asked).toBeLessThan(2_000);
  });

  it('ends when the process that started it is gone', async () => {
    const { child, ended } = await start();
    await ready(child);
    child.disconnect();
    expect(await ended).toBe(0);
  });

  it('names the setting in one line when its port is taken', async () => {
    const other = await listening();
    const { port } = other.address() as { port: number };
    const { said, ended } = await start({ API_PORT: String(port) });
    expect(await ended).toBe(1);
    expect(said().trim()).toBe(`API_PORT ${port} is taken or not allowed (EADDRINUSE)`);
    other.close();
  });

  it('names what is missing', async () => {
    const { said, ended } = await start({ DATABASE_URL: '' });
    expect(await ended).toBe(1);
    expect(said()).toMatch(/^DATABASE_URL must be set/);
  });

  async function listening(): Promise<Server> {
    const server = createServer();
    await new Promise<void>((resolve) => {
      server.listen(0, resolve);
    });
    return server;
  }
});
