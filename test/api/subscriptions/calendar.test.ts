import { sql } from 'kysely';
import request, { type Response } from 'supertest';
import { addDays } from '../../../domain/law/calendar';
import { createDatabase, type Register } from '../../../register/database';
import { createTestDatabase, type TestDatabase } from '../../support/databases';
import { type Desk, openDesk } from '../support/desk';
import { household, today } from '../support/household';
import { sharedSignIn } from '../support/sign-in';

const WHO = 'caseworker-kommun';
type Event = Readonly<Record<string, string>>;

/** The events of a feed: lines unfolded, properties by name, texts unescaped (RFC 5545 3.1, 3.3.11). */
function eventsOf(feed: string): Event[] {
  const lines = feed.replaceAll('\r\n ', '').split('\r\n');
  const events: Record<string, string>[] = [];
  for (const line of lines) {
    const [, name = '', value = ''] = /^([A-Z-]+)(?:;[^:]*)?:(.*)$/.exec(line) ?? [];
    if (line === 'BEGIN:VEVENT') events.push({});
    else if (name)
      (events.at(-1) ?? {})[name] = value.replaceAll('\\n', '\n').replaceAll(/\\([,;\\])/g, '$1');
  }
  return events;
}

describe('a colleague’s calendar', () => {
  let database: TestDatabase;
  let register: Register;
  const signIn = sharedSignIn();
  let desk: Desk;
  let caseId: string;
  const followUp = addDays(today, 9);

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
  beforeEach(async () => {
    await register.deleteFrom('follow_ups').execute();
    await register.updateTable('case_steps').set({ assignee: null }).execute();
    caseId = (await desk.post('coordinator', '/api/v1/households', household())).body.cases[0].caseId;
    await desk.post(WHO, `/api/v1/cases/${caseId}/steps/sfi/assignment`, { assignee: WHO });
    await desk.post(WHO, `/api/v1/cases/${caseId}/steps/kommunmote/follow-up`, { on: followUp });
  });

  const address = async () =>
    new URL((await desk.post(WHO, '/api/v1/calendar', undefined)).body.url as string).pathname;
  const read = async (path: string, headers: Record<string, string> = {}): Promise<Response> =>
    request(desk.app)
      .get(path)
      .set(headers)
      .buffer(true)
      .parse((response, done) => {
        let text = '';
        response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
        response.on('end', () => done(null, text));
      });
  const events = async (path: string) => eventsOf((await read(path)).body as string);

  it('holds the due dates of the own steps and the own follow-ups, as whole Swedish days with kind and law', async () => {
    const path = await address();
    expect(path).toMatch(/^\/calendar\/[A-Za-z0-9_-]{43}\.ics$/);
    const answer = await read(path);
    expect([answer.status, answer.headers['content-type']]).toEqual([200, 'text/calendar; charset=utf-8']);
    const { dues } = await register
      .selectFrom('case_steps')
      .select('dues')
      .where('case_id', '=', caseId as never)
      .where('step_id', '=', 'sfi' as never)
      .executeTakeFirstOrThrow();
    const found = eventsOf(answer.body as string);
    expect(found.map(({ DTSTART = '' }) => DTSTART).sort()).toEqual(
      [...dues.map(({ date }) => date as string), followUp].map((day) => day.replaceAll('-', '')).sort(),
    );
    const sfi = found.find(
      ({ SUMMARY, DTSTART }) =>
        SUMMARY?.startsWith('sfi, kommun: ') && DTSTART === dues[0]?.date.replaceAll('-', ''),
    );
    for (const part of [caseId, 'sfi', 'kommun', dues[0]?.law ?? '', dues[0]?.date ?? '']) {
      expect(sfi?.DESCRIPTION).toContain(part);
    }
    expect(sfi?.URL).toBe(`http://127.0.0.1:8080/api/v1/cases/${caseId}`);
    expect(sfi?.DTSTAMP).toMatch(/^\d{8}T\d{6}Z$/);
    expect(found.some(({ SUMMARY }) => SUMMARY === 'kommunmote, kommun: uppföljning')).toBe(true);
    expect(answer.body).not.toMatch(/Test|50-\d{6}/);
  });

  it('is answered 304 to who has it already, and tells the ledger only of what is new', async () => {
    const path = await address();
    const { etag = '' } = (await read(path)).headers;
    const again = await read(path, { 'if-none-match': etag });
    expect([again.status, again.headers.etag, again.body]).toEqual([304, etag, '']);
    const rows = async () =>
      (
        await register
          .selectFrom('ledger')
          .select('content')
          .where('actor', '=', WHO)
          .where('kind', '=', 'listed')
          .execute()
      )
        .map(({ content }) => JSON.parse(content.toString('utf8')) as { route: string; cases: string[] })
        .filter(({ cases }) => cases.includes(caseId));
    expect(await rows()).toEqual([{ route: '/calendar/{secret}.ics', cases: [caseId] }]);
    await desk.post(WHO, `/api/v1/cases/${caseId}/steps/kommunmote/follow-up`, { on: addDays(followUp, 1) });
    expect((await read(path, { 'if-none-match': etag })).status).toBe(200);
  });

  it('tells of a protected person’s case nothing but that it is one', async () => {
    await sql`update cases set protection = '{"queue":"protected"}' where id = ${caseId}`.execute(register);
    const path = await address();
    const found = await events(path);
    expect(found.length).toBeGreaterThan(1);
    for (const event of found) {
      expect(event.SUMMARY).toBe('Skyddat ärende');
      expect([event.DESCRIPTION, event.URL]).toEqual([undefined, undefined]);
    }
    expect((await read(path)).body).not.toMatch(new RegExp(`${caseId}|sfi|kommunmote`));
  });

  it('shows only what its owner may know when it is read', async () => {
    const path = await address();
    await register.updateTable('colleagues').set({ area: '["2281"]' }).where('subject', '=', WHO).execute();
    expect(await events(path)).toEqual([]);
    await register
      .updateTable('colleagues')
      .set({ area: '["0484"]', agency: 'uhr' })
      .where('subject', '=', WHO)
      .execute();
    const isUhrsToo = sql<boolean>`exists (select 1 from case_steps a where a.case_id = ${caseId}
      and a.agency = 'uhr' and a.status_kind <> 'notApplicable')`;
    const { rows } = await sql<{ known: boolean }>`select ${isUhrsToo} as known`.execute(register);
    expect((await events(path)).length > 0).toBe(rows[0]?.known);
    await register.updateTable('colleagues').set({ role: 'operator' }).where('subject', '=', WHO).execute();
    expect((await read(path)).status).toBe(404);
    await register
      .updateTable('colleagues')
      .set({ role: 'caseworker', agency: 'kommun', area: '["0484"]' })
      .where('subject', '=', WHO)
      .execute();
  });

  it('is gone under an address that was replaced or revoked, and under one that never was', async () => {
    const first = await address();
    const second = await address();
    expect([(await read(first)).status, (await read(second)).status]).toEqual([404, 200]);
    const revoke = async () =>
      request(desk.app)
        .delete('/api/v1/calendar')
        .set({ authorization: `Bearer ${await signIn.tokenOf(WHO)}` });
    expect((await revoke()).body).toEqual({ removed: true });
    expect((await revoke()).status).toBe(404);
    for (const path of [second, '/calendar/x.ics', `/calendar/${'a'.repeat(5000)}.ics`]) {
      expect((await read(path)).status).toBe(404);
    }
  });

  it('has a secret that the register does not hold', async () => {
    const secret = (await address()).slice('/calendar/'.length, -'.ics'.length);
    const { rows } = await sql<{ all: string }>`select (select jsonb_agg(to_jsonb(k)) from calendars k)::text
      || coalesce((select jsonb_agg(to_jsonb(m)) from messages m)::text, '') as all`.execute(register);
    expect(rows[0]?.all).not.toContain(secret);
    expect(rows[0]?.all).not.toContain(Buffer.from(secret, 'base64url').toString('hex'));
  });

  it('is for those who work with steps only', async () => {
    for (const who of ['operator', 'system-kommun']) {
      expect((await desk.post(who, '/api/v1/calendar', undefined)).status).toBe(403);
    }
  });
});
