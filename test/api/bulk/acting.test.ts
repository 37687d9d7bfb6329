import { addDays } from '../../../domain/law/calendar';
import { failureOf } from '../../../activities/failures';
import type { StagedCase } from '../../support/staged-case';
import { today } from '../support/household';
import { at, openRoom, type Room } from '../support/room';
import { type Action, type Manager, managerAt } from './manager';

const KOMMUN = 'caseworker-kommun';

describe('an action on many cases', () => {
  let room: Room;
  let manager: Manager;
  beforeAll(async () => {
    room = await openRoom();
    manager = managerAt(room);
    await room.get(KOMMUN, '/api/v1/colleagues');
  });
  afterAll(() => room.close());

  /** Previews, starts, and waits for the end. */
  async function acts(action: object, cases: readonly StagedCase[]): Promise<Action> {
    const caseIds = cases.map(({ caseId }) => caseId);
    const { bulkActionId } = await manager.previews(action, { caseIds });
    expect((await manager.starts(bulkActionId)).status).toBe(202);
    return manager.untilOver(bulkActionId);
  }

  const done = (count: number) => ({ pending: 0, done: count, refused: 0, failed: 0, skipped: 0 });

  it('pauses, gives more time and goes on: each case has one row with who, why and which action', async () => {
    const cases = [await room.opens(), await room.opens()];
    const until = addDays(today, 200);
    const extended = await acts({ kind: 'extend', step: 'sfi', until }, cases);
    const paused = await acts({ kind: 'pause', agency: 'kommun' }, cases);
    const resumed = await acts({ kind: 'resume', step: 'sfi' }, cases);
    expect([extended.cases, paused.cases, resumed.cases]).toEqual([done(2), done(2), done(2)]);
    for (const kase of cases) {
      const told = (await kase.timeline()).filter(({ actor }) => actor === 'manager');
      const why = { reason: 'sommarstängt', items: [expect.objectContaining({ stepId: 'sfi' })] };
      expect(told).toMatchObject([
        { kind: 'extension', content: { ...why, bulkAction: extended.bulkActionId } },
        { kind: 'pause', content: { ...why, bulkAction: paused.bulkActionId } },
        { kind: 'resumption', content: { ...why, bulkAction: resumed.bulkActionId } },
      ]);
      expect(await kase.statusOf('sfi')).toMatchObject({ kind: 'open' });
      expect((await kase.step('sfi')).dues.find(({ rule }) => rule === 'sfiExpected')?.date).toBe(until);
    }
  });

  it('records an outcome in each case, with its fields and the reason', async () => {
    const kase = await room.opens();
    const completion = { outcome: 'served', on: today, howServed: 'vid möte' };
    const { cases } = await acts({ kind: 'complete', step: 'delgivning', completion }, [kase]);
    expect(cases).toEqual(done(1));
    expect(await kase.answers('delgivning')).toMatchObject([
      { outcome: 'served', fields: { howServed: 'vid möte' } },
    ]);
    expect(await kase.told('completion')).toMatchObject([
      { actor: 'manager', content: { reason: 'sommarstängt', items: [{ outcome: 'served' }] } },
    ]);
  });

  it('reminds the agency’s system at once, and not again the same day', async () => {
    const kase = await room.opens();
    const remind = { kind: 'remind', step: 'sfi' };
    expect((await acts(remind, [kase])).cases).toEqual(done(1));
    const { told } = room.stage.agencies.kommun;
    await kase.untilQuiet();
    expect(told.filter((what) => what.startsWith('reminder') && what.includes(kase.caseId))).toEqual([
      expect.stringMatching(/sfi\/1\/reminder\/101$/),
    ]);
    const again = await manager.previews(remind, { caseIds: [kase.caseId] });
    expect(again.reasons).toMatchObject([{ reason: 'remindedToday' }]);
  });

  it('hands over again what an agency refused while it was out of order, and reminds whose task it became', async () => {
    room.stage.agencies.skatteverket.meet = () =>
      failureOf({ agency: 'skatteverket', status: 422, code: 'UPPGIFT_SAKNAS' });
    const kase = await room.opens();
    await kase.meets();
    await kase.untilHandOver('personnummer', 'refused');
    room.stage.agencies.skatteverket.meet = () => undefined;
    await room.get('caseworker-skatteverket', '/api/v1/colleagues');
    const assignee = 'caseworker-skatteverket';
    await room.post('manager', at(kase, '/steps/personnummer/assignment'), { assignee });
    expect((await acts({ kind: 'remind', step: 'personnummer' }, [kase])).cases).toEqual(done(1));
    const { items: inbox } = (await room.get(assignee, '/api/v1/inbox')).body;
    expect(inbox[0]).toMatchObject({ kind: 'reminder', caseId: kase.caseId, stepId: 'personnummer' });

    const resubmitted = await acts({ kind: 'resubmit', agency: 'skatteverket' }, [kase]);
    expect(resubmitted.cases).toEqual(done(1));
    await kase.untilHandOver('personnummer', 'filed', 2);
  });

  it('gives steps to a colleague, and both are told', async () => {
    const cases = [await room.opens(), await room.opens()];
    const { bulkActionId, cases: counts } = await acts(
      { kind: 'reassign', step: 'sfi', assignee: KOMMUN },
      cases,
    );
    expect(counts).toEqual(done(2));
    for (const kase of cases) {
      expect((await kase.step('sfi')).assignee).toBe(KOMMUN);
      expect(await kase.told('assignment')).toMatchObject([
        {
          actor: 'manager',
          content: { from: null, to: KOMMUN, reason: 'sommarstängt', bulkAction: bulkActionId },
        },
      ]);
    }
    const { items } = (await room.get(KOMMUN, '/api/v1/inbox')).body;
    expect(items.slice(0, 2)).toMatchObject([{ kind: 'assigned' }, { kind: 'assigned' }]);
    const moved = await acts({ kind: 'reassign', from: KOMMUN, assignee: null }, cases);
    expect(moved.cases).toEqual(done(2));
    expect((await cases[0]?.step('sfi'))?.assignee).toBeNull();
  });

  it('gives what is given to somebody away to who stands in, and says so before', async () => {
    const kase = await room.opens();
    const substitute = 'caseworker-kommun-2';
    await room.get(substitute, '/api/v1/colleagues');
    const absence = { subject: KOMMUN, substitute, from: today, to: addDays(today, 5) };
    expect((await room.post('manager', '/api/v1/absences', absence)).status).toBe(201);
    const action = { kind: 'reassign', step: 'sfi', assignee: KOMMUN };
    const { bulkActionId } = await manager.previews(action, { caseIds: [kase.caseId] });
    expect((await manager.items(bulkActionId))[0]?.changes).toMatchObject([{ to: substitute }]);
    await manager.starts(bulkActionId);
    expect((await manager.untilOver(bulkActionId)).cases).toEqual(done(1));
    expect((await kase.step('sfi')).assignee).toBe(substitute);
    expect(await kase.told('assignment')).toMatchObject([
      { content: { to: substitute, onBehalfOf: KOMMUN, bulkAction: bulkActionId } },
    ]);
  });

  it('plans anew the cases that older rules planned', async () => {
    const kase = await room.opens();
    const current = (await kase.row()).rules_version;
    await room.stage.register
      .updateTable('cases')
      .set({ rules_version: '2020-01-01' })
      .where('id', '=', kase.caseId)
      .execute();
    const filters = { rulesVersionBefore: '2020-02-01' };
    const { bulkActionId, selected } = await manager.previews({ kind: 'replan' }, { filters });
    expect(selected).toBe(1);
    await manager.starts(bulkActionId);
    expect((await manager.untilOver(bulkActionId)).cases).toEqual(done(1));
    expect((await kase.row()).rules_version).toBe(current);
    expect(await kase.told('replan')).toMatchObject([
      { actor: 'manager', content: { bulkAction: bulkActionId } },
    ]);
  });

  it('skips a case that has changed since the preview, in the engine or in the register, and says so', async () => {
    const cases = [await room.opens(), await room.opens(), await room.opens(), await room.opens()];
    const [same, answered, noted, over] = cases;
    const caseIds = cases.map(({ caseId }) => caseId);
    const { bulkActionId } = await manager.previews({ kind: 'pause', step: 'sfi' }, { caseIds });
    if (!same || !answered || !noted || !over) throw new Error('four cases are open');
    await answered.completes('delgivning', 'served', { fields: { howServed: 'in person' } });
    await room.post(KOMMUN, at(noted, '/notes'), { text: 'pausa inte', stepId: 'sfi' });
    await over.withdraws();
    await over.untilClosed();
    await manager.starts(bulkActionId);
    expect(await manager.untilOver(bulkActionId)).toMatchObject({
      selected: 4,
      cases: { pending: 0, done: 1, refused: 1, failed: 0, skipped: 2 },
    });
    const items = await manager.items(bulkActionId);
    expect(items.map(({ state, reason }) => [state, reason])).toEqual([
      ['done', null],
      ['skipped', 'changedSince'],
      ['skipped', 'changedSince'],
      ['refused', 'closed'],
    ]);
    expect(await same.statusOf('sfi')).toMatchObject({ kind: 'paused' });
    expect(await noted.statusOf('sfi')).toMatchObject({ kind: 'open' });
    expect(await noted.told('pause')).toEqual([]);
  });

  it('tells whoever started it when it is over', async () => {
    const { bulkActionId } = await acts({ kind: 'pause', step: 'sfi' }, [await room.opens()]);
    const { items } = (await room.get('manager', '/api/v1/inbox')).body;
    expect(items[0]).toMatchObject({
      kind: 'bulkAction',
      caseId: null,
      content: { bulkActionId, kind: 'pause', isStopped: false, selected: 1, done: 1 },
    });
  });
});
