import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createDatabase, type Register } from '../../../register/database';
import { createTestDatabase, type TestDatabase } from '../../support/databases';
import { type Desk, openDesk } from '../support/desk';
import { household } from '../support/household';
import { sharedSignIn } from '../support/sign-in';

const KOMMUN = 'caseworker-kommun';
const COLLEAGUE = 'caseworker-kommun-2';
const ELSEWHERE = 'caseworker-kommun-sundsvall';

describe('whose a step is', () => {
  let database: TestDatabase;
  let register: Register;
  const signIn = sharedSignIn();
  let desk: Desk;
  let caseId: string;

  beforeAll(async () => {
    database = await createTestDatabase();
    // Who wins is the claim, not how fast two hundred are answered on the machine of the test.
    register = createDatabase(database.url, undefined, { freeWithin: 60_000 });
    desk = await openDesk({ register });
    for (const colleague of [KOMMUN, COLLEAGUE, ELSEWHERE, 'caseworker-skatteverket', 'manager']) {
      await desk.get(colleague, '/api/v1/colleagues');
    }
  });
  afterAll(async () => {
    await desk.close();
    await register.destroy();
    await database.drop();
  });
  beforeEach(async () => {
    caseId = (await desk.post('coordinator', '/api/v1/households', household())).body.cases[0].caseId;
  });

  const assignment = () => `/api/v1/cases/${caseId}/steps/sfi/assignment`;
  const claim = (who: string, key?: string) => desk.post(who, assignment(), { assignee: who }, key);
  const inboxOf = async (who: string) =>
    (await desk.get(who, '/api/v1/inbox')).body.items as { kind: string; caseId: string; content: object }[];
  const assigneeOf = async () => {
    const { steps } = (await desk.get(KOMMUN, `/api/v1/cases/${caseId}`)).body;
    return (steps as { stepId: string; assignee?: string }[]).find(({ stepId }) => stepId === 'sfi')
      ?.assignee;
  };

  /** Over one listening server, as the running API is; half of them by each of two colleagues. */
  async function claimsAtOnce(count: number) {
    const server = desk.app.listen(0);
    await once(server, 'listening');
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}${assignment()}`;
    const tokens = await Promise.all([KOMMUN, COLLEAGUE].map(async (who) => signIn.tokenOf(who)));
    const answers = await Promise.all(
      Array.from({ length: count }, async (_one, index) => {
        const headers = {
          authorization: `Bearer ${tokens[index % 2]}`,
          'content-type': 'application/json',
          'idempotency-key': `at-once-${index}`,
        };
        const body = JSON.stringify({ assignee: [KOMMUN, COLLEAGUE][index % 2] });
        const answer = await fetch(url, { method: 'POST', headers, body });
        return { status: answer.status, body: (await answer.json()) as { type?: string; assignee?: string } };
      }),
    );
    server.close();
    return answers;
  }

  it('goes to one of two hundred who claim it at once, and the others are told by whom', async () => {
    const answers = await claimsAtOnce(200);
    const ledger = await register
      .selectFrom('ledger')
      .select('content')
      .where('case_id', '=', caseId as never)
      .where('kind', '=', 'assignment')
      .execute();
    expect(ledger).toHaveLength(1);
    const winner = await assigneeOf();
    const won = answers.filter(({ status }) => status === 200);
    const lost = answers.filter(({ status }) => status === 409);
    expect(won.length + lost.length).toBe(200);
    // A repeat of one's own claim is no conflict: it is the winner's a hundred times.
    expect(won).toHaveLength(100);
    expect(new Set(won.map(({ body }) => body.assignee))).toEqual(new Set([winner]));
    expect(new Set(lost.map(({ body }) => `${body.type} ${body.assignee}`))).toEqual(
      new Set([`/problems/already-assigned ${winner}`]),
    );
  });

  it('is answered again to the same request, and is one claim', async () => {
    const first = await claim(KOMMUN, 'the-same');
    const again = await claim(KOMMUN, 'the-same');
    expect(again.body).toEqual(first.body);
    expect(again.headers.etag).toBe(first.headers.etag);
    const other = await claim(KOMMUN, 'another-key');
    expect(other.body).toEqual(first.body);
  });

  it('is taken over from a colleague only with a reason, and both are told but for whoever did it', async () => {
    await claim(KOMMUN);
    expect((await claim(COLLEAGUE)).body).toMatchObject({ status: 409, assignee: KOMMUN });
    const given = { assignee: COLLEAGUE, reason: 'sjukfrånvaro' };
    expect((await desk.post('manager', assignment(), given)).body).toMatchObject({ assignee: COLLEAGUE });
    expect(await assigneeOf()).toBe(COLLEAGUE);
    const told = { from: KOMMUN, to: COLLEAGUE, by: 'manager' };
    expect((await inboxOf(KOMMUN))[0]).toMatchObject({ kind: 'unassigned', caseId, content: told });
    expect((await inboxOf(COLLEAGUE))[0]).toMatchObject({ kind: 'assigned', caseId, content: told });
    expect(await inboxOf('manager')).toEqual([]);
  });

  it('is nobody’s once it is let go, and can be claimed by another', async () => {
    await claim(KOMMUN);
    await desk.post(KOMMUN, assignment(), { assignee: null });
    expect(await assigneeOf()).toBeUndefined();
    expect((await claim(COLLEAGUE)).status).toBe(200);
  });

  it.each([
    ['somebody who has never signed in', 'nobody-at-all'],
    ['somebody of another agency', 'caseworker-skatteverket'],
    ['somebody who works with residents of another kommun', ELSEWHERE],
  ])('is not given to %s', async (_who, assignee) => {
    const answer = await desk.post(KOMMUN, assignment(), { assignee });
    expect(answer.body).toMatchObject({ status: 422, type: '/problems/unknown-colleague' });
    expect(await assigneeOf()).toBeUndefined();
  });

  it('is not for another agency to say, nor for one who may not see the case', async () => {
    expect((await desk.post('caseworker-skatteverket', assignment(), { assignee: null })).status).toBe(403);
    expect((await claim(ELSEWHERE)).status).toBe(404);
    expect((await desk.post('coordinator', assignment(), { assignee: null })).status).toBe(403);
  });

  it('cannot be said of a step that is not open, or on top of what has changed', async () => {
    const blocked = await desk.post(KOMMUN, `/api/v1/cases/${caseId}/steps/kommunmote/assignment`, {
      assignee: KOMMUN,
    });
    expect(blocked.body).toMatchObject({
      status: 409,
      type: '/problems/not-open',
      currentStatus: { kind: 'blocked' },
    });
    const stale = { 'idempotency-key': 'stale', 'if-match': '"77.0"' };
    expect((await desk.postWith(KOMMUN, assignment(), { assignee: KOMMUN }, stale)).status).toBe(412);
    const { etag = '' } = (await desk.get(KOMMUN, `/api/v1/cases/${caseId}`)).headers;
    const fresh = { 'idempotency-key': 'fresh', 'if-match': etag };
    const answer = await desk.postWith(KOMMUN, assignment(), { assignee: KOMMUN }, fresh);
    expect(answer.status).toBe(200);
    expect(answer.headers.etag).not.toBe(etag);
    expect((await desk.get(KOMMUN, `/api/v1/cases/${caseId}`)).headers.etag).toBe(answer.headers.etag);
  });
});
