import { readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createDatabase, type Register } from '../../register/database';
import { type Desk, openDesk } from '../api/support/desk';
import { sharedSignIn } from '../api/support/sign-in';
import { createTestDatabase, type TestDatabase } from '../support/databases';
import { confirmDevice } from './support/browser';
import { type Listening, listen, openShell, type Shell } from './support/command';

describe('signing in at the command line', () => {
  let database: TestDatabase;
  let register: Register;
  const signIn = sharedSignIn();
  let desk: Desk;
  let api: Listening;
  let shell: Shell;
  const file = () => path.join(shell.folder, 'etablering', 'sessions.json');
  const session = () => JSON.parse(readFileSync(file(), 'utf8'))[api.url];

  beforeAll(async () => {
    database = await createTestDatabase();
    register = createDatabase(database.url);
    desk = await openDesk({ register });
    api = await listen(desk.app);
    shell = openShell(api.url);
  });

  afterAll(async () => {
    shell.remove();
    await api.close();
    await desk.close();
    await register.destroy();
    await database.drop();
  });

  it('is done by confirming a code on any device', async () => {
    const login = shell.start(['login']);
    const said = await login.says(/confirm the code (\S+) within \d+ minutes/);
    expect(said).toContain(`Open ${signIn.issuer}/device?user_code=`);
    const [, code = ''] = /confirm the code (\S+)/.exec(said) ?? [];
    await confirmDevice(signIn.issuer, code, 'caseworker-skatteverket');
    expect(await login.ended).toMatchObject({
      code: 0,
      out: `Signed in to ${api.url} as caseworker-skatteverket, caseworker, skatteverket.\n`,
    });
    expect((await shell.run(['cases'])).code).toBe(0);
  });

  it('is kept where only its owner may read it', () => {
    expect(statSync(file()).mode & 0o777).toBe(0o600);
    expect(statSync(path.dirname(file())).mode & 0o777).toBe(0o700);
  });

  it('is for the API it was made at, and for no other', async () => {
    const { code } = await shell.run(['cases', '--url', 'http://localhost:9']);
    expect(code).toBe(3);
  });

  it('is refreshed when it has run out', async () => {
    const before = session();
    expect(before.refreshToken).toEqual(expect.any(String));
    writeFileSync(file(), JSON.stringify({ [api.url]: { ...before, expiresAt: Date.now() - 1 } }));
    expect((await shell.run(['cases'])).code).toBe(0);
    expect(session().accessToken).not.toBe(before.accessToken);
    expect(session().expiresAt).toBeGreaterThan(Date.now());
  });

  it('is refreshed when the API takes the token no more', async () => {
    writeFileSync(file(), JSON.stringify({ [api.url]: { ...session(), accessToken: 'withdrawn' } }));
    expect((await shell.run(['cases'])).code).toBe(0);
    expect(session().accessToken).not.toBe('withdrawn');
  });

  it('is over when the provider refreshes it no more', async () => {
    const kept = readFileSync(file(), 'utf8');
    const ended = { ...session(), expiresAt: 0, refreshToken: 'unknown' };
    writeFileSync(file(), JSON.stringify({ [api.url]: ended }));
    const { code, err } = await shell.run(['cases']);
    expect([code, err]).toEqual([3, 'The sign-in has run out. Sign in again: etablering login\n']);
    writeFileSync(file(), kept);
  });

  it('ends with a logout, here and at the provider', async () => {
    const { refreshToken } = session();
    expect(await shell.run(['logout'])).toEqual({ code: 0, out: `Signed out of ${api.url}.\n`, err: '' });
    expect((await shell.run(['cases'])).code).toBe(3);
    expect((await shell.run(['logout'])).out).toBe(`You were not signed in to ${api.url}.\n`);
    const asked = {
      client_id: 'etablering-device',
      grant_type: 'refresh_token',
      refresh_token: refreshToken,
    };
    const answer = await fetch(`${signIn.issuer}/token`, {
      method: 'POST',
      body: new URLSearchParams(asked),
    });
    expect(((await answer.json()) as { error: string }).error).toBe('invalid_grant');
  });
});
