import { createHash, randomBytes } from 'node:crypto';
import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { requestToken } from '../../local/request-token';
import { compiled } from '../../platform/root';
import { browser, confirmDevice } from '../cli/support/browser';
import { newPlace } from './started-system';
import type { Place } from './started-system';

const CALLBACK = 'http://127.0.0.1:5555/callback';

describe("the demonstration's OpenID Connect provider", () => {
  let place: Place;
  let issuer: string;
  let provider: ChildProcess;

  async function start(): Promise<void> {
    const { PATH } = process.env;
    const env = { PATH, ...place.variables };
    provider = fork(compiled('local/oidc.js'), { env, silent: true });
    await new Promise((resolve) => provider.once('message', resolve));
  }

  async function stop(): Promise<void> {
    const ended = new Promise((resolve) => provider.once('exit', resolve));
    provider.disconnect();
    await ended;
  }

  beforeAll(async () => {
    place = await newPlace();
    issuer = `http://127.0.0.1:${place.variables.OIDC_PORT}`;
    await start();
  });

  afterAll(async () => {
    await stop();
    place.remove();
  });

  async function post(at: string, form: Record<string, string>): Promise<Record<string, string>> {
    const answer = await fetch(`${issuer}${at}`, { method: 'POST', body: new URLSearchParams(form) });
    return (await answer.json()) as Record<string, string>;
  }

  async function verified(token: string): Promise<Record<string, unknown>> {
    const keys = createRemoteJWKSet(new URL(`${issuer}/jwks`));
    const { payload, protectedHeader } = await jwtVerify(token, keys, { issuer, audience: 'etablering-api' });
    expect(protectedHeader.alg).toBe('RS256');
    return payload;
  }

  it('signs a person in on a page where one chooses who to be, by code and PKCE', async () => {
    const visit = browser();
    const verifier = randomBytes(32).toString('base64url');
    const asked = new URLSearchParams({
      client_id: 'etablering-browser',
      response_type: 'code',
      scope: 'openid api',
      redirect_uri: CALLBACK,
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
    });
    const { to: page } = await visit(`${issuer}/auth?${asked.toString()}`);
    expect((await visit(page)).text).toContain('handläggare, Skatteverket');

    let { to } = await visit(page, { identity: 'caseworker-skatteverket' });
    while (to && !to.startsWith(CALLBACK)) ({ to } = await visit(to));
    const { access_token: token = '' } = await post('/token', {
      grant_type: 'authorization_code',
      client_id: 'etablering-browser',
      code: new URL(to).searchParams.get('code') ?? '',
      redirect_uri: CALLBACK,
      code_verifier: verifier,
    });
    expect(await verified(token)).toMatchObject({
      sub: 'caseworker-skatteverket',
      role: 'caseworker',
      agency: 'skatteverket',
      area: 'national',
    });
  });

  it('signs a person in on another device', async () => {
    const client = { client_id: 'etablering-device' };
    const { device_code: device = '', user_code: code = '' } = await post('/device/auth', {
      ...client,
      scope: 'openid api',
    });
    await confirmDevice(issuer, code, 'caseworker-kommun-sundsvall');

    const grant = { grant_type: 'urn:ietf:params:oauth:grant-type:device_code', device_code: device };
    const { access_token: token = '' } = await post('/token', { ...client, ...grant });
    expect(await verified(token)).toMatchObject({ sub: 'caseworker-kommun-sundsvall', area: ['2281'] });
  });

  it('gives systems tokens whose signature outlives a restart', async () => {
    const token = await requestToken(issuer, 'system-kommun');
    await stop();
    await start();
    expect(await verified(token)).toMatchObject({ role: 'system', agency: 'kommun' });
  });
});
