import { existsSync } from 'node:fs';
import path from 'node:path';
import { decodeJwt } from 'jose';
import { Client } from 'pg';
import type { RunningFacts } from '../../local/running';
import { newPlace, run, startSystem, stillRunning } from './started-system';
import type { Place, StartedSystem } from './started-system';

const STOPS_WITHIN = 10_000;

async function inRegister(databaseUrl: string, statement: string): Promise<unknown[]> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}

describe('a system that is started, stopped and started again', () => {
  let place: Place;
  let system: StartedSystem;
  let facts: RunningFacts;

  beforeAll(async () => {
    place = await newPlace();
    system = startSystem(place.variables);
    facts = await system.ready;
  });

  afterAll(async () => {
    system.signalGroup('SIGTERM');
    await system.ended;
    place.remove();
  });

  it('answers on the port that is set', async () => {
    const answer = await fetch(`${facts.apiUrl}/health/ready`);
    expect(answer.status).toBe(200);
  });

  it('prints nothing but the token of a demonstration identity', async () => {
    const { code, output } = await run('local/token.js', ['caseworker-kommun'], place.variables);
    expect(code).toBe(0);
    expect(output).toMatch(/^\S+\n$/);
    expect(decodeJwt(output.trim())).toMatchObject({
      sub: 'caseworker-kommun',
      role: 'caseworker',
      agency: 'kommun',
      area: ['0484'],
      aud: 'etablering-api',
      iss: facts.issuer,
    });
  });

  it('lists the identities when asked for one that does not exist', async () => {
    const { code, output } = await run('local/token.js', ['nobody'], place.variables);
    expect(code).toBe(1);
    expect(output).toMatch(/No identity is called nobody/);
    expect(output).toMatch(/system-skatteverket +verksamhetssystem, Skatteverket/);
  });

  it('keeps a second start on the same folder away, in one line', async () => {
    const { code, output } = await startSystem(place.variables).ended;
    expect(code).toBe(1);
    expect(output).toMatch(/^Etablering already runs on .*\(DATA_DIR\), process \d+, http.*\n$/);
  });

  it('stops within 10 seconds of Ctrl-C, leaves no process, and finds its cases at the next start', async () => {
    await inRegister(
      facts.databaseUrl,
      "insert into households (id) values ('6f0f2f8e-93a5-4c6f-8d9b-0a1b2c3d4e5f')",
    );
    const asked = Date.now();
    system.signalGroup('SIGINT');
    const { code } = await system.ended;
    expect(Date.now() - asked).toBeLessThan(STOPS_WITHIN);
    expect(code).toBe(0);
    expect(stillRunning(facts, place.dataDir)).toEqual([]);
    expect(existsSync(path.join(place.dataDir, 'running.json'))).toBe(false);

    system = startSystem(place.variables);
    facts = await system.ready;
    expect(await inRegister(facts.databaseUrl, 'select id from households')).toEqual([
      { id: '6f0f2f8e-93a5-4c6f-8d9b-0a1b2c3d4e5f' },
    ]);
  });
});

describe('the token command while nothing runs', () => {
  it('says so in one line', async () => {
    const place = await newPlace();
    const { code, output } = await run('local/token.js', ['coordinator'], place.variables);
    place.remove();
    expect(code).toBe(1);
    expect(output).toMatch(/^Nothing runs on .*\(DATA_DIR\): run `npm start` first\n$/);
  });
});
