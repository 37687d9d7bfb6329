import { today } from '../support/household';
import { at, eventsAtRest, openRoom, type Room } from '../support/room';
import type { StagedCase } from '../../support/staged-case';

describe('what would follow from a reopening', () => {
  let room: Room;
  let staged: StagedCase;
  beforeAll(async () => {
    room = await openRoom();
    staged = await room.opens();
    await staged.meets();
    await staged.untilHandOver('personnummer', 'filed');
  });
  afterAll(() => room.close());

  const preview = (step: string, identity: string) =>
    room.get(identity, at(staged, `/steps/${step}/reopening`));
  const reopen = (step: string, identity: string, headers = {}) =>
    room.postWith(
      identity,
      at(staged, `/steps/${step}/reopening`),
      { reason: 'fel person' },
      {
        'idempotency-key': `${step}-${identity}-${JSON.stringify(headers)}`,
        ...headers,
      },
    );

  it('is seen before it is done, and nothing is written', async () => {
    const before = [await eventsAtRest(staged), (await staged.row()).revision];
    const { status, body } = await preview('flyttningsanmalan', 'caseworker-skatteverket');
    expect([status, body.step]).toMatchObject([
      200,
      {
        stepId: 'flyttningsanmalan',
        filing: 2,
        from: { kind: 'done', outcome: 'filed' },
        to: { kind: 'open', waitingFor: 'newcomer' },
      },
    ]);
    expect(body.changed).toMatchObject([
      { stepId: 'personnummer', from: { kind: 'open' }, to: { kind: 'blocked', by: ['flyttningsanmalan'] } },
    ]);
    expect(body.retracted).toEqual([
      { stepId: 'flyttningsanmalan', agency: 'skatteverket', filing: 1 },
      { stepId: 'personnummer', agency: 'skatteverket', filing: 1 },
    ]);
    expect(body.takenBack.answers).toEqual([{ filing: 1, outcome: 'filed', on: today }]);
    expect([await staged.events(), (await staged.row()).revision]).toEqual(before);
    expect(await staged.told('reopening')).toEqual([]);
    expect((await staged.told('read')).map(({ actor }) => actor)).toContain('caseworker-skatteverket');
  });

  it('names the facts and numbers that would hold no longer, and never a number', async () => {
    const fields = { personnummer: '199105142385', from: today, kommun: '0484' };
    await staged.completes('personnummer', 'registered', { servedOn: today, fields });
    const { body } = await preview('personnummer', 'caseworker-skatteverket');
    expect(body.takenBack).toEqual({
      answers: [{ filing: 1, outcome: 'registered', on: today }],
      facts: [{ kind: 'registration', validFrom: today }],
      identifiers: ['personnummer'],
    });
    expect(JSON.stringify(body)).not.toContain('2385');
  });

  it('marks what is done after it for review', async () => {
    const { body } = await preview('delgivning', 'caseworker-migrationsverket');
    expect(body.review).toEqual(['kommunmote', 'etableringssamtal', 'flyttningsanmalan', 'personnummer']);
  });

  it('is refused as the reopening itself would be', async () => {
    const paths = ['sfi', 'aktivitetsrapport:2099-01', 'no-such-step'];
    const agencies = ['caseworker-kommun', 'caseworker-arbetsformedlingen', 'caseworker-kommun'];
    for (const [index, step] of paths.entries()) {
      const identity = agencies[index] ?? '';
      const [seen, done] = [await preview(step, identity), await reopen(step, identity)];
      expect([seen.status, seen.body]).toEqual([done.status, done.body]);
    }
    expect((await preview('sfi', 'caseworker-kommun')).body).toMatchObject({
      status: 409,
      type: '/problems/not-reopenable',
      currentStatus: { kind: 'open' },
    });
    expect((await preview('delgivning', 'coordinator')).status).toBe(403);
    expect((await preview('kommunmote', 'caseworker-kommun-sundsvall')).status).toBe(404);
  });

  it('is what the timeline then tells, and holds of the version whose tag it has', async () => {
    const seen = await preview('personnummer', 'caseworker-skatteverket');
    const tag = seen.headers.etag ?? '';
    const path = at(staged, '/steps/personnummer/reopening');
    const unchanged = await room.getWith('caseworker-skatteverket', path, { 'if-none-match': tag });
    expect(unchanged.status).toBe(304);

    await staged.tells({ kind: 'lma', registered: false });
    const stale = await reopen('personnummer', 'caseworker-skatteverket', { 'if-match': tag });
    expect(stale.status).toBe(412);

    const again = await preview('personnummer', 'caseworker-skatteverket');
    const present = { 'if-match': again.headers.etag ?? '' };
    expect((await reopen('personnummer', 'caseworker-skatteverket', present)).status).toBe(200);
    const [told] = await staged.told('reopening');
    expect(told?.content).toMatchObject({ reason: 'fel person', followed: [again.body] });
    expect(await staged.statusOf('personnummer')).toEqual(again.body.step.to);
    const known = await room.stage.register
      .selectFrom('identifiers')
      .select('type')
      .where('person_id', '=', (await staged.row()).person_id)
      .execute();
    expect(known.map(({ type }) => type)).not.toContain('personnummer');
  });

  it('is not asked of a case that is over', async () => {
    await room.post('coordinator', at(staged, '/withdrawal'), { reason: 'flyttat', on: today });
    await staged.untilClosed();
    const seen = await preview('delgivning', 'caseworker-migrationsverket');
    expect([seen.status, seen.body.type]).toEqual([410, '/problems/case-closed']);
  });
});
