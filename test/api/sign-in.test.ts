import request from 'supertest';
import { SignJWT, generateKeyPair, type JWTPayload } from 'jose';
import { createDatabase, type Register } from '../../register/database';
import { createTestDatabase, type TestDatabase } from '../support/databases';
import { type Desk, openDesk } from './support/desk';
import { sharedSignIn, signInAt, startProvider } from './support/sign-in';

const seconds = () => Math.floor(Date.now() / 1000);

describe('sign-in', () => {
  let database: TestDatabase;
  let register: Register;
  const signIn = sharedSignIn();
  let desk: Desk;

  beforeAll(async () => {
    database = await createTestDatabase();
    register = createDatabase(database.url);
    desk = await openDesk({ register });
  });

  afterAll(async () => {
    await desk.close();
    await register.destroy();
    await database.drop();
  });

  const list = (authorization?: string) => {
    const asked = request(desk.app).get('/api/v1/cases');
    return authorization === undefined ? asked : asked.set('authorization', authorization);
  };
  const valid: JWTPayload = { sub: 'coordinator', role: 'coordinator', area: 'national' };
  const soon = () => seconds() + 60;

  it('lets in a caller with a token of the provider', async () => {
    expect((await desk.get('coordinator', '/api/v1/cases')).status).toBe(200);
    expect((await list(`Bearer ${await signIn.forge({ ...valid, exp: soon() })}`)).status).toBe(200);
  });

  it('says where a program sends its user for one (RFC 9728)', async () => {
    const answer = await request(desk.app).get('/.well-known/oauth-protected-resource');
    expect([answer.status, answer.body.authorization_servers]).toEqual([200, [signIn.issuer]]);
  });

  it('asks for a token where there is none', async () => {
    const answer = await list();
    expect([answer.status, answer.type, answer.body.type]).toEqual([
      401,
      'application/problem+json',
      '/problems/not-signed-in',
    ]);
    expect(answer.headers['www-authenticate']).toBe('Bearer realm="etablering"');
  });

  it.each<[string, () => JWTPayload]>([
    ['an issuer of its own', () => ({ ...valid, iss: 'http://elsewhere.example', exp: soon() })],
    ['another audience', () => ({ ...valid, aud: 'another-api', exp: soon() })],
    ['an end that has passed', () => ({ ...valid, exp: seconds() - 6 })],
    ['no end', () => valid],
    ['a start to come', () => ({ ...valid, nbf: soon(), exp: soon() + 60 })],
    ['no role', () => ({ sub: 'x', area: 'national', exp: soon() })],
    ['a role that is not known', () => ({ ...valid, role: 'king', exp: soon() })],
    ['no agency for a caseworker', () => ({ ...valid, role: 'caseworker', exp: soon() })],
    ['an area that is no kommun', () => ({ ...valid, area: ['9999'], exp: soon() })],
  ])('refuses a token with %s', async (_, claims) => {
    const answer = await list(`Bearer ${await signIn.forge(claims())}`);
    expect(answer.status).toBe(401);
    expect(answer.headers['www-authenticate']).toContain('error="invalid_token"');
  });

  it('allows for clocks that differ by five seconds', async () => {
    expect((await list(`Bearer ${await signIn.forge({ ...valid, exp: seconds() - 2 })}`)).status).toBe(200);
  });

  it('refuses a token that somebody else has signed, or nobody', async () => {
    const { privateKey } = await generateKeyPair('RS256');
    const claims = { ...valid, iss: signIn.issuer, aud: 'etablering-api', exp: soon() };
    const foreign = await new SignJWT(claims).setProtectedHeader({ alg: 'RS256' }).sign(privateKey);
    expect((await list(`Bearer ${foreign}`)).status).toBe(401);
    const part = (json: object) => Buffer.from(JSON.stringify(json)).toString('base64url');
    expect((await list(`Bearer ${part({ alg: 'none' })}.${part(claims)}.`)).status).toBe(401);
    expect((await list('Bearer nonsense')).status).toBe(401);
    expect((await list('Basic Y29vcmRpbmF0b3I6eA==')).status).toBe(401);
  });

  it('reads no body of somebody who is not signed in', async () => {
    const answer = await request(desk.app)
      .post('/api/v1/households')
      .send({ note: 'x'.repeat(300_000) });
    expect(answer.status).toBe(401);
  });

  it('says that the sign-in service is away, not that the token is wrong', async () => {
    const provider = await startProvider();
    const away = signInAt(provider);
    const token = await away.tokenOf('coordinator');
    await provider.stop();
    const alone = await openDesk({ register, signIn: away });
    const answer = await request(alone.app).get('/api/v1/cases').set('authorization', `Bearer ${token}`);
    expect([answer.status, answer.body.type]).toEqual([503, '/problems/unavailable']);
    expect(answer.headers['retry-after']).toBe('5');
  });
});
